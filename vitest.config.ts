import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests that start the program start the built one, which must be of the sources at hand.
    globalSetup: "test/built.ts",
    pool: "forks",
    // One more than the cores of a small machine: browsers, servers and processes that are killed leave much of the time unused.
    maxWorkers: 3,
  },
})
