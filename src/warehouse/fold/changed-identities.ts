import type { DuckWarehouse } from "../duckdb.ts"
import { type Standing, type StandingKind, standingsOf } from "./standing.ts"
import type { Identities } from "./story.ts"

/** Codes that stand for another one than at the last fold, or no longer do; with those they stood and stand for. */
export type ChangedIdentities = Readonly<Record<StandingKind, readonly number[]>>

export async function changedIdentities(own: DuckWarehouse, schema: string, now: Identities): Promise<ChangedIdentities> {
  const before = (await own.rows(`SELECT kind, code, "into", root FROM ${schema}.identities`)) as unknown as readonly Standing[]
  const was = new Map(before.map((standing) => [keyOf(standing), standing]))
  const is = new Map(standingsOf(now).map((standing) => [keyOf(standing), standing]))
  const changed: Record<StandingKind, number[]> = { merged: [], customers: [], agents: [], teams: [], tests: [] }
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [then, since] = [was.get(key), is.get(key)]
    if (then && since && then.into === since.into && then.root === since.root) continue
    const { kind, code } = (since ?? then)!
    changed[kind].push(code, ...[then, since].flatMap((standing) => (standing ? [standing.into, standing.root] : [])))
  }
  return changed
}

function keyOf({ kind, code }: Standing): string {
  return `${kind} ${code}`
}
