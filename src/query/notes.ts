import { namedBy } from "../metrics/walk.ts"
import { nearest } from "../near.ts"
import { Problem } from "../problem.ts"
import type { Table } from "../warehouse/tables.ts"
import { idsOf } from "./display-names.ts"
import type { Prepared } from "./prepare.ts"
import type { AnswerRow } from "./question.ts"
import { dialectOf } from "./source.ts"

/** What a reader must know beside the numbers. */
export async function notesOf(prepared: Prepared, rows: readonly AnswerRow[], groupsLeft: number): Promise<readonly string[]> {
  const { fold, frame, plan, question, source } = prepared
  const notes: string[] = []
  if (fold.knownUntil === null) notes.push("There are no data yet.")
  else if (frame.periods.knownTo < frame.periods.now.to) notes.push(partial(prepared))
  if (groupsLeft > 0) notes.push(`${groupsLeft} more groups are not shown one by one; the totals hold them.`)
  if (source.currency !== undefined && plan.asked.some(({ metric }) => metric.unit === "money"))
    notes.push(`Amounts are in ${source.currency}.`)
  if (question.compare === "last_year" && question.grain === "week")
    notes.push("Compared with 52 weeks earlier, so that weekdays match.")
  notes.push(...(await namesAskedBy(prepared)))
  if (fold.knownUntil !== null && rows.every(({ cells }) => Object.values(cells).every(({ n }) => n === 0)))
    await refuseUnknownAttributes(prepared)
  return notes
}

function partial({ frame }: Prepared): string {
  const cut = frame.periods.before ? " What it is compared with is cut to the same length." : ""
  return `The data end inside the period: its last part is not complete.${cut}`
}

/** Filters go by ids; a name that people see would pass for somebody who did nothing. */
async function namesAskedBy({ plan, source }: Prepared): Promise<readonly string[]> {
  const filters = plan.tables.flatMap(({ passes }) => passes.flatMap((pass) => pass.filters))
  const notes = new Set<string>()
  for (const named of ["agents", "teams"] as const) {
    const ours = filters.filter(({ dimension }) => namedBy(dimension.term) === named)
    const words = new Set(
      ours.flatMap(({ filter }) => [...(filter.in ?? []), ...(filter.notIn ?? [])]).filter((word) => word !== null),
    )
    for (const [name, ids] of await idsOf(source, named, [...words])) {
      const others = ids.filter((id) => id !== name).map((id) => `"${id}"`)
      if (others.length > 0 && !ids.includes(name))
        notes.add(`"${name}" is what ${others.join(" and ")} is called: ${named} are asked for by their ids.`)
    }
  }
  return [...notes]
}

/** An answer without rows is right only if the attributes it filters by exist. */
async function refuseUnknownAttributes({ question, plan, source }: Prepared): Promise<void> {
  for (const { field } of question.where ?? []) {
    const name = /^attributes?\.(.+)$/.exec(field)?.[1]
    if (name === undefined) continue
    const names = new Set<string>()
    for (const { table } of plan.tables) for (const one of await attributeNames(source, table)) names.add(one)
    if (names.has(name)) continue
    const near = nearest(name, [...names])
    throw new Problem("attribute.unknown", { field, near: near === undefined ? undefined : `attributes.${near}` })
  }
}

async function attributeNames(source: Prepared["source"], table: Table): Promise<readonly string[]> {
  const names = dialectOf(source).eachKeyOf("attributes")
  const rows = await source.warehouse.rows(
    `SELECT DISTINCT ${names} AS name FROM ${source.schema}.${dialectOf(source).whole(table)}`,
  )
  return rows.map((row) => String(row["name"]))
}
