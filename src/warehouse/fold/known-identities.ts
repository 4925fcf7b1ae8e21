import type { DuckWarehouse } from "../duckdb.ts"
import { writeRows } from "../vectors.ts"
import { rootOf } from "./identities.ts"
import type { Identities } from "./story.ts"

/** Who stands for whom in another way than at the last fold. For conversations and customers also those they stood or stand for. */
export interface ChangedIdentities {
  readonly conversations: readonly number[]
  readonly customers: readonly number[]
  readonly agents: readonly number[]
  readonly teams: readonly number[]
}

type Kind = keyof ChangedIdentities

/** Kept between folds: who stands for whom; a test customer stands for 0 beside itself, under a kind of its own. */
function standing(identities: Identities): readonly (readonly [kind: Kind | "tests", code: number, root: number])[] {
  return [
    ...[...identities.merged].map(([code, into]) => ["conversations", code, into] as const),
    ...[...identities.customers].map(([code, root]) => ["customers", code, root] as const),
    ...[...identities.agents].map(([code, root]) => ["agents", code, root] as const),
    ...[...identities.teams].map(([code, root]) => ["teams", code, root] as const),
    ...[...identities.testCustomers].map((code) => ["tests", code, 0] as const),
  ]
}

export async function keepIdentities(own: DuckWarehouse, schema: string, identities: Identities): Promise<void> {
  const rows = standing(identities)
  await own.run(`CREATE OR REPLACE TEMP TABLE standing (kind VARCHAR, code INTEGER, root INTEGER)`)
  await writeRows(
    own.connection,
    { name: "standing", catalog: "temp" },
    [
      { type: "text", value: (row) => rows[row]![0] },
      { type: "int", value: (row) => rows[row]![1] },
      { type: "int", value: (row) => rows[row]![2] },
    ],
    rows.length,
  )
  await own.run(`DELETE FROM ${schema}.identities`)
  await own.run(`INSERT INTO ${schema}.identities SELECT kind, code, root FROM temp.standing ORDER BY ALL`)
}

export async function changedIdentities(own: DuckWarehouse, schema: string, now: Identities): Promise<ChangedIdentities> {
  const before = await own.rows(`SELECT kind, code, root FROM ${schema}.identities`)
  const was = { conversations: new Map(), customers: new Map(), agents: new Map(), teams: new Map(), tests: new Map() } as Record<
    Kind | "tests",
    Map<number, number>
  >
  for (const { kind, code, root } of before) was[kind as Kind].set(code as number, root as number)
  const tests = new Map([...now.testCustomers].map((code) => [code, 0]))
  return {
    conversations: both(was.conversations, now.merged, changed(was.conversations, now.merged)),
    customers: [...both(was.customers, now.customers, changed(was.customers, now.customers)), ...changed(was.tests, tests)],
    agents: changed(was.agents, now.agents),
    teams: changed(was.teams, now.teams),
  }
}

function changed(was: ReadonlyMap<number, number>, now: ReadonlyMap<number, number>): number[] {
  return [...new Set([...was.keys(), ...now.keys()])].filter((code) => was.get(code) !== now.get(code))
}

/** They themselves, and all those they went into before and go into now. */
function both(was: ReadonlyMap<number, number>, now: ReadonlyMap<number, number>, codes: readonly number[]): number[] {
  return [...new Set(codes.flatMap((code) => [code, ...upward(was, code), ...upward(now, code)]))]
}

function upward(parent: ReadonlyMap<number, number>, code: number): number[] {
  const all: number[] = []
  for (let next = parent.get(code); next !== undefined; next = parent.get(next)) all.push(next)
  return [...all, rootOf(parent, code)]
}
