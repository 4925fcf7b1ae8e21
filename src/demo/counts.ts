import { type Source, us } from "./journal.ts"
import type { KindName } from "../events/kinds.ts"
import type { World } from "./world.ts"

const COUNTED: readonly (readonly [source: Source, entity: string, begins: KindName])[] = [
  ["helpdesk", "conversation", "conversation.opened"],
  ["phone", "call", "call.started"],
]
export const COUNTED_KINDS: ReadonlySet<KindName> = new Set(COUNTED.map(([, , begins]) => begins))
/** What begins late in the evening is written down when it is over, at times after midnight. */
const DAYS_TO_SETTLE = 2

/** Help desk and telephone system say how many conversations and calls they had on a day that is settled. */
export function countBefore({ journal, year }: World, today: number): void {
  const day = today - DAYS_TO_SETTLE
  if (day < year.firstDay) return
  const until = us(year.home.at(day + 1, 0))
  for (const [source, entity, begins] of COUNTED)
    journal.write(source, "source.counted", `source:${source}`, year.home.at(day, 0), {
      entity,
      count: journal.countOf(begins, day),
      until,
    })
}
