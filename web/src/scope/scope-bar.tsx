import type { Answer } from "../../../src/query/question.ts"
import { useMeta } from "../meta.tsx"
import { periodInWords } from "./dates.ts"
import { addDays } from "./days.ts"
import { FilterChips } from "./filter-chips.tsx"
import { FilterPicker } from "./filter-picker.tsx"
import { PeriodPicker } from "./period-picker.tsx"
import classes from "./scope-bar.module.css"

/** What is looked at, always in sight: the period, what it is compared with, and which part of the work. */
export function ScopeBar({ answer }: { answer: Answer | undefined }) {
  const { zone } = useMeta()
  return (
    <search className={classes.bar} aria-label="Period and filters">
      <div className={classes.row}>
        <PeriodPicker />
        <FilterPicker />
        <FilterChips />
        <p className={classes.said}>{answer ? saidOf(answer) : zone}</p>
      </div>
    </search>
  )
}

/** What the numbers are compared with, in days; where the data end inside a day, so does what they are compared with. */
function saidOf({ comparedWith, period }: Answer): string {
  const zone = period.zone.replaceAll("_", " ")
  if (!comparedWith) return zone
  const [from, to] = [comparedWith.from.slice(0, 10), comparedWith.to.slice(0, 10)]
  const cut = comparedWith.to.slice(11, 19) !== "00:00:00"
  return `vs ${periodInWords(from, cut ? addDays(to, 1) : to)}${cut ? ", to the same hour" : ""} · ${zone}`
}
