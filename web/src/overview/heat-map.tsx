import { useMediaQuery } from "@mantine/hooks"
import { useNavigate } from "@tanstack/react-router"
import { type KeyboardEvent, useState } from "react"
import { show } from "../../../src/format.ts"
import type { Answer } from "../../../src/query/question.ts"
import { definitionOf, type Point, pointsOf } from "../answers/points.ts"
import { useMeta } from "../meta.tsx"
import { behind } from "../rows/search.ts"
import { useScope } from "../scope/use-scope.ts"
import classes from "./heat-map.module.css"
import { Panel } from "./panel.tsx"

export const HEAT_METRIC = "busy_hour"
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const

/** When customers come: each hour of the week, per occurrence of that hour in the period. */
export function HeatMap({ answer }: { answer: Answer }) {
  const definition = definitionOf(answer, HEAT_METRIC)
  const points = pointsOf(answer, HEAT_METRIC)
  const [at, setAt] = useState<number | null>(null)
  const upright = useMediaQuery("(max-width: 48em)") ?? false
  const shown = at === null ? busiest(points) : points[at]
  return (
    <Panel title="When customers come" asks={`Contacts in each hour of the week, ${answer.period.zone}`} definition={definition}>
      <Grid points={points} upright={upright} at={at} onAt={setAt} />
      <p className={classes.readout} aria-live="polite">
        {shown ? sentence(shown, answer, at === null) : "No contacts in this period."}
      </p>
    </Panel>
  )
}

interface GridProps {
  readonly points: readonly Point[]
  readonly upright: boolean
  readonly at: number | null
  readonly onAt: (index: number | null) => void
}

/** One stop for the Tab key; the arrows walk from hour to hour. On a narrow page the days stand side by side instead. */
function Grid({ points, upright, at, onAt }: GridProps) {
  const most = Math.max(0, ...points.map((point) => point.cell?.value ?? 0))
  const open = useOpen()
  const days = DAYS.map((_, day) => day)
  const [rows, columns] = upright ? [HOURS, days] : [days, HOURS]
  const indexAt = (row: number, column: number): number => (upright ? column * 24 + row : row * 24 + column)
  const walk = (event: KeyboardEvent): void => {
    const next = (at ?? 0) + (steps(upright)[event.key] ?? 0)
    if (!(event.key in steps(upright)) || !points[next]) return
    event.preventDefault()
    onAt(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-hour="${next}"]`)?.focus()
  }
  return (
    <table className={classes.grid} data-upright={upright} onKeyDown={walk} onMouseLeave={() => onAt(null)}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {upright ? DAYS[column] : column % 3 === 0 ? column : <span className={classes.unsaid}>{column}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{upright ? row : DAYS[row]}</th>
            {columns.map((column) => {
              const index = indexAt(row, column)
              return (
                <Hour
                  key={column}
                  index={index}
                  point={points[index]}
                  most={most}
                  stop={index === (at ?? 0)}
                  onAt={onAt}
                  onOpen={open}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HourProps {
  readonly index: number
  readonly point: Point | undefined
  readonly most: number
  readonly stop: boolean
  readonly onAt: (index: number) => void
  readonly onOpen: (index: number) => void
}

function Hour({ index, point, most, stop, onAt, onOpen }: HourProps) {
  const value = point?.cell?.value ?? null
  const heat = value === null || most === 0 ? 0 : value / most
  return (
    <td>
      <button
        type="button"
        data-hour={index}
        tabIndex={stop ? 0 : -1}
        className={classes.hour}
        data-none={value === null}
        style={{ backgroundColor: value === null ? undefined : `rgba(var(--heat), ${0.04 + 0.92 * heat})` }}
        aria-label={`${point?.label ?? ""}: ${show(value, "per_hour")}`}
        onFocus={() => onAt(index)}
        onMouseEnter={() => onAt(index)}
        onClick={() => onOpen(index)}
      />
    </td>
  )
}

function useOpen(): (bucket: number) => void {
  const { scope } = useScope()
  const { today } = useMeta()
  const navigate = useNavigate()
  return (bucket) =>
    void navigate({ to: "/behind", search: behind(scope, today, { metric: HEAT_METRIC, each: "hour_of_week", bucket }) })
}

const steps = (upright: boolean): Readonly<Record<string, number>> =>
  upright
    ? { ArrowLeft: -24, ArrowRight: 24, ArrowUp: -1, ArrowDown: 1 }
    : { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -24, ArrowDown: 24 }

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
