import { type Grouping, type Scope, writePeriod } from "./feed.ts"

export const finest = ({ name }: Grouping): string => `finest_${name}`

/** The splits that some cells of a grouping have. */
export function splitsAmong({ sets }: Grouping, splits: readonly string[]): readonly string[] {
  return sets.some((set) => set.splits.length > 0) ? splits : []
}

/** The cells that all others of a grouping are made of. */
export function writeFinest(
  grouping: Grouping,
  keys: readonly string[],
  splits: readonly string[],
  aggregates: ReadonlyMap<string, string>,
): string {
  // The bucket says the period, so it is no key.
  const by = ["bucket", ...splitsAmong(grouping, splits), ...(grouping.each ?? [])]
  const period = keys.includes("period") ? [writePeriod("bucket", grouping.firstBefore)] : []
  const columns = [...by, ...period, ...[...aggregates].map(([name, text]) => `${text} AS ${name}`)]
  const select = `  SELECT\n    ${columns.join(",\n    ")}\n  FROM ${grouping.rows}\n  GROUP BY ${by.join(", ")}`
  return `${finest(grouping)} AS (\n${select}\n)`
}

/** Cells of every kind by one GROUP BY. */
export function writeGrouping(
  { name, rows, sets, each = [] }: Grouping,
  keys: readonly string[],
  splits: readonly string[],
  aggregates: ReadonlyMap<string, string>,
  readAgain: boolean,
  { writer }: Scope,
): string {
  const [some] = splits
  const mixed = sets.some((set) => set.splits.length > 0) && sets.some((set) => set.splits.length === 0)
  const whole = mixed ? `grouping(${some})` : sets[0]!.splits.length === 0 ? "1" : "0"
  const splitColumns = sets.some((set) => set.splits.length > 0) ? splits : splits.map((split) => `NULL AS ${split}`)
  const columns = [
    `${whole} AS whole`,
    ...keys,
    ...splitColumns,
    ...each,
    ...[...aggregates].map(([alias, text]) => `${text} AS ${alias}`),
  ]
  const grouped = sets.map((set) => `(${[set.key, ...set.splits, ...each].join(", ")})`).join(", ")
  const select = `  SELECT\n    ${columns.join(",\n    ")}\n  FROM ${rows}\n  GROUP BY GROUPING SETS (${grouped})`
  return readAgain ? writer.dialect.once(name, select) : `${name} AS (\n${select}\n)`
}
