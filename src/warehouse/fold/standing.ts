import type { DuckWarehouse } from "../duckdb.ts"
import { kinds } from "../../events/kinds.ts"
import { customerNames, displayNames, staffNames } from "../tables.ts"
import { writeRows } from "../vectors.ts"
import { rootOf } from "./identities.ts"
import type { Identities } from "./story.ts"

export type StandingKind = "merged" | "customers" | "agents" | "teams" | "tests"

/** One subject or word that stands for another: `into` is the one it was said to be, `root` the one they all are. */
export interface Standing {
  readonly kind: StandingKind
  readonly code: number
  readonly into: number
  readonly root: number
}

/** All of them; a test customer stands for nobody, 0. */
export function standingsOf(identities: Identities): readonly Standing[] {
  const { merged, customers, agents, teams, testCustomers } = identities
  const same = (kind: StandingKind, roots: ReadonlyMap<number, number>): Standing[] =>
    [...roots].map(([code, root]) => ({ kind, code, into: root, root }))
  return [
    ...[...merged].map(([code, into]): Standing => ({ kind: "merged", code, into, root: rootOf(merged, code) })),
    ...same("customers", customers),
    ...same("agents", agents),
    ...same("teams", teams),
    ...[...testCustomers].map((code): Standing => ({ kind: "tests", code, into: 0, root: 0 })),
  ]
}

/** The temporary table `standing` (kind, code, into, root), for what the engine itself joins. */
export async function createStanding(own: DuckWarehouse, identities: Identities): Promise<void> {
  const rows = standingsOf(identities)
  await own.run(`CREATE OR REPLACE TEMP TABLE standing (kind VARCHAR, code INTEGER, "into" INTEGER, root INTEGER)`)
  await writeRows(
    own.connection,
    { name: "standing", catalog: "temp" },
    [
      { type: "text", value: (row) => rows[row]!.kind },
      { type: "int", value: (row) => rows[row]!.code },
      { type: "int", value: (row) => rows[row]!.into },
      { type: "int", value: (row) => rows[row]!.root },
    ],
    rows.length,
  )
}

/** Kept with the facts, so that the next fold sees what changed, and a question may name anybody by any of their names. */
export async function keepStanding(own: DuckWarehouse, schema: string): Promise<void> {
  await own.run(`DELETE FROM ${schema}.identities`)
  await own.run(`INSERT INTO ${schema}.identities SELECT kind, code, "into", root FROM temp.standing ORDER BY ALL`)
  await own.run(`DELETE FROM ${schema}.${staffNames.name}`)
  await own.run(
    `INSERT INTO ${schema}.${staffNames.name} SELECT code, root, kind = 'teams' FROM temp.standing WHERE kind IN ('agents', 'teams') ORDER BY ALL`,
  )
  await own.run(`DELETE FROM ${schema}.${customerNames.name}`)
  await own.run(
    `INSERT INTO ${schema}.${customerNames.name} SELECT code, root FROM temp.standing WHERE kind = 'customers' ORDER BY ALL`,
  )
  await own.run(`DELETE FROM ${schema}.${displayNames.name}`)
  await own.run(`INSERT INTO ${schema}.${displayNames.name} ${displayNamesSql} ORDER BY ALL`)
}

const teamKind = kinds["team.known_as"].code
const namingKinds = [kinds["agent.hired"].code, kinds["agent.known_as"].code, teamKind]

/** What each agent and each team was called last, by whichever of their ids: a query of the columns of `display_names`. Only what is in use has a word. */
export const displayNamesSql = `SELECT coalesce(s.root, w.code) AS name, arg_max(k."name", (k."at", k.seq)) AS shown, k.kind = ${teamKind} AS of_team
FROM known k JOIN subjects n ON n.code = k.subject JOIN words w ON w.word = substr(n.name, instr(n.name, ':') + 1)
LEFT JOIN temp.standing s ON s.code = w.code AND s.kind = CASE WHEN k.kind = ${teamKind} THEN 'teams' ELSE 'agents' END
WHERE k.kind IN (${namingKinds.join(", ")}) AND k."name" IS NOT NULL GROUP BY 1, 3`
