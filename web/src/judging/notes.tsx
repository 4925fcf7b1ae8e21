import type { Answer } from "../../../src/query/question.ts"
import classes from "./notes.module.css"

/** What a reader must know beside the numbers, in the answer's own words. */
export function Notes({ answer }: { answer: Answer }) {
  if (answer.notes.length === 0) return null
  return (
    <ul className={classes.notes} aria-label="Notes">
      {answer.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
