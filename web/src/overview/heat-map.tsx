import { useMediaQuery } from "@mantine/hooks"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { show } from "../../../src/format.ts"
import type { Answer } from "../../../src/query/question.ts"
import { capital } from "../answers/capital.ts"
import { definitionOf, type Point, pointsOf, wholeOf } from "../answers/points.ts"
import { useMeta } from "../meta.tsx"
import { behind } from "../rows/search.ts"
import { useScope } from "../scope/use-scope.ts"
import classes from "./heat-map.module.css"
import { HourGrid } from "./hour-grid.tsx"
import { Panel } from "./panel.tsx"

export const HEAT_METRIC = "busy_hour"

/** When customers come: each hour of the week, per occurrence of that hour in the period. */
export function HeatMap({ answer, earlier }: { answer: Answer; earlier: boolean }) {
  const definition = definitionOf(answer, HEAT_METRIC)
  const points = pointsOf(answer, HEAT_METRIC)
  const [at, setAt] = useState<number | null>(null)
  const upright = useMediaQuery("(max-width: 48em)") ?? false
  const open = useOpen()
  const shown = at === null ? busiest(points) : points[at]
  return (
    <Panel
      title="When customers come"
      asks={`Contacts in each hour of the week, ${answer.period.zone}`}
      definition={definition}
      earlier={earlier}
    >
      <HourGrid points={points} upright={upright} at={at} onAt={setAt} onOpen={open} />
      <p className={classes.readout} aria-live="polite">
        {shown ? sentence(shown, answer, at === null) : `${capital(why(answer))}.`}
      </p>
    </Panel>
  )
}

function useOpen(): (bucket: number) => void {
  const { scope } = useScope()
  const { today } = useMeta()
  const navigate = useNavigate()
  return (bucket) =>
    void navigate({ to: "/behind", search: behind(scope, today, { metric: HEAT_METRIC, each: "hour_of_week", bucket }) })
}

/** Why there is no busiest hour: the events it counts are not in the data, or not in the period. */
function why(answer: Answer): string {
  return wholeOf(answer)?.cells[HEAT_METRIC]?.because ?? "no contacts in this period"
}

function busiest(points: readonly Point[]): Point | undefined {
  const known = points.filter((point) => (point.cell?.value ?? 0) > 0)
  return known.reduce<Point | undefined>(
    (best, point) => (best && (best.cell?.value ?? 0) >= (point.cell?.value ?? 0) ? best : point),
    undefined,
  )
}

function sentence(point: Point, answer: Answer, isBusiest: boolean): string {
  const occurrences = answer.buckets[point.bucket]?.occurrences ?? 0
  const times = `${show(occurrences, "count")} ${occurrences === 1 ? "such hour" : "such hours"} in the period`
  const value = point.cell?.value ?? null
  const said =
    value === null ? "nothing to say" : `${show(value, "per_hour")}, from ${show(point.cell?.n ?? 0, "count")} contacts`
  return `${isBusiest ? "Busiest: " : ""}${point.label} — ${said}, ${times}`
}
