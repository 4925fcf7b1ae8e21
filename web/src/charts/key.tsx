import { FEW } from "../../../src/format.ts"
import type { Answer } from "../../../src/query/question.ts"
import { fullName } from "../answers/bucket-words.ts"
import { cutOf } from "../answers/complete.ts"
import classes from "./key.module.css"

/** How to read the charts, said once for all of them. */
export function ChartKey({ answer, against }: { answer: Answer; against: string | null }) {
  const partial = answer.buckets
    .filter((bucket) => cutOf(bucket, answer) !== null)
    .map((bucket) => fullName(bucket, answer.question.grain ?? "day"))
  return (
    <ul className={classes.key} aria-label="How to read the charts">
      <Entry mark="line">this period</Entry>
      {against !== null && <Entry mark="before">{against}</Entry>}
      <Entry mark="band">95 % interval</Entry>
      <Entry mark="few">{FEW}</Entry>
      {answer.rows.some((row) => row.limits !== undefined) && (
        <>
          <Entry mark="limits">limits of usual variation</Entry>
          <Entry mark="signal">outside them</Entry>
        </>
      )}
      {answer.question.targets !== undefined && <Entry mark="target">target</Entry>}
      {partial.length > 0 && <Entry mark="partial">{`not complete: ${partial.join(", ")}`}</Entry>}
    </ul>
  )
}

type Mark = "line" | "before" | "band" | "few" | "partial" | "limits" | "signal" | "target"
const LINES: readonly Mark[] = ["line", "before", "limits", "target"]

function Entry({ mark, children }: { mark: Mark; children: string }) {
  return (
    <li>
      <svg width="22" height="12" aria-hidden className={classes[mark]}>
        {mark === "few" ? (
          <circle cx="11" cy="6" r="4" />
        ) : mark === "signal" ? (
          <path d="M11 1l5 5-5 5-5-5z" />
        ) : LINES.includes(mark) ? (
          <path d="M1 6h20" />
        ) : (
          <rect x="1" y="1" width="20" height="10" />
        )}
        {mark === "partial" && <path d="M1 7l6-6M1 11l10-10M7 11l10-10M13 11l8-8M19 11l2-2" />}
      </svg>
      {children}
    </li>
  )
}
