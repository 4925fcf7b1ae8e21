import type { CanonicalEvent } from "../../src/events/event.ts"
import { type Expected, share, tally } from "./estimates.ts"

/** The surveys of one floor, a period, and the moment of looking. */
export interface AskedSurveys {
  readonly events: readonly CanonicalEvent[]
  readonly from: number
  readonly to: number
  readonly asOf: number
}

export interface Survey {
  readonly sent: CanonicalEvent
  readonly answer: CanonicalEvent | undefined
  readonly bounced: boolean
  readonly test: boolean
}

const HOUR_US = 3_600_000_000
/** How long an answer may be changed. */
const EDIT_US = 72 * HOUR_US
const WINDOW_US = 7 * 24 * HOUR_US

export function surveysOf(events: readonly CanonicalEvent[]): readonly Survey[] {
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => a.at - b.at)
  return distinct
    .filter((event) => event.kind === "survey.sent")
    .map((sent) => {
      const own = distinct.filter((event) => event.subject === sent.subject)
      const given = own.filter((event) => event.kind === "survey.answered")
      // What an agent submits is no answer, so it neither opens the window nor replaces what the customer said.
      const theirs = given.filter((event) => event.author !== "agent")
      const answer = theirs.length > 0 ? theirs.filter(({ at }) => at <= theirs[0]!.at + EDIT_US).at(-1) : given.at(-1)
      return {
        sent,
        answer,
        bounced: own.some((event) => event.kind === "survey.bounced"),
        test: own.some((event) => event.test === true),
      }
    })
}

/** Why an answer does not count. */
export function wrong({ sent, answer }: Survey): string | null {
  const score = answer!.score!
  if (answer!.author === "agent") return "by_agent"
  if (!Number.isInteger(score)) return "not_whole"
  return score < sent.scale_min! || score > sent.scale_max! ? "out_of_range" : null
}

export const within = (at: number, { from, to }: AskedSurveys) => at >= from && at < to

function answered(asked: AskedSurveys, kind: string, aboutRelation?: boolean) {
  const all = surveysOf(asked.events).filter(
    ({ sent, answer }) =>
      sent.survey === kind &&
      answer !== undefined &&
      within(answer.at, asked) &&
      (aboutRelation === undefined || sent.relational === aboutRelation),
  )
  const reasons = all.map((survey) => (survey.test ? "test" : wrong(survey)))
  return { valid: all.filter((_, i) => reasons[i] === null), excluded: tally(reasons) }
}

/** The satisfied scores of each scale: 4–5 of 5, 6–7 of 7, 3 of 3. */
const SATISFIED: Readonly<Record<number, number>> = { 3: 3, 5: 4, 7: 6 }

export const isSatisfied = ({ sent, answer }: Survey): boolean => answer!.score! >= SATISFIED[sent.scale_max!]!

function csat(asked: AskedSurveys): Expected {
  const { valid, excluded } = answered(asked, "csat")
  return { ...share(valid.filter(isSatisfied).length, valid.length), excluded }
}

/** The mean of what the valid answers are worth, without the tail of what is left out. */
function meanOf(kind: string, worth: (survey: Survey) => number) {
  return (asked: AskedSurveys): Expected => {
    const { valid, excluded } = answered(asked, kind)
    const sum = valid.reduce((total, survey) => total + worth(survey), 0)
    return { value: valid.length === 0 ? null : sum / valid.length, n: valid.length, excluded }
  }
}

const scoreOf = ({ answer }: Survey): number => answer!.score!
const rescaled = ({ sent, answer }: Survey): number =>
  Math.round(((answer!.score! - sent.scale_min!) * 100_000) / (sent.scale_max! - sent.scale_min!)) / 1000
const counting = (holds: (score: number) => boolean) => (survey: Survey) => (holds(scoreOf(survey)) ? 1 : 0)

function nps(asked: AskedSurveys, aboutRelation?: boolean): Expected {
  const { valid, excluded } = answered(asked, "nps", aboutRelation)
  const scores = valid.map(({ answer }) => answer!.score!)
  const balance = scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length
  return { value: scores.length === 0 ? null : (100 * balance) / scores.length, n: scores.length, excluded }
}

/** Of each customer the last valid answer about the relation; those of nobody known all count. */
function relational(asked: AskedSurveys): Expected {
  const { valid, excluded } = answered(asked, "nps", true)
  const counting = valid.filter(
    ({ sent, answer }) =>
      sent.customer === undefined ||
      !valid.some((other) => other.sent.customer === sent.customer && isAfter(other.answer!, answer!, asked.events)),
  )
  const superseded = valid.length - counting.length
  const scores = counting.map(({ answer }) => answer!.score!)
  const balance = scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length
  return {
    value: scores.length === 0 ? null : (100 * balance) / scores.length,
    n: scores.length,
    excluded: { ...excluded, ...(superseded > 0 && { superseded }) },
  }
}

/** Later, or at the same moment and told later. */
function isAfter(one: CanonicalEvent, other: CanonicalEvent, told: readonly CanonicalEvent[]): boolean {
  return one.at === other.at ? told.indexOf(one) > told.indexOf(other) : one.at > other.at
}

function responseRate(asked: AskedSurveys): Expected {
  const delivered = surveysOf(asked.events).filter(({ sent, bounced, test }) => within(sent.at, asked) && !bounced && !test)
  const mature = delivered.filter(({ sent }) => sent.at + WINDOW_US <= asked.asOf)
  const inTime = mature.filter(({ sent, answer }) => answer !== undefined && answer.at <= sent.at + WINDOW_US)
  return { ...share(inTime.length, mature.length), pending: delivered.length - mature.length }
}

export const surveys: Readonly<Record<string, (asked: AskedSurveys) => Expected>> = {
  csat,
  "csat:strict": csat,
  csat_mean: meanOf("csat", scoreOf),
  "csat_mean:rescaled": meanOf("csat", rescaled),
  ces: meanOf(
    "ces2",
    counting((score) => score >= 5),
  ),
  "ces:top2": meanOf(
    "ces2",
    counting((score) => score >= 6),
  ),
  "ces:mean": meanOf("ces2", scoreOf),
  "ces:effort": meanOf("ces1", scoreOf),
  "ces:low_effort": meanOf(
    "ces1",
    counting((score) => score <= 2),
  ),
  nps: (asked) => nps(asked),
  "nps:transactional": (asked) => nps(asked, false),
  "nps:relational": relational,
  survey_response_rate: responseRate,
}
