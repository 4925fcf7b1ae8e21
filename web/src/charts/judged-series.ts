import type { Point } from "../answers/points.ts"
import type { Colours } from "./colours.ts"

/** What is usual in each bucket: the centre as a thin line, the limits as steps, for they may differ from bucket to bucket. */
export function limitSeries(points: readonly Point[], colours: Colours) {
  if (points.every((point) => point.limits === null)) return []
  return [
    steps(points, colours, { of: "centre", width: 1, type: "solid" }),
    steps(points, colours, { of: "low", width: 1.2, type: [2, 3] }),
    steps(points, colours, { of: "high", width: 1.2, type: [2, 3] }),
  ]
}

interface Steps {
  readonly of: "centre" | "low" | "high"
  readonly width: number
  readonly type: "solid" | number[]
}

function steps(points: readonly Point[], colours: Colours, { of, width, type }: Steps) {
  return {
    type: "line",
    z: 3,
    silent: true,
    symbol: "none",
    step: "middle",
    connectNulls: false,
    lineStyle: { color: colours.limits, width, type },
    data: points.map((point) => point.limits?.[of] ?? null),
  }
}

/** What the metric should be. */
export function targetSeries(points: readonly Point[], colours: Colours) {
  if (points.every((point) => point.judged === null)) return []
  return [
    {
      type: "line",
      z: 3,
      silent: true,
      symbol: "none",
      lineStyle: { color: colours.target, width: 1.4, type: [8, 4] },
      data: points.map((point) => point.judged?.target ?? null),
    },
  ]
}

/** The points that lie outside what is usual, marked over everything else. */
export function signalSeries(points: readonly Point[], colours: Colours) {
  if (points.every((point) => point.limits?.outside !== true)) return []
  return [
    {
      type: "line",
      z: 6,
      silent: true,
      symbol: "diamond",
      symbolSize: 12,
      lineStyle: { width: 0 },
      itemStyle: { color: colours.signal, borderColor: colours.surface, borderWidth: 1.5 },
      data: points.map(({ limits, cell }) => (limits?.outside ? (cell?.value ?? null) : null)),
    },
  ]
}
