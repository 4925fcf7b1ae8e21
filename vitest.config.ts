import { BaseSequencer, type TestSpecification } from "vitest/node"
import { defineConfig } from "vitest/config"

/** What takes minutes begins first: begun last, it would run alone while the other workers have nothing left. */
const LONG = [
  "browser/page",
  "stories/stories",
  "parity/folder",
  "oracle/conversations",
  "parity/catalog",
  "crash/import",
  "parity/stories",
  "parity/oracles",
  "oracle/contacts",
  "oracle/lens",
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
      return found < 0 ? LONG.length : found
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests that start the program start the built one, which must be of the sources at hand.
    globalSetup: ["test/built.ts", "test/own-place.ts"],
    pool: "forks",
    // A worker reads the sources once for all files it is given, not anew for each: half a second of computing a file.
    isolate: false,
    // One more than the cores of a small machine: browsers, servers and processes that are killed leave much of the time unused.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
})
