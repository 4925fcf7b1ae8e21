import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { show } from "../../src/format.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import type { Metric } from "../../src/metrics/metric.ts"
import type { Cell, Question } from "../../src/query/question.ts"

const root = resolve(import.meta.dirname, "../..")
const CARDS = 78
/** What has no number of its own: it judges those of other metrics. */
const JUDGED: Readonly<Record<number, string>> = { 77: "targets, attainment, gap" }
const JUDGED_BY = ["src/query/judged/judged.test.ts", "test/page/targets.test.ts"]

/** What both engines answer for a metric over one period. */
export interface Beside {
  readonly embedded: Cell
  readonly server: Cell
}

/** They compare the product with itself. */
const OF_DIFFERENCES = ["test/oracle/lens.test.ts", "test/oracle/parts.test.ts"]

/** docs/proof.md: each card of the book of definitions, where its examples are told, what computes it again, and what both engines answer. */
export function proofPage(answers: ReadonlyMap<string, Beside>, asked: Pick<Question, "from" | "to">, company: string): string {
  const told = {
    stories: texts("test/stories", ".story"),
    tests: texts("src", ".test.ts"),
    oracles: texts("test/oracle", ".ts").filter(({ path }) => !OF_DIFFERENCES.includes(path)),
  }
  const cards = Array.from({ length: CARDS }, (_, i) => i + 1)
  const lines = cards.flatMap((card) => {
    const metrics = catalog.filter((metric) => metric.card === card)
    if (metrics.length === 0) return [row([`${card}`, JUDGED[card] ?? "", links(JUDGED_BY), "", "", "", "", ""])]
    return metrics.map((metric) => lineOf(card, metric, told, answers.get(metric.name)!))
  })
  return `# What stands behind each number

Printed by \`npx vitest run test/parity/catalog.test.ts -t proof -u\`, which without \`-u\` compares; do not edit.

Each card of the book of definitions with its metrics; the stories and tests that tell its worked examples; the second computations in
\`test/oracle\`, which are written from the definitions, read invented worlds event by event, and are compared with what the product says of
them; and what DuckDB and ClickHouse answer to the same question of the same company: ${company}, from ${asked.from}
to ${asked.to}. The two columns are asked one after the other, not copied. “—” is no number: \`n\` says over how many rows, and a metric without rows there has none.

| card | metric | stories and tests | second computation | DuckDB | n | ClickHouse | n |
|--:|---|---|---|--:|--:|--:|--:|
${lines.join("\n")}
`
}

interface Told {
  readonly stories: readonly Text[]
  readonly tests: readonly Text[]
  readonly oracles: readonly Text[]
}

function lineOf(card: number, metric: Metric, { stories, tests, oracles }: Told, { embedded, server }: Beside): string {
  const { name, unit } = metric
  const naming = (all: readonly Text[]) => all.filter(({ text }) => names(text, name)).map(({ path }) => path)
  // Examples of what is fitted to thousands of customers are told to its second computation.
  const tellers = [naming(stories), naming(tests), naming(oracles).filter((path) => path.endsWith(".test.ts"))]
  const examples = tellers.find((found) => found.length > 0) ?? []
  const numbers = [embedded, server].flatMap(({ value, n }) => [show(value, unit), show(n, "count")])
  return row([String(card), `\`${name}\``, links(examples), links(naming(oracles)), ...numbers])
}

interface Text {
  readonly path: string
  readonly text: string
}

function texts(folder: string, ending: string): readonly Text[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .toSorted()
    .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(root, folder, file), "utf8") }))
}

/** Whether a text names the metric, and not one whose name holds it. */
function names(text: string, metric: string): boolean {
  return new RegExp(`(?<![a-z_])${metric}(?![a-z_])`).test(text)
}

function links(paths: readonly string[]): string {
  return paths
    .map(
      (path) =>
        `[${path
          .split("/")
          .at(-1)!
          .replace(/\.(story|ts)$/, "")}](../${path})`,
    )
    .join(", ")
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`
}
