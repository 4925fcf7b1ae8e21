import { surveyKinds } from "../../events/kinds/survey.ts"
import { ratings } from "../tables.ts"
import { type Columns, TRUE } from "./events.ts"
import { addRow, placesOf, type Rows } from "./rows.ts"
import type { Rules } from "./rules.ts"
import type { Identities } from "./story.ts"
import type { OwnWord, Words } from "./words.ts"
import { AUTHOR } from "./words.ts"

export const RATING_CODES = [
  "story",
  "subject",
  "kind",
  "conversation",
  "customer",
  "agent",
  "team",
  "channel",
  "topic",
  "survey",
  "questionnaire",
  "version",
  "relational",
  "author",
  "test",
  "comment",
  "sentiment",
] as const
export const RATING_NUMBERS = ["at", "score", "scale_min", "scale_max"] as const

export interface RatingTelling {
  events: Columns<(typeof RATING_CODES)[number], (typeof RATING_NUMBERS)[number]>
  readonly words: Words
  readonly rules: Rules
  readonly identities: Identities
  readonly ratings: Rows
}

export const KIND_OF_RATING = Object.values(surveyKinds).map(({ code }) => code)
const SENT = surveyKinds["survey.sent"].code
const ANSWERED = surveyKinds["survey.answered"].code
const BOUNCED = surveyKinds["survey.bounced"].code
const LABELLED = surveyKinds["survey.labelled"].code
const RATING = placesOf(ratings)
const HOUR_US = 3_600_000_000

/** The story of one invitation: what was asked, and the answer that counts. */
export function foldRating(t: RatingTelling, start: number, end: number): void {
  const { codes, numbers } = t.events
  const find = (kind: number): number => {
    for (let i = start; i < end; i++) if (codes.kind[i] === kind) return i
    return -1
  }
  const sent = find(SENT)
  const bounced = find(BOUNCED)
  const answer = answerOf(t, start, end)
  const row = addRow(t.ratings)
  const { cells } = t.ratings
  cells[row + RATING.invitation] = codes.story[start]!
  if (sent >= 0) cells[row + RATING.sent_at] = numbers.at[sent]!
  if (bounced >= 0) cells[row + RATING.bounced_at] = numbers.at[bounced]!
  describe(t, row, sent, answer)
  if (answer >= 0) judge(t, row, sent, answer)
  label(t, row, start, end)
}

/** Of several readings the last counts; what people said stands above what a classifier said. */
function label(t: RatingTelling, row: number, start: number, end: number): void {
  const { codes } = t.events
  const { cells } = t.ratings
  let coded = 0
  for (let i = start; i < end; i++) {
    if (codes.kind[i] !== LABELLED) continue
    const byPerson = (t.words.author[codes.author[i]!] ?? 0) === AUTHOR.agent
    const [sentiment, theme] = [codes.sentiment[i]!, codes.topic[i]!]
    if (byPerson && sentiment) cells[row + RATING.coded_sentiment] = sentiment
    if (!byPerson && sentiment) {
      cells[row + RATING.classified_sentiment] = sentiment
      cells[row + RATING.classifier] = codes.version[i]! || NaN
    }
    if (theme && (byPerson || !coded)) cells[row + RATING.theme] = theme
    if (theme && byPerson) coded = theme
  }
  const people = cells[row + RATING.coded_sentiment]!
  cells[row + RATING.sentiment] = Number.isNaN(people) ? cells[row + RATING.classified_sentiment]! : people
}

/** Of the answers by the customer, the last one inside the edit window that the first one opens; else the last by anybody. */
function answerOf(t: RatingTelling, start: number, end: number): number {
  const { codes, numbers } = t.events
  let until = NaN
  let counts = -1
  let any = -1
  for (let i = start; i < end; i++) {
    if (codes.kind[i] !== ANSWERED) continue
    any = i
    if ((t.words.author[codes.author[i]!] ?? 0) === AUTHOR.agent || codes.test[i] === TRUE) continue
    if (counts < 0) until = numbers.at[i]! + t.rules.survey_edit_window_h * HOUR_US
    if (numbers.at[i]! <= until) counts = i
  }
  return counts >= 0 ? counts : any
}

