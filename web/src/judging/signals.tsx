import { show, showInterval } from "../../../src/format.ts"
import type { Answer } from "../../../src/query/question.ts"
import { capital } from "../answers/capital.ts"
import { PLURALS } from "../answers/bucket-words.ts"
import { definitionOf, type Point, pointsOf } from "../answers/points.ts"
import { BehindLink } from "../rows/behind-link.tsx"
import classes from "./signals.module.css"

/** More than these are in the chart's table. */
const MOST_NAMED = 8

/** Which points lie outside what is usual, in words, and what that means. */
export function Signals({ answer, metric }: { answer: Answer; metric: string }) {
  const { grain = "day" } = answer.question
  const judged = pointsOf(answer, metric).filter((point) => point.limits !== null)
  if (judged.length === 0) return null
  const outside = judged.filter((point) => point.limits?.outside)
  const all = `${show(judged.length, "count")} ${PLURALS[grain]}`
  return (
    <div className={classes.signals}>
      <p>
        {outside.length === 0 ? (
          <>
            <b>All {all} are usual.</b> Their ups and downs are what chance alone makes of this period; none of them needs a
            cause.
          </>
        ) : (
          <>
            <b>
              {show(outside.length, "count")} of {all} {outside.length === 1 ? "is" : "are"} unusual.
            </b>{" "}
            A point outside the limits is worth a question; a move inside them is not.
          </>
        )}
      </p>
      {outside.length > 0 && (
        <ul>
          {outside.slice(0, MOST_NAMED).map((point) => (
            <Signal key={point.bucket} point={point} answer={answer} metric={metric} />
          ))}
          {outside.length > MOST_NAMED && <li>and {show(outside.length - MOST_NAMED, "count")} more, in the chart’s table</li>}
        </ul>
      )}
    </div>
  )
}

function Signal({ point, answer, metric }: { point: Point; answer: Answer; metric: string }) {
  const { unit } = definitionOf(answer, metric)
  const value = show(point.cell?.value, unit)
  return (
    <li>
      {capital(point.name)}:{" "}
      <BehindLink
        number={{ metric, each: answer.question.grain, bucket: point.bucket }}
        label={`${point.name}: ${value}. Show the rows`}
      >
        <b>{value}</b>
      </BehindLink>
      , usual {showInterval(point.limits?.low ?? null, point.limits?.high ?? null, unit)}
    </li>
  )
}
