import type { EChartsCoreOption } from "echarts/core"
import type { Point } from "../answers/points.ts"
import { axisFor, tickLabel } from "./axis.ts"
import { bandSeries } from "./band.ts"
import type { Colours } from "./colours.ts"
import type { Drawing } from "./drawing.ts"
import { hatchSeries } from "./hatch.ts"
import { limitSeries, signalSeries, targetSeries } from "./judged-series.ts"
import { tooltipFor } from "./tooltip.ts"

/** Points up to this many get a mark each; more would be a caterpillar. */
const MOST_MARKS = 40

/** One metric over time: bars for counts, a line for the rest, its doubt as a band, the comparison as a thin line. */
export function seriesOption(drawing: Drawing): EChartsCoreOption {
  const { points, unit, colours } = drawing
  const counted = unit === "count"
  return {
    animation: false,
    textStyle: { fontFamily: "inherit" },
    grid: { left: 4, right: 8, top: 12, bottom: 6, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: tooltipFor(drawing),
    xAxis: timeAxis(drawing),
    yAxis: valueAxis(drawing),
    series: [
      hatchSeries(points, colours),
      ...(counted ? [] : [bandSeries(points, colours)]),
      beforeSeries(points, colours),
      ...limitSeries(points, colours),
      ...targetSeries(points, colours),
      counted ? bars(points, colours) : line(points, colours),
      ...signalSeries(points, colours),
    ],
  }
}

function timeAxis({ points, colours, narrow }: Drawing) {
  return {
    type: "category",
    data: points.map((point) => point.label),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: {
      color: colours.soft,
      fontSize: 11,
      hideOverlap: true,
      margin: 10,
      interval: everyNth(points.length, narrow ? 4 : 6),
    },
  }
}

function valueAxis({ points, unit, colours }: Drawing) {
  const axis = axisFor(points.flatMap(drawnValues), unit)
  return {
    type: "value",
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    axisLabel: { color: colours.soft, fontSize: 11, formatter: (value: number) => tickLabel(value, unit) },
    splitLine: { lineStyle: { color: colours.line, width: 1 } },
  }
}

function bars(points: readonly Point[], colours: Colours) {
  return {
    type: "bar",
    z: 4,
    barMaxWidth: 26,
    barCategoryGap: "28%",
    cursor: "pointer",
    data: points.map(({ cell, cut }) => ({
      value: cell?.value ?? null,
      itemStyle: cut
        ? { color: colours.band, borderColor: colours.series, borderWidth: 1.2, borderType: "dashed", borderRadius: [3, 3, 0, 0] }
        : { color: colours.bar, borderRadius: [3, 3, 0, 0] },
    })),
  }
}

function line(points: readonly Point[], colours: Colours) {
  const all = points.length <= MOST_MARKS
  return {
    type: "line",
    z: 5,
    connectNulls: false,
    lineStyle: { color: colours.series, width: 2 },
    data: points.map((point, index) => ({
      value: point.cell?.value ?? null,
      symbol: all || point.cell?.lowN || alone(points, index) ? "circle" : "none",
      symbolSize: point.cell?.lowN ? 7 : 5,
      itemStyle: point.cell?.lowN
        ? { color: colours.surface, borderColor: colours.series, borderWidth: 1.5 }
        : { color: colours.series, borderWidth: 0 },
    })),
  }
}

function beforeSeries(points: readonly Point[], colours: Colours) {
  return {
    type: "line",
    z: 3,
    silent: true,
    symbol: "none",
    connectNulls: false,
    lineStyle: { color: colours.before, width: 1.2, type: [4, 3] },
    data: points.map((point) => point.change?.before.value ?? null),
  }
}

/** A value between two gaps would be invisible as a line. */
function alone(points: readonly Point[], index: number): boolean {
  const empty = (at: number): boolean => (points[at]?.cell?.value ?? null) === null
  return empty(index - 1) && empty(index + 1)
}

function drawnValues({ cell, change, limits, judged }: Point): number[] {
  // The band may be far wider than the values; the axis holds the values, and the band is cut where it leaves.
  const drawn = [cell?.value, change?.before.value, limits?.low, limits?.high, judged?.target]
  return drawn.filter((value): value is number => typeof value === "number")
}

/** Shows about `wanted` labels, evenly, counted from the first. */
function everyNth(count: number, wanted: number): (index: number) => boolean {
  const step = Math.max(1, Math.ceil(count / wanted))
  return (index) => index % step === 0
}
