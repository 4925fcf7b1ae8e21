import { ActionIcon } from "@mantine/core"
import { useIntersection, useMediaQuery, useWindowEvent } from "@mantine/hooks"
import { IconChartLine, IconTable } from "@tabler/icons-react"
import { useNavigate } from "@tanstack/react-router"
import { lazy, Suspense, useEffect, useMemo, useState } from "react"
import { flushSync } from "react-dom"
import { FEW, show } from "../../../src/format.ts"
import type { Answer, Grain, Unit } from "../../../src/query/question.ts"
import { ChangeMark } from "../answers/change-mark.tsx"
import { DefinitionButton } from "../answers/definition-button.tsx"
import { fullTitle } from "../answers/full-title.ts"
import { definitionOf, pointsOf, wholeOf } from "../answers/points.ts"
import { useMeta } from "../meta.tsx"
import { behind } from "../rows/search.ts"
import { useScope } from "../scope/use-scope.ts"
import classes from "./chart-tile.module.css"
import { PointsTable } from "./points-table.tsx"

const SeriesChart = lazy(() => import("./series-chart.tsx"))

const HEIGHT_PX = 190
const TALL_PX = 260

/** One metric over the period: its name and number, and the drawing, or the same as a table. */
export function ChartTile({
  answer,
  metric,
  grain,
  against,
  tall = false,
}: {
  answer: Answer
  metric: string
  grain: Grain
  against: string | null
  /** Where it stands alone. */
  tall?: boolean | undefined
}) {
  const [table, setTable] = useState(false)
  const definition = definitionOf(answer, metric)
  const title = fullTitle(definition)
  const points = useMemo(() => pointsOf(answer, metric), [answer, metric])
  const whole = wholeOf(answer)
  const cell = whole?.cells[metric]
  const empty = points.every((point) => (point.cell?.value ?? null) === null)
  const notes = empty ? [] : notesOn(points)
  return (
    <figure className={classes.tile} data-chart={metric}>
      <figcaption className={classes.head}>
        <div className={classes.names}>
          <h3 className={classes.title}>{title}</h3>
          <span className={classes.value}>{show(cell?.value ?? null, definition.unit)}</span>
          {against !== null && cell?.value != null && (
            <ChangeMark change={whole?.changes?.[metric]} better={definition.better} against={against} />
          )}
        </div>
        <TableSwitch title={title} table={table} onSwitch={() => setTable(!table)} />
        <DefinitionButton definition={definition} />
      </figcaption>
      {empty ? (
        <p className={classes.empty}>Nothing to draw: {cell?.because ?? "no rows in this period"}.</p>
      ) : table ? (
        <PointsTable points={points} metric={metric} title={title} unit={definition.unit} grain={grain} />
      ) : (
        <Drawing metric={metric} points={points} unit={definition.unit} grain={grain} tall={tall} />
      )}
      {notes.length > 0 && <p className={classes.notes}>{notes.join(" · ")}</p>}
    </figure>
  )
}

function TableSwitch({ title, table, onSwitch }: { title: string; table: boolean; onSwitch: () => void }) {
  const Icon = table ? IconChartLine : IconTable
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-pressed={table}
      aria-label={`${title} as a ${table ? "chart" : "table"}`}
      onClick={onSwitch}
    >
      <Icon size={17} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}

interface DrawingProps {
  readonly metric: string
  readonly points: ReturnType<typeof pointsOf>
  readonly unit: Unit
  readonly grain: Grain
  readonly tall: boolean
}

/** Drawn once it comes near the screen: sixteen charts at once would hold up the numbers. */
function Drawing({ metric, points, unit, grain, tall }: DrawingProps) {
  const { ref, entry } = useIntersection({ rootMargin: "300px" })
  const [seen, setSeen] = useState(false)
  const { scope } = useScope()
  const { today } = useMeta()
  const navigate = useNavigate()
  const narrow = useMediaQuery("(max-width: 40em)") ?? false
  useEffect(() => {
    if (entry?.isIntersecting) setSeen(true)
  }, [entry?.isIntersecting])
  // On paper everything is near: what was not scrolled to would be an empty place.
  useWindowEvent("beforeprint", () => flushSync(() => setSeen(true)))
  const open = (bucket: number): void => {
    if (points[bucket]?.cell) void navigate({ to: "/behind", search: behind(scope, today, { metric, each: grain, bucket }) })
  }
  const height = tall ? TALL_PX : narrow ? HEIGHT_PX - 20 : HEIGHT_PX
  return (
    <div ref={ref} className={classes.drawing} style={{ minHeight: height }}>
      {seen && (
        <Suspense fallback={null}>
          <SeriesChart points={points} unit={unit} height={height} onPoint={open} />
        </Suspense>
      )}
    </div>
  )
}

/** What the drawing cannot say by itself. */
function notesOn(points: ReturnType<typeof pointsOf>): string[] {
  const few = points.filter((point) => point.cell?.lowN && point.cell.value !== null)
  const none = points.filter((point) => !point.ahead && (point.cell?.value ?? null) === null)
  return [
    ...(few.length > 0 ? [`${show(few.length, "count")} of ${show(points.length, "count")} points rest on ${FEW}`] : []),
    ...(none.length > 0 ? [`${show(none.length, "count")} without a value`] : []),
  ]
}
