import type { Change, Definition } from "../../../src/query/question.ts"
import { showChange } from "../../../src/format.ts"
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
  const { word, tone } = verdict(change, better)
  return (
    <span className={classes.mark} data-tone={tone}>
      <span aria-hidden className={classes.arrow}>
        {arrow(change.amount)}
      </span>
      <span className="unsaid">{change.amount > 0 ? "up" : change.amount < 0 ? "down" : ""}</span>
      {unsigned(showChange(change.amount, change.unit))} <span className={classes.word}>{word}</span>
    </span>
  )
}

interface Verdict {
  readonly word: string
  readonly tone: "good" | "bad" | "neutral"
}

function verdict({ amount, good, low, high }: Change, better: Direction): Verdict {
  if (amount === null || amount === 0) return { word: "unchanged", tone: "neutral" }
  if (isWithinNoise(low, high)) return { word: "within noise", tone: "neutral" }
  if (good === null || better === "neutral") return { word: amount > 0 ? "more" : "less", tone: "neutral" }
  return good ? { word: "better", tone: "good" } : { word: "worse", tone: "bad" }
}

/** The interval of the difference holds "no difference". */
const isWithinNoise = (low: number | null | undefined, high: number | null | undefined): boolean =>
  low !== null && low !== undefined && high !== null && high !== undefined && low <= 0 && high >= 0

/** The arrow says the sign. */
const unsigned = (text: string): string => text.replace(/^[+−]/, "")

const arrow = (amount: number): string => (amount === 0 ? "→" : amount > 0 ? "↑" : "↓")
