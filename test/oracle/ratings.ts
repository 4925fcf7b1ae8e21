import type { CanonicalEvent } from "../../src/events/event.ts"
import { type Expected, share } from "./estimates.ts"
import { conversationsIn, fromAgent, type Plain, solvedAt } from "./plain.ts"
import { type AskedSurveys, isSatisfied, type Survey, surveysOf, within, wrong } from "./surveys.ts"

/** The surveys of a floor beside its conversations. */
export interface Rated extends AskedSurveys {
  readonly conversations: readonly Plain[]
}

export function ratedIn(events: readonly CanonicalEvent[], period: Omit<AskedSurveys, "events">): Rated {
  return { events, ...period, conversations: conversationsIn(events) }
}

const HOUR_US = 3_600_000_000
const about = ({ conversations }: Rated, { sent }: Survey): Plain | undefined =>
  conversations.find(({ id }) => id === sent.conversation)

/** Valid answers of a kind by when their conversation was solved for good. */
function bySolve(rated: Rated): readonly Survey[] {
  return surveysOf(rated.events).filter((survey) => {
    const conversation = about(rated, survey)
    const solved = conversation ? solvedAt(conversation) : null
    const valid = survey.answer !== undefined && wrong(survey) === null
    return valid && survey.sent.survey === "csat" && solved !== null && within(solved, rated)
  })
}

/** The lower third of a scale, a detractor, or who found it hard. */
function isNegative({ sent, answer }: Survey): boolean {
  const score = answer!.score!
  if (sent.survey === "nps") return score <= 6
  if (sent.survey === "ces2") return score <= 3
  return sent.survey === "csat" && score - sent.scale_min! <= (sent.scale_max! - sent.scale_min!) / 3
}

/** A person wrote to the customer in public, in this conversation or in any other of the same customer. */
function writtenTo(rated: Rated, survey: Survey, hours: number): boolean {
  const own = about(rated, survey)
  const customer = survey.sent.customer ?? own?.opened.customer
  const theirs = rated.conversations.filter((one) => one === own || (customer !== undefined && one.opened.customer === customer))
  const from = survey.answer!.at
  return theirs.some(({ events }) =>
    events.some((event) => fromAgent(event) && event.at > from && event.at <= from + hours * HOUR_US),
  )
}

function followedUp(rated: Rated): Expected {
  const bad = surveysOf(rated.events).filter(
    (survey) => survey.answer !== undefined && within(survey.answer.at, rated) && wrong(survey) === null && isNegative(survey),
  )
  const ripe = bad.filter(({ answer }) => answer!.at + 48 * HOUR_US <= rated.asOf)
  return {
    ...share(ripe.filter((survey) => writtenTo(rated, survey, 48)).length, ripe.length),
    pending: bad.length - ripe.length,
  }
}

export const ratings: Readonly<Record<string, (rated: Rated) => Expected>> = {
  "csat:solved": (rated) => share(bySolve(rated).filter(isSatisfied).length, bySolve(rated).length),
  "csat_mean:solved": (rated) => {
    const scores = bySolve(rated).map(({ answer }) => answer!.score!)
    return { value: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length, n: scores.length }
  },
  detractor_followup_rate: followedUp,
  "first_contact_resolution:survey": (rated) => {
    const all = surveysOf(rated.events).filter(
      (survey) =>
        survey.sent.survey === "fcr" && survey.answer !== undefined && within(survey.answer.at, rated) && wrong(survey) === null,
    )
    return share(all.filter(({ sent, answer }) => answer!.score === sent.scale_max).length, all.length)
  },
}
