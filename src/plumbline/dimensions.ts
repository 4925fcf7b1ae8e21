import type { Answer, Question } from "../query/question.ts"
import { type AskSource, dialectOf } from "../query/source.ts"

/** Something numbers can be split and filtered by, with its commonest words. */
export interface Dimension {
  readonly field: string
  readonly title: string
  readonly values: readonly DimensionValue[]
  /** There are more words than are listed. */
  readonly more: boolean
}

export interface DimensionValue {
  readonly value: string
  /** What people know it by, where that is known. */
  readonly name?: string | undefined
  readonly rows: number
}

/** The most words listed of one dimension, and the most attributes listed at all. */
const MOST_VALUES = 50
const MOST_ATTRIBUTES = 30

const OWN = {
  channel: "Channel",
  team: "Team",
  agent: "Agent",
  topic: "Topic",
  priority: "Priority",
  type: "Type",
  brand: "Brand",
  tag: "Tag",
} as const

/** Counted by asking, like everything else: the conversations of the whole period by each dimension. */
export async function dimensionsOf(
  source: AskSource,
  ask: (question: Question) => Promise<Answer>,
  period: { readonly from: string; readonly to: string },
): Promise<readonly Dimension[]> {
  const each = dialectOf(source).eachKeyOf('"attributes"')
  const known = await source.warehouse.rows(
    `SELECT name, count(*) AS rows FROM (SELECT ${each} AS name FROM ${source.schema}.conversations) AS named
GROUP BY name ORDER BY count(*) DESC, name LIMIT ${MOST_ATTRIBUTES}`,
  )
  const attributes = known.map(({ name }) => [`attributes.${String(name)}`, String(name)] as const)
  const found: Dimension[] = []
  for (const [field, title] of [...Object.entries(OWN), ...attributes]) {
    const { rows, names } = await ask({ metrics: ["ticket_volume"], ...period, by: [field] })
    const counted = rows.flatMap(({ bucket, by, cells }) => {
      const value = by[field]
      if (bucket !== null || typeof value !== "string") return []
      const name = names[field]?.[value]
      return [{ value, ...(name !== undefined && { name }), rows: cells["ticket_volume"]?.n ?? 0 }]
    })
    const values = counted.toSorted((a, b) => b.rows - a.rows)
    if (values.length > 0) found.push({ field, title, values: values.slice(0, MOST_VALUES), more: values.length > MOST_VALUES })
  }
  return found
}
