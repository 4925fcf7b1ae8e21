import type { KeyboardEvent } from "react"
import { show } from "../../../src/format.ts"
import type { Point } from "../answers/points.ts"
import classes from "./heat-map.module.css"

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const
const DAY_INDEXES = DAYS.map((_, day) => day)
/** Along the top, every so many hours are named. */
const NAMED_HOURS = 3

interface HourGridProps {
  readonly points: readonly Point[]
  /** The days stand side by side, the hours one under another: for narrow pages. */
  readonly upright: boolean
  readonly at: number | null
  readonly onAt: (index: number | null) => void
  readonly onOpen: (index: number) => void
}

/** The hours of the week. One stop for the Tab key; the arrows walk from hour to hour. */
export function HourGrid({ points, upright, at, onAt, onOpen }: HourGridProps) {
  const most = Math.max(0, ...points.map((point) => point.cell?.value ?? 0))
  const [rows, columns] = upright ? [HOURS, DAY_INDEXES] : [DAY_INDEXES, HOURS]
  const indexAt = (row: number, column: number): number => (upright ? column * 24 + row : row * 24 + column)
  return (
    <table className={classes.grid} data-upright={upright}>
      <Headings upright={upright} columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{upright ? row : DAYS[row]}</th>
            {columns.map((column) => {
              const index = indexAt(row, column)
              return (
                <td key={column}>
                  <Hour {...{ index, most, upright, onAt, onOpen }} point={points[index]} stop={index === (at ?? 0)} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Headings({ upright, columns }: { upright: boolean; columns: readonly number[] }) {
  const unsaid = (text: string | number) => <span className="unsaid">{text}</span>
  return (
    <thead>
      <tr>
        <th scope="col">{unsaid(upright ? "Hour" : "Day")}</th>
        {columns.map((column) => (
          <th key={column} scope="col">
            {upright ? DAYS[column] : column % NAMED_HOURS === 0 ? column : unsaid(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface HourProps {
  readonly index: number
  readonly point: Point | undefined
  readonly most: number
  readonly upright: boolean
  readonly stop: boolean
  readonly onAt: (index: number | null) => void
  readonly onOpen: (index: number) => void
}

function Hour({ index, point, most, upright, stop, onAt, onOpen }: HourProps) {
  const value = point?.cell?.value ?? null
  const heat = value === null || most === 0 ? 0 : value / most
  return (
    <button
      type="button"
      data-hour={index}
      tabIndex={stop ? 0 : -1}
      className={classes.hour}
      data-none={value === null}
      style={{ backgroundColor: value === null ? undefined : `rgba(var(--heat), ${0.04 + 0.92 * heat})` }}
      aria-label={`${point?.name ?? ""}: ${show(value, "per_hour")}`}
      onFocus={() => onAt(index)}
      onMouseEnter={() => onAt(index)}
      onMouseLeave={() => onAt(null)}
      onKeyDown={(event) => walk(event, index, upright)}
      onClick={() => onOpen(index)}
    />
  )
}

/** Moves the focus to the hour beside, above or below. */
function walk(event: KeyboardEvent, index: number, upright: boolean): void {
  const step = (upright ? STEPS_UPRIGHT : STEPS)[event.key]
  if (step === undefined) return
  event.preventDefault()
  event.currentTarget
    .closest("table")
    ?.querySelector<HTMLElement>(`[data-hour="${index + step}"]`)
    ?.focus()
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -24, ArrowDown: 24 }
const STEPS_UPRIGHT: Readonly<Record<string, number>> = { ArrowLeft: -24, ArrowRight: 24, ArrowUp: -1, ArrowDown: 1 }
