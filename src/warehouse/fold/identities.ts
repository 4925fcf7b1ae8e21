import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { named } from "./named.ts"
import type { Identities } from "./story.ts"

const MERGED = kinds["conversation.merged_into"].code
const CUSTOMER = kinds["customer.known_as"].code
const CUSTOMER_CHANGED = kinds["customer.changed"].code
const AGENT = kinds["agent.known_as"].code
const TEAM = kinds["team.known_as"].code

/** One who is said to be another, or not. */
interface Link {
  readonly kind: number
  readonly a: number
  /** 0 where the event is about one alone. */
  readonly b: number
  readonly linked: boolean
}

/** What `known` says of who is who. There are few such events, so one look finds them all. */
export async function readIdentities(duck: DuckWarehouse): Promise<Identities> {
  const links = (await duck.rows(LINKS)) as unknown as readonly Link[]
  const words = links.some(({ kind }) => kind === AGENT || kind === TEAM) ? await wordsOfSubjects(duck) : new Map()
  const of = (kind: number): Link[] => links.filter((link) => link.kind === kind && link.b !== 0)
  const asWords = (kind: number): Link[] =>
    of(kind).flatMap(({ a, b, linked }) =>
      words.has(a) && words.has(b) ? [{ kind, a: words.get(a)!, b: words.get(b)!, linked }] : [],
    )
  const customers = linked(of(CUSTOMER))
  const tests = new Map(links.filter(({ kind }) => kind === CUSTOMER_CHANGED).map(({ a, linked }) => [a, linked]))
  return {
    merged: mergedInto(of(MERGED)),
    customers,
    agents: linked(asWords(AGENT)),
    teams: linked(asWords(TEAM)),
    testCustomers: new Set([...tests].flatMap(([code, test]) => (test ? [rootOf(customers, code)] : []))),
  }
}

const LINKS = `SELECT kind::INTEGER AS kind, subject AS a, coalesce("into", same_as, 0) AS b,
CASE WHEN kind = ${CUSTOMER_CHANGED} THEN test ELSE coalesce(linked, true) END AS linked
FROM known WHERE kind IN (${[MERGED, CUSTOMER, AGENT, TEAM].join(", ")}) OR (kind = ${CUSTOMER_CHANGED} AND test IS NOT NULL)
ORDER BY "at", seq`

/** Agents and teams are words on other events: `agent:ana` is the word `ana`. */
async function wordsOfSubjects(duck: DuckWarehouse): Promise<ReadonlyMap<number, number>> {
  const linked = `FROM known WHERE kind IN (${AGENT}, ${TEAM})`
  const rows = await duck.rows(
    `SELECT s.code AS subject, w.code AS word
FROM ${named("subjects", "code", `SELECT subject ${linked} UNION SELECT same_as ${linked} AND same_as IS NOT NULL`)} s
JOIN words w ON w.word = substr(s.name, instr(s.name, ':') + 1)`,
  )
  return new Map(rows.map(({ subject, word }) => [subject as number, word as number]))
}

/** Where each merged conversation went. A merge that would close a circle is none: the conversation merged first goes on. */
export function mergedInto(merges: readonly Link[]): Map<number, number> {
  const parent = new Map<number, number>()
  for (const { a, b } of merges as readonly { readonly a: number; readonly b: number }[]) {
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
export function linked(links: readonly Link[]): Map<number, number> {
  const pairs = new Map<string, { a: number; b: number; linked: boolean }>()
  for (const { a, b, linked } of links as readonly { readonly a: number; readonly b: number; readonly linked: boolean }[])
    pairs.set(a < b ? `${a} ${b}` : `${b} ${a}`, { a, b, linked })
  const root = new Map<number, number>()
  for (const { a, b, linked } of pairs.values()) {
    if (!linked) continue
    const [low, high] = [rootOf(root, a), rootOf(root, b)].toSorted((x, y) => x - y) as [number, number]
    if (low !== high) root.set(high, low)
  }
  return new Map([...root.keys()].map((code) => [code, rootOf(root, code)]))
}
