import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts"
import type { Point } from "../answers/points.ts"
import type { Colours } from "./colours.ts"

/** The interval of each value as a ribbon behind the line, broken where there is none. */
export function bandSeries(points: readonly Point[], colours: Colours) {
  const runs = runsWithInterval(points)
  return {
    type: "custom",
    z: 2,
    silent: true,
    clip: true,
    data: runs.map((_run, index) => [index]),
    renderItem: (_params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const run = runs[Number(api.value(0))] ?? []
      const upper = run.map(({ bucket, high }) => api.coord([bucket, high]))
      const lower = run.map(({ bucket, low }) => api.coord([bucket, low])).reverse()
      const shape = run.length === 1 ? whisker(upper[0], lower[0]) : [...upper, ...lower]
      return { type: "polygon", shape: { points: shape }, style: { fill: colours.band } }
    },
  }
}

interface Bounds {
  readonly bucket: number
  readonly low: number
  readonly high: number
}

/** Stretches of neighbouring points that all have an interval. */
function runsWithInterval(points: readonly Point[]): Bounds[][] {
  const runs: Bounds[][] = [[]]
  for (const { bucket, cell } of points) {
    const { low = null, high = null, value = null } = cell ?? {}
    if (low === null || high === null || value === null) runs.push([])
    else runs.at(-1)?.push({ bucket, low, high })
  }
  return runs.filter((run) => run.length > 0)
}

const HALF_WIDTH = 3

function whisker(upper: readonly number[] | undefined, lower: readonly number[] | undefined): number[][] {
  const [x = 0, top = 0] = upper ?? []
  const bottom = lower?.[1] ?? top
  return [
    [x - HALF_WIDTH, top],
    [x + HALF_WIDTH, top],
    [x + HALF_WIDTH, bottom],
    [x - HALF_WIDTH, bottom],
  ]
}
