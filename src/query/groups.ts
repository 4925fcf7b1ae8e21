import type { Group, Lookup } from "./cells/lookup.ts"
import { MOST_GROUPS, type Named } from "./answer.ts"
import { namedBy } from "../metrics/walk.ts"
import { textsOf } from "./dictionary.ts"
import { type DisplayNames, displayNamesOf, type Staff } from "./display-names.ts"
import type { Dimension } from "./plan/dimensions.ts"
import type { Prepared } from "./prepare.ts"

export interface Groups {
  readonly groups: readonly Named[]
  /** How many are not told apart. */
  readonly left: number
  readonly names: DisplayNames
}

/** Every group that any metric has rows for, with its name; of too many, those with the most rows. */
export async function groupsOf(prepared: Prepared, lookups: ReadonlyMap<string, Lookup>): Promise<Groups> {
  const splits = prepared.plan.tables[0]?.passes[0]?.splits ?? []
  if (splits.length === 0) return { groups: [], left: 0, names: {} }
  const all = new Map<string, { group: Group; rows: number }>()
  for (const { groups } of lookups.values())
    for (const [key, { group, rows }] of groups) all.set(key, { group, rows: rows + (all.get(key)?.rows ?? 0) })
  const largest = [...all.entries()].sort(([a, x], [b, y]) => y.rows - x.rows || (a < b ? -1 : 1)).slice(0, MOST_GROUPS)
  const told = largest.map(([, { group }]) => group)
  const named = await namesOf(told, splits, prepared)
  const names = await displayNamesOf(prepared.source, staffOf(told, splits))
  return { groups: named.sort(byName(splits)), left: all.size - largest.length, names }
}

function staffOf(groups: readonly Group[], splits: readonly Dimension[]): readonly Staff[] {
  return splits.flatMap(({ name, term }, i) => {
    const named = namedBy(term)
    const codes = groups.map((group) => group[i]).filter((code) => typeof code === "number")
    return named === "agents" || named === "teams" ? [{ field: name, named, codes }] : []
  })
}

async function namesOf(groups: readonly Group[], splits: readonly Dimension[], { source }: Prepared): Promise<Named[]> {
  const codes = (types: readonly string[]) =>
    splits
      .flatMap(({ type }, i) => (types.includes(type) ? groups.map((group) => group[i]) : []))
      .filter((code) => typeof code === "number")
  const words = await textsOf(source.warehouse, "words", codes(["code", "codes"]))
  const subjects = await textsOf(source.warehouse, "subjects", codes(["subject"]))
  return groups.map((group) => ({
    group,
    by: Object.fromEntries(splits.map(({ name, type }, i) => [name, nameOf(group[i] ?? null, type, words, subjects)])),
  }))
}

function nameOf(
  value: string | number | boolean | null,
  type: Dimension["type"],
  words: ReadonlyMap<number, string>,
  subjects: ReadonlyMap<number, string>,
): string | null {
  if (value === null) return null
  if (type === "subject") return subjects.get(Number(value)) ?? null
  return type === "code" || type === "codes" ? (words.get(Number(value)) ?? null) : String(value)
}

/** By name; what is not known comes last. */
function byName(splits: readonly Dimension[]) {
  return (a: Named, b: Named): number => {
    for (const { name } of splits) {
      const [x, y] = [a.by[name] ?? null, b.by[name] ?? null]
      if (x !== y) return x === null ? 1 : y === null ? -1 : x < y ? -1 : 1
    }
    return 0
  }
}
