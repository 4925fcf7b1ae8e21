import "@mantine/dates/styles.css"
import { Button } from "@mantine/core"
import { DatePicker, type DatesRangeValue } from "@mantine/dates"
import { useState } from "react"
import { useMeta } from "../meta.tsx"
import { periodInWords } from "./dates.ts"
import { addDays } from "./days.ts"
import { useScope } from "./use-scope.ts"

/** Any stretch of days. */
export default function RangePicker({ onDone }: { onDone: () => void }) {
  const { today } = useMeta()
  const { period, change } = useScope()
  const [range, setRange] = useState<DatesRangeValue<string>>([period.from, addDays(period.to, -1)])
  const [from, last] = range
  const to = last === null ? null : addDays(last, 1)
  const use = (): void => {
    if (from === null || to === null) return
    change({ from, to, period: undefined, grain: undefined })
    onDone()
  }
  return (
    <div>
      <DatePicker
        type="range"
        allowSingleDateInRange
        firstDayOfWeek={1}
        weekendDays={[]}
        hideOutsideDates
        ariaLabels={{ previousMonth: "Month before", nextMonth: "Month after", monthLevelControl: "Choose the month" }}
        maxDate={today}
        defaultDate={period.to > today ? today : period.from}
        value={range}
        onChange={setRange}
        size="md"
      />
      <Button mt={8} size="md" fullWidth disabled={from === null || to === null} onClick={use}>
        {from !== null && to !== null ? `Show ${periodInWords(from, to)}` : "Choose the last day"}
      </Button>
    </div>
  )
}
