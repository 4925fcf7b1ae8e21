import { useComputedColorScheme } from "@mantine/core"
import { useElementSize, useMergedRef } from "@mantine/hooks"
import { useEffect, useRef } from "react"
import type { Unit } from "../../../src/query/question.ts"
import type { Point } from "../answers/points.ts"
import { coloursOf } from "./colours.ts"
import { type EChartsType, init } from "./echarts.ts"
import { seriesOption } from "./series-option.ts"

export interface SeriesChartProps {
  readonly points: readonly Point[]
  readonly unit: Unit
  readonly height: number
  readonly onPoint: (bucket: number) => void
}

const NARROW_PX = 420

/** The drawing itself. What it shows is also in the table beside it, so assistive technology skips it. */
export default function SeriesChart({ points, unit, height, onPoint }: SeriesChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const { ref, width } = useElementSize<HTMLDivElement>()
  const merged = useMergedRef(box, ref)
  const chart = useRef<EChartsType | null>(null)
  const clicked = useRef(onPoint)
  const colorScheme = useComputedColorScheme("light")

  useEffect(() => {
    clicked.current = onPoint
  }, [onPoint])

  useEffect(() => {
    if (!box.current) return undefined
    const drawn = init(box.current, null, { renderer: "svg" })
    chart.current = drawn
    drawn.getZr().on("click", ({ offsetX, offsetY }) => {
      if (!drawn.containPixel("grid", [offsetX, offsetY])) return
      clicked.current(drawn.convertFromPixel({ xAxisIndex: 0 }, offsetX))
    })
    return () => drawn.dispose()
  }, [])

  useEffect(() => {
    if (!box.current || !chart.current) return
    // What is drawn because the page is being printed has not been measured yet, and must be there at once.
    const wide = width === 0 ? box.current.clientWidth : width
    if (wide === 0) return
    chart.current.resize()
    const narrow = wide < NARROW_PX
    chart.current.setOption(seriesOption({ points, unit, colours: coloursOf(box.current), narrow }), { notMerge: true })
    chart.current.getZr().flush()
    // On paper it is as wide as its place there.
    box.current.querySelector("svg")?.setAttribute("viewBox", `0 0 ${wide} ${height}`)
  }, [points, unit, width, height, colorScheme])

  return <div ref={merged} style={{ height, cursor: "pointer" }} aria-hidden data-drawing />
}
