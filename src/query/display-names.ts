import { displayNames } from "../warehouse/tables.ts"
import type { Warehouse } from "../warehouse/warehouse.ts"
import { codesOf, textsOf } from "./dictionary.ts"

/** By field, what people know its words by: agents and teams to whom a source gave a name. Who has none is not there. */
export type DisplayNames = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The agents or teams that stand in one field, by their codes. */
export interface Staff {
  readonly field: string
  readonly named: "agents" | "teams"
  readonly codes: readonly number[]
}

export async function displayNamesOf(
  { warehouse, schema }: { readonly warehouse: Warehouse; readonly schema: string },
  staff: readonly Staff[],
): Promise<DisplayNames> {
  const wanted = [...new Set(staff.flatMap(({ codes }) => codes))]
  if (wanted.length === 0) return {}
  const rows = await warehouse.rows(
    `SELECT name, shown, of_team FROM ${schema}.${displayNames.name} WHERE name IN (SELECT unnest($1))`,
    [wanted],
  )
  const known = rows.map((row) => ({ code: Number(row["name"]), shown: Number(row["shown"]), ofTeam: Boolean(row["of_team"]) }))
  const texts = await textsOf(
    warehouse,
    "words",
    known.flatMap(({ code, shown }) => [code, shown]),
  )
  const namesIn = ({ named, codes }: Staff) => {
    const here = new Set(codes)
    const theirs = known.filter(({ code, ofTeam }) => here.has(code) && ofTeam === (named === "teams"))
    return Object.fromEntries(theirs.map(({ code, shown }) => [texts.get(code)!, texts.get(shown)!]))
  }
  const named = staff.map((one) => [one.field, namesIn(one)] as const)
  return Object.fromEntries(named.filter(([, names]) => Object.keys(names).length > 0))
}

/** Who is known by such a name: by name the ids, which is what agents and teams are asked for by. */
export async function idsOf(
  { warehouse, schema }: { readonly warehouse: Warehouse; readonly schema: string },
  named: Staff["named"],
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const codes = await codesOf(warehouse, "words", "word", names)
  if (codes.size === 0) return new Map()
  const rows = await warehouse.rows(
    `SELECT name, shown, of_team FROM ${schema}.${displayNames.name} WHERE shown IN (SELECT unnest($1))`,
    [[...codes.values()]],
  )
  const theirs = rows.filter((row) => Boolean(row["of_team"]) === (named === "teams"))
  const texts = await textsOf(
    warehouse,
    "words",
    theirs.map((row) => Number(row["name"])),
  )
  const ids = (shown: number) =>
    theirs.filter((row) => Number(row["shown"]) === shown).map((row) => texts.get(Number(row["name"]))!)
  return new Map([...codes].map(([name, code]) => [name, ids(code).toSorted()]))
}