/** As of the sending; what the invitation does not say, the answer may. */
function describe(t: RatingTelling, row: number, sent: number, answer: number): void {
  const { codes } = t.events
  const { cells } = t.ratings
  const { identities, words } = t
  const said = (name: (typeof RATING_CODES)[number]): number =>
    (sent >= 0 ? codes[name][sent]! : 0) || (answer >= 0 ? codes[name][answer]! : 0)
  const customer = identities.customers.get(said("customer")) ?? said("customer")
  cells[row + RATING.conversation] = said("conversation") || NaN
  cells[row + RATING.customer] = customer || NaN
  cells[row + RATING.channel] = said("channel") || NaN
  cells[row + RATING.topic] = said("topic") || NaN
  cells[row + RATING.agent] = (identities.agents.get(said("agent")) ?? said("agent")) || NaN
  cells[row + RATING.team] = (identities.teams.get(said("team")) ?? said("team")) || NaN
  cells[row + RATING.survey] = said("survey") || NaN
  cells[row + RATING.questionnaire] = said("questionnaire") || NaN
  cells[row + RATING.version] = said("version") || NaN
  cells[row + RATING.relational] = said("relational") === TRUE ? 1 : 0
  const test = (sent >= 0 && codes.test[sent] === TRUE) || identities.testCustomers.has(customer)
  if (test) cells[row + RATING.excluded] = words.code.test
  const [least, most] = scaleOf(t, sent, answer)
  cells[row + RATING.scale_min] = least
  cells[row + RATING.scale_max] = most
}

/** The scale it was asked on; where nobody says, the one that belongs to the kind of survey. */
function scaleOf(t: RatingTelling, sent: number, answer: number): readonly [least: number, most: number] {
  const { codes, numbers } = t.events
  for (const i of [sent, answer])
    if (i >= 0 && !Number.isNaN(numbers.scale_max[i]!)) return [numbers.scale_min[i]!, numbers.scale_max[i]!]
  const survey = (sent >= 0 ? codes.survey[sent]! : 0) || (answer >= 0 ? codes.survey[answer]! : 0)
  const usual = USUAL_SCALES.find(([word]) => t.words.code[word] === survey)
  return usual ? [usual[1], usual[2]] : [NaN, NaN]
}

const USUAL_SCALES: readonly (readonly [word: OwnWord, least: number, most: number])[] = [
  ["csat", 1, 5],
  ["nps", 0, 10],
  ["ces1", 1, 5],
  ["ces2", 1, 7],
  ["fcr", 0, 1],
]

/** The score, or why it does not count. */
function judge(t: RatingTelling, row: number, sent: number, answer: number): void {
  const { codes, numbers } = t.events
  const { cells } = t.ratings
  const score = numbers.score[answer]!
  const why = faultOf(t, row, sent, answer)
  cells[row + RATING.answered_at] = numbers.at[answer]!
  cells[row + RATING.commented] = codes.comment[answer] ? 1 : 0
  if (why) cells[row + RATING.invalid] = t.words.code[why]
  else cells[row + RATING.score] = score
}

function faultOf(t: RatingTelling, row: number, sent: number, answer: number): OwnWord | undefined {
  const { codes, numbers } = t.events
  const { cells } = t.ratings
  const { code } = t.words
  const survey = cells[row + RATING.survey]!
  const [least, most] = [cells[row + RATING.scale_min]!, cells[row + RATING.scale_max]!]
  const score = numbers.score[answer]!
  if ((t.words.author[codes.author[answer]!] ?? 0) === AUTHOR.agent) return "by_agent"
  if (codes.test[answer] === TRUE) return "test"
  const other = sent >= 0 && (differs(numbers.scale_min, sent, answer) || differs(numbers.scale_max, sent, answer))
  if (other || (survey === code.nps && (least !== 0 || most !== 10))) return "wrong_scale"
  if (survey !== code.custom && !Number.isInteger(score)) return "not_whole"
  if (score < least || score > most) return "out_of_range"
  return undefined
}

/** Both say something, and not the same. */
function differs(column: Float64Array, a: number, b: number): boolean {
  return !Number.isNaN(column[a]!) && !Number.isNaN(column[b]!) && column[a] !== column[b]
}
