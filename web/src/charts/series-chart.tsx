import { useMantineColorScheme } from "@mantine/core"
import { useElementSize } from "@mantine/hooks"
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
  const { ref, width } = useElementSize<HTMLDivElement>()
  const chart = useRef<EChartsType | null>(null)
  const clicked = useRef(onPoint)
  const { colorScheme } = useMantineColorScheme()

  useEffect(() => {
    clicked.current = onPoint
  }, [onPoint])

  useEffect(() => {
    if (!ref.current) return
    const drawn = init(ref.current, null, { renderer: "svg" })
    chart.current = drawn
    drawn.getZr().on("click", ({ offsetX, offsetY }) => {
      if (!drawn.containPixel("grid", [offsetX, offsetY])) return
      clicked.current(Number(drawn.convertFromPixel({ xAxisIndex: 0 }, offsetX)))
    })
    return () => drawn.dispose()
  }, [ref])

  useEffect(() => {
    if (!ref.current || !chart.current || width === 0) return
    chart.current.resize()
    const narrow = width < NARROW_PX
    chart.current.setOption(seriesOption({ points, unit, colours: coloursOf(ref.current), narrow }), { notMerge: true })
  }, [ref, points, unit, width, colorScheme])

  return <div ref={ref} style={{ height, cursor: "pointer" }} aria-hidden />
}
