import { show } from "../../../src/format.ts"
import type { Attainment, Grain, Judgement, Unit } from "../../../src/query/question.ts"
import { PLURALS } from "./bucket-words.ts"
import { capital } from "./capital.ts"
import classes from "./judged-mark.module.css"
import { judgedInWords } from "./judged-words.ts"

interface JudgedMarkProps {
  readonly judgement: Judgement
  readonly attainment: Attainment | undefined
  readonly unit: Unit
  readonly grain: Grain | undefined
}

/** How a number stands to its target. The colour only repeats what the words say, and only where they are certain. */
export function JudgedMark({ judgement, attainment, unit, grain }: JudgedMarkProps) {
  const { met, certain } = judgement
  const tone = met === null || certain !== true ? "open" : met ? "good" : "bad"
  return (
    <p className={classes.mark} data-tone={tone} data-judged={met === null ? "unknown" : met ? "met" : "missed"}>
      <b>{capital(judgedInWords(judgement, unit))}</b>
      {attainment && attainment.of > 0 && grain && (
        <span>
          {" · met in "}
          {show(attainment.met, "count")} of {show(attainment.of, "count")} {PLURALS[grain]}
        </span>
      )}
    </p>
  )
}
