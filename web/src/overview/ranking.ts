import type { AnswerRow, Cell, Definition } from "../../../src/query/question.ts"

export type Standing = "above" | "like_the_whole" | "below" | "unknown"

export interface Ranked {
  readonly row: AnswerRow
  readonly standing: Standing
}

/**
 * Rows in the order of a metric, but only as far as the numbers carry it: a row whose interval holds the whole's value is not told apart
 * from the whole, so it is not ranked against the others that are not either. A census has no interval and is simply sorted.
 */
export function rank(
  rows: readonly AnswerRow[],
  metric: string,
  whole: Cell | undefined,
  descending: boolean,
): readonly Ranked[] {
  const ranked = rows.map((row) => ({ row, standing: standingOf(row.cells[metric], whole) }))
  const order: readonly Standing[] = descending ? ["above", "like_the_whole", "below"] : ["below", "like_the_whole", "above"]
  const group = (standing: Standing): readonly Ranked[] => ranked.filter((one) => one.standing === standing)
  const census = ranked.every(({ row }) => (row.cells[metric]?.low ?? null) === null)
  if (census) return sorted(ranked, metric, descending)
  return [
    ...order.flatMap((standing) =>
      standing === "like_the_whole" ? byName(group(standing)) : sorted(group(standing), metric, descending),
    ),
    ...byName(group("unknown")),
  ]
}

function standingOf(cell: Cell | undefined, whole: Cell | undefined): Standing {
  if (!cell || cell.value === null || !whole || whole.value === null) return "unknown"
  if (cell.low === null || cell.high === null) return "like_the_whole"
  if (cell.low > whole.value) return "above"
  return cell.high < whole.value ? "below" : "like_the_whole"
}

/** Whether standing above the whole is good, bad, or neither. */
export function judge(standing: Standing, better: Definition["better"]): "good" | "bad" | "neutral" {
  if (better === "neutral" || standing === "unknown" || standing === "like_the_whole") return "neutral"
  return (standing === "above") === (better === "higher") ? "good" : "bad"
}

function sorted(rows: readonly Ranked[], metric: string, descending: boolean): readonly Ranked[] {
  const sign = descending ? -1 : 1
  const value = ({ row }: Ranked): number | null => row.cells[metric]?.value ?? null
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}

const byName = (rows: readonly Ranked[]): readonly Ranked[] => rows.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))

const nameOf = ({ row }: Ranked): string => Object.values(row.by).join(" ")
