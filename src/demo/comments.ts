import { DAY, MINUTE } from "./local.ts"
import type { World } from "./world.ts"

/** The second version of the classifier, half a year on, is the better one. */
const VERSIONS = [
  { version: "1", right: 0.78 },
  { version: "2", right: 0.88 },
] as const
const READ_BY_PEOPLE = 0.15
const SENTIMENTS = ["negative", "neutral", "positive"] as const

/** A classifier reads every comment at once, and people some of them on the following days. */
export function readComment({ reading, journal, year }: World, survey: string, at: number, content: boolean): void {
  const truth = reading.happens(0.18) ? "neutral" : content ? "positive" : "negative"
  const { version, right } = VERSIONS[year.share(year.home.day(at)) < 0.5 ? 0 : 1]
  const others = SENTIMENTS.filter((one) => one !== truth)
  journal.write("survey", "survey.labelled", survey, at + MINUTE, {
    sentiment: reading.happens(right) ? truth : reading.pick(others),
    author: "bot",
    version,
  })
  if (!reading.happens(READ_BY_PEOPLE)) return
  journal.write("survey", "survey.labelled", survey, at + reading.between(1, 4) * DAY, { sentiment: truth, author: "agent" })
}
