import type { Change, Definition } from "../../../src/query/question.ts"
import { directionOf, isWithinNoise, showChange } from "../../../src/format.ts"
import classes from "./change-mark.module.css"

type Direction = Definition["better"]

/** How a number moved: an arrow, an amount and a word. The colour only repeats what the word says. */
export function ChangeMark({
  change,
  better,
  against,
}: {
  change: Change | undefined | null
  better: Direction
  against: string
}) {
  if (!change || change.amount === null) {
    return (
      <span className={classes.mark} title={`No comparison with ${against}: one of the two has no value.`}>
        <span aria-hidden>—</span>
        <span className="unsaid">no change can be said</span>
      </span>
    )
  }
  const { word, tone, why } = verdict(change, better)
  const direction = directionOf(change.amount)
  return (
    <span className={classes.mark} data-tone={tone} title={why}>
      <span aria-hidden className={classes.arrow}>
        {ARROWS[direction]}
      </span>
      <span className="unsaid">{SAID[direction]}</span>
      {unsigned(showChange(change.amount, change.unit))} <span className={classes.word}>{word}</span>
    </span>
  )
}

interface Verdict {
  readonly word: string
  readonly tone: "good" | "bad" | "neutral"
  readonly why?: string
}

const SETTLING = "The latest had less time than those they are compared with: no judgement yet."

function verdict(change: Change, better: Direction): Verdict {
  const { amount, good, settling } = change
  if (amount === null || directionOf(amount) === 0) return { word: "unchanged", tone: "neutral" }
  if (settling) return { word: "still settling", tone: "neutral", why: SETTLING }
  if (isWithinNoise(change)) return { word: "within noise", tone: "neutral" }
  if (good === null || better === "neutral") return { word: amount > 0 ? "more" : "less", tone: "neutral" }
  return good ? { word: "better", tone: "good" } : { word: "worse", tone: "bad" }
}

/** The arrow says the sign. */
const unsigned = (text: string): string => text.replace(/^[+−]/, "")

const ARROWS = { [-1]: "↓", 0: "→", 1: "↑" }
const SAID = { [-1]: "down", 0: "", 1: "up" }
