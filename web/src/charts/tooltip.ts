import { FEW, show, showInterval } from "../../../src/format.ts"
import { judgedInWords } from "../answers/judged-words.ts"
import { CUT_SAYS } from "../answers/complete.ts"
import type { Point } from "../answers/points.ts"
import type { Drawing } from "./drawing.ts"

/** What stands behind the point under the pointer: value, doubt, number of rows, and the point it is compared with. */
export function tooltipFor({ points, unit, colours }: Drawing) {
  return {
    trigger: "axis",
    axisPointer: { type: "line", lineStyle: { color: colours.before, width: 1 } },
    backgroundColor: colours.surface,
    borderColor: colours.line,
    borderWidth: 1,
    padding: [8, 12],
    confine: true,
    textStyle: { color: colours.ink, fontSize: 12, fontFamily: "inherit" },
    formatter: (shown: unknown) => {
      const index = Array.isArray(shown) ? (shown[0] as { dataIndex?: number } | undefined)?.dataIndex : undefined
      const point = index === undefined ? undefined : points[index]
      return point ? lines(sentences(point, unit)) : ""
    },
  }
}

function sentences(point: Point, unit: Drawing["unit"]): string[] {
  const { cell, change, name, cut, ahead, limits, judged } = point
  if (ahead) return [name, "Not reached yet"]
  if (!cell || cell.value === null) return [name, cell?.because ?? "Nothing to say: no rows"]
  return [
    name,
    show(cell.value, unit),
    ...(cell.low !== null && cell.high !== null ? [`95 %: ${show(cell.low, unit)} – ${show(cell.high, unit)}`] : []),
    `from ${show(cell.n, "count")} ${cell.n === 1 ? "row" : "rows"}${cell.lowN ? ` — ${FEW}` : ""}`,
    ...(change && change.before.value !== null ? [`before: ${show(change.before.value, unit)}`] : []),
    ...(limits ? [`${limits.outside ? "outside what is usual" : "usual"}: ${showInterval(limits.low, limits.high, unit)}`] : []),
    ...(judged ? [judgedInWords(judged, unit)] : []),
    ...(cut ? [CUT_SAYS[cut]] : []),
  ]
}

/** Built as nodes, not as markup: a topic or a team may be named anything. */
function lines(texts: readonly string[]): HTMLElement {
  const box = document.createElement("div")
  texts.forEach((text, index) => {
    const line = box.appendChild(document.createElement("div"))
    line.textContent = text
    if (index === 1) line.style.cssText = "font-weight:650;font-size:15px;font-variant-numeric:tabular-nums;line-height:1.5"
    if (index !== 1) line.style.opacity = index === 0 ? "1" : "0.85"
  })
  return box
}
