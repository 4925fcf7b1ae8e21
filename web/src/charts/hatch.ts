import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts"
import type { Point } from "../answers/points.ts"
import type { Colours } from "./colours.ts"

const SPACING = 6

/** The columns of buckets that are not complete, hatched behind everything else. */
export function hatchSeries(points: readonly Point[], colours: Colours) {
  return {
    type: "custom",
    z: 1,
    silent: true,
    data: points.filter((point) => point.cut !== null).map((point) => [point.bucket]),
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const [x = 0] = api.coord([Number(api.value(0)), 0])
      const size = api.size?.([1, 0])
      const width = Array.isArray(size) ? (size[0] ?? 0) : 0
      // On a Cartesian grid the params carry the grid's rectangle; the library's type leaves the system open.
      const grid = params.coordSys as unknown as { y: number; height: number }
      return {
        type: "path",
        shape: { pathData: diagonals(x - width / 2, grid.y, width, grid.height) },
        style: { stroke: colours.before, lineWidth: 0.8, opacity: 0.6, fill: "none" },
      }
    },
  }
}

/** Lines at 45° that end exactly at the rectangle's edges. */
export function diagonals(x: number, y: number, width: number, height: number): string {
  const parts: string[] = []
  for (let offset = SPACING; offset < width + height; offset += SPACING) {
    const fromX = Math.min(offset, width)
    const fromY = offset - fromX
    const toY = Math.min(offset, height)
    const toX = offset - toY
    parts.push(`M${x + fromX} ${y + fromY}L${x + toX} ${y + toY}`)
  }
  return parts.join("")
}
