import type { Band, Cell, Unit } from "../../../src/query/question.ts"
import { type Axis, tickLabel } from "../charts/axis.ts"
import classes from "./dot-plot.module.css"

interface DotPlotProps {
  readonly axis: Axis
  readonly cell: Cell | undefined
  readonly band: Band | undefined
  readonly chosen: boolean
}

/** One definition's value and interval on the axis that all of them share. What it shows also stands beside it in words. */
export function DotPlot({ axis, cell, band, chosen }: DotPlotProps) {
  const { value = null, low = null, high = null } = cell ?? {}
  return (
    <div className={classes.plot} aria-hidden>
      {ticksOf(axis).map((tick) => (
        <span key={tick} className={classes.tick} style={{ left: at(tick, axis) }} />
      ))}
      {band && band.least !== null && band.most !== null && (
        <span className={classes.band} style={between(band.least, band.most, axis)} />
      )}
      {value !== null && low !== null && high !== null && <span className={classes.interval} style={between(low, high, axis)} />}
      {value !== null && <span className={classes.dot} data-chosen={chosen} style={{ left: at(value, axis) }} />}
    </div>
  )
}

/** The axis under the dots. */
export function DotAxis({ axis, unit }: { axis: Axis; unit: Unit }) {
  return (
    <div className={classes.axis}>
      {ticksOf(axis).map((tick) => (
        <span key={tick} style={{ left: at(tick, axis) }}>
          {tickLabel(tick, unit)}
        </span>
      ))}
    </div>
  )
}

const ticksOf = ({ min, max, step }: Axis): readonly number[] =>
  Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step)

const share = (value: number, { min, max }: Axis): number => (100 * (value - min)) / (max - min)

const at = (value: number, axis: Axis): string => `${share(value, axis)}%`

const between = (low: number, high: number, axis: Axis) => ({
  left: at(low, axis),
  width: `${share(high, axis) - share(low, axis)}%`,
})
