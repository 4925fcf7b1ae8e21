import type { Point } from "../answers/points.ts"
import classes from "./sparkline.module.css"

const WIDTH = 120
const HEIGHT = 36
const EDGE = 4

/** The run of the period in a thumbnail: gaps stay gaps, the unfinished last bucket is an open circle. */
export function Sparkline({ points }: { points: readonly Point[] }) {
  const values = points.map((point) => point.cell?.value ?? null)
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return <div className={classes.empty} aria-hidden />
  const most = Math.max(...known)
  const least = Math.min(...known)
  const x = (index: number): number => (index * (WIDTH - EDGE)) / Math.max(1, values.length - 1)
  const y = (value: number): number => EDGE + (most === least ? 0.5 : (most - value) / (most - least)) * (HEIGHT - 2 * EDGE)
  const last = values.findLastIndex((value) => value !== null)
  const end = values[last] ?? least
  return (
    <svg className={classes.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path d={path(values, x, y)} vectorEffect="non-scaling-stroke" />
      <line className={points[last]?.cut ? classes.openEnd : classes.end} x1={x(last)} x2={x(last)} y1={y(end)} y2={y(end)} />
    </svg>
  )
}

function path(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  let down = false
  return values
    .map((value, index) => {
      if (value === null) down = false
      if (value === null) return ""
      const step = `${down ? "L" : "M"}${x(index)} ${y(value)}`
      down = true
      return step
    })
    .join("")
}
