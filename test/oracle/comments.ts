import { type Expected, share, tally } from "./estimates.ts"
import { type AskedSurveys, type Survey, surveysOf, within } from "./surveys.ts"

type Reader = "person" | "classifier"

/** What somebody last said of a comment: how it sounds, or what it is about. */
function last(asked: AskedSurveys, { sent }: Survey, said: "sentiment" | "topic", by: Reader): string | undefined {
  return asked.events
    .filter(
      (event) =>
        event.kind === "survey.labelled" &&
        event.subject === sent.subject &&
        event[said] !== undefined &&
        (event.author === "agent") === (by === "person"),
    )
    .sort((a, b) => a.at - b.at)
    .at(-1)?.[said]
}

/** The comments of the period by how they were read; what is not the customer's is left out. */
function commented(asked: AskedSurveys, read: (survey: Survey) => string | undefined) {
  const all = surveysOf(asked.events).filter(
    (survey) =>
      survey.answer !== undefined &&
      within(survey.answer.at, asked) &&
      (survey.answer.comment !== undefined ||
        (["sentiment", "topic"] as const).some(
          (said) => last(asked, survey, said, "person") ?? last(asked, survey, said, "classifier"),
        )),
  )
  const reasons = all.map((survey) => {
    if (survey.test) return "test"
    if (survey.answer!.author === "agent") return "by_agent"
    return read(survey) === undefined ? "unknown" : null
  })
  const counted = all.filter((_, i) => reasons[i] === null)
  return { counted, read: counted.map((survey) => read(survey)!), excluded: tally(reasons) }
}

const byAnybody = (asked: AskedSurveys, said: "sentiment" | "topic") => (survey: Survey) =>
  last(asked, survey, said, "person") ?? last(asked, survey, said, "classifier")
const by = (asked: AskedSurveys, reader: Reader) => (survey: Survey) => last(asked, survey, "sentiment", reader)

function sounding(sentiment: string, reader?: Reader) {
  return (asked: AskedSurveys): Expected => {
    const { read, excluded } = commented(asked, reader ? by(asked, reader) : byAnybody(asked, "sentiment"))
    return { ...share(read.filter((one) => one === sentiment).length, read.length), excluded }
  }
}

/** Turned round from what a classifier of that quality would have said of the true share. */
function corrected(asked: AskedSurveys): Expected {
  const { counted, read, excluded } = commented(asked, by(asked, "classifier"))
  const pairs = counted.map((survey, i) => ({ said: read[i] === "negative", truth: last(asked, survey, "sentiment", "person") }))
  const rate = (list: readonly { readonly said: boolean }[]) => list.filter(({ said }) => said).length / list.length
  const checked = pairs.filter(({ truth }) => truth !== undefined)
  const found = rate(checked.filter(({ truth }) => truth === "negative"))
  const falsely = rate(checked.filter(({ truth }) => truth !== "negative"))
  const value = found > falsely ? Math.min(1, Math.max(0, (rate(pairs) - falsely) / (found - falsely))) : null
  return { value, n: read.length, excluded }
}

/** Each theme's share of the comments of which anybody said what they are about. */
const themed = (asked: AskedSurveys, theme: string): Expected => {
  const { read } = commented(asked, byAnybody(asked, "topic"))
  const n = read.filter((one) => one === theme).length
  return { value: n === 0 ? null : n / read.length, n }
}

export const themes = { "sentiment_share:themes": themed } as const

/** By the name under which `ask` knows it. */
export const comments: Readonly<Record<string, (asked: AskedSurveys) => Expected>> = {
  sentiment_share: sounding("negative"),
  "sentiment_share:neutral": sounding("neutral"),
  "sentiment_share:positive": sounding("positive"),
  "sentiment_share:coded": sounding("negative", "person"),
  "sentiment_share:classified": sounding("negative", "classifier"),
  "sentiment_share:corrected": corrected,
}
