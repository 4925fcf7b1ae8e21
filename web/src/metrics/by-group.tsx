import type { Definition } from "../../../src/query/question.ts"
import { SplitTable } from "../overview/split-table.tsx"
import { SPLITS } from "../overview/which.ts"
import { useDimensions } from "../scope/dimensions.ts"

/** The metric by whatever its rows can be told apart by. */
export function ByGroup({ definition }: { definition: Definition }) {
  const dimensions = useDimensions()
  const can = definition.more?.splits ?? []
  const usual = SPLITS.filter(({ field }) => can.includes(field))
  const known = new Set<string>(SPLITS.map(({ field }) => field))
  const others = dimensions.filter(
    ({ field }) => !known.has(field) && can.includes(field.startsWith("attributes.") ? "attributes" : field),
  )
  const splits = [...usual, ...others]
  return splits.length === 0 ? null : <SplitTable metrics={[definition.ref]} splits={splits} />
}
