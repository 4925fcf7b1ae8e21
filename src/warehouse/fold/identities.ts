import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import type { Row } from "../warehouse.ts"
import type { Identities } from "./story.ts"

/** What `known` says of who is who. */
export async function readIdentities(duck: DuckWarehouse): Promise<Identities> {
  const merges = await duck.rows(
    `SELECT subject AS a, "into" AS b FROM known WHERE kind = ${kinds["conversation.merged_into"].code} ORDER BY "at", seq`,
  )
  const [customers, agents, teams] = await Promise.all([
    duck.rows(LINKS("customer.known_as", "k.subject", "k.same_as", "")),
    duck.rows(WORD_LINKS("agent.known_as")),
    duck.rows(WORD_LINKS("team.known_as")),
  ])
  const tests = await duck.rows(TEST_CUSTOMERS)
  const oneCustomer = linked(customers)
  return {
    merged: mergedInto(merges),
    customers: oneCustomer,
    agents: linked(agents),
    teams: linked(teams),
    testCustomers: new Set(tests.map(({ a }) => rootOf(oneCustomer, a as number))),
  }
}

const LINKS = (kind: keyof typeof kinds, a: string, b: string, joins: string): string =>
  `SELECT ${a} AS a, ${b} AS b, coalesce(k.linked, true) AS linked FROM known k ${joins}
WHERE k.kind = ${kinds[kind].code} AND k.same_as IS NOT NULL ORDER BY k."at", k.seq`

/** Agents and teams are words on other events: `agent:ana` is the word `ana`. */
const WORD_LINKS = (kind: keyof typeof kinds): string =>
  LINKS(
    kind,
    "a.code",
    "b.code",
    `JOIN subjects sa ON sa.code = k.subject JOIN subjects sb ON sb.code = k.same_as
JOIN words a ON a.word = substr(sa.name, instr(sa.name, ':') + 1) JOIN words b ON b.word = substr(sb.name, instr(sb.name, ':') + 1)`,
  )

const TEST_CUSTOMERS = `SELECT subject AS a FROM known WHERE kind = ${kinds["customer.changed"].code} AND test IS NOT NULL
GROUP BY subject HAVING arg_max(test, ("at", seq)) ORDER BY subject`

/** Where each merged conversation went. A merge that would close a circle is none: the conversation merged first goes on. */
export function mergedInto(merges: readonly Row[]): Map<number, number> {
  const parent = new Map<number, number>()
  for (const { a, b } of merges as readonly { a: number; b: number }[]) {
    const before = parent.get(a)
    parent.delete(a)
    if (rootOf(parent, b) !== a) parent.set(a, b)
    else if (before !== undefined) parent.set(a, before)
  }
  return parent
}

export function rootOf(parent: ReadonlyMap<number, number>, code: number): number {
  let root = code
  for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
  return root
}

/** Links are pairs without direction; the latest word on a pair decides. All that hang together are the one with the lowest code. */
export function linked(links: readonly Row[]): Map<number, number> {
  const pairs = new Map<string, { a: number; b: number; linked: boolean }>()
  for (const { a, b, linked } of links as readonly { a: number; b: number; linked: boolean }[])
    pairs.set(a < b ? `${a} ${b}` : `${b} ${a}`, { a, b, linked })
  const root = new Map<number, number>()
  for (const { a, b, linked } of pairs.values()) {
    if (!linked) continue
    const [low, high] = [rootOf(root, a), rootOf(root, b)].toSorted((x, y) => x - y) as [number, number]
    if (low !== high) root.set(high, low)
  }
  return new Map([...root.keys()].map((code) => [code, rootOf(root, code)]))
}
