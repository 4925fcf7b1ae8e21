import { assignNamed, startUnassigned } from "./assignment.ts"
import { count } from "./counts.ts"
import { FALSE, TRUE } from "./events.ts"
import { startClock } from "./first-reply.ts"
import { customerOf, teamOf } from "./identity-codes.ts"
import { KIND } from "./kinds.ts"
import { move } from "./movements.ts"
import { openBook } from "./promises.ts"
import { changeStatus, enter } from "./statuses.ts"
import { clearStory } from "./clear-story.ts"
import { CONVERSATION, type Telling } from "./story.ts"
import { findOpening, straighten } from "./straighten.ts"
import { startStretch } from "./stretches.ts"
import { startWait } from "./waits.ts"
import { AUTHOR, MOVED, STATUS } from "./words.ts"

/** Looks at what the story will be, before the first event is told. */
export function beginStory(t: Telling, start: number, end: number): void {
  const { story, events } = t
  clearStory(story)
  story.start = start
  story.end = end
  story.subject = events.codes.story[start]!
  story.lead = leadOf(t)
  story.firstWait = t.waits.count
  story.firstMovement = t.movements.count
  story.firstSpan = t.spans.count
  story.firstPromise = t.promises.count
  story.firstPromiseStretch = t.promiseStretches.count
  straighten(t)
  const first = firstOpening(t)
  const { codes, numbers } = events
  story.openedAt = numbers.at[first]!
  story.channel = codes.channel[first]!
  // What was merged into it may have waited before its own opening; those rows are split by what was known then.
  story.brand = codes.brand[first]!
  story.priority = codes.priority[first]!
  story.type = codes.type[first]!
  story.topic = codes.topic[first]!
  const team = teamOf(t, codes.team[first]!)
  openBook(t, team)
  t.odometer.start(team, codes.brand[first]!, story.channel, codes.priority[first]!, story.openedAt)
  story.openedOpen = t.odometer.read(story.openedAt)
  whoBegan(t)
}

/** A conversation that is known only by what was merged into it is led by the first of those. */
function leadOf(t: Telling): number {
  const { story } = t
  const { subject, kind } = t.events.codes
  for (let i = story.start; i < story.end; i++)
    if (subject[i] === story.subject && kind[i] !== KIND.promised) return story.subject
  return subject[story.start]!
}

/** The earliest opening of the conversation and those merged into it; without one, the first event that is more than a promise. */
function firstOpening(t: Telling): number {
  const { story } = t
  const { kind } = t.events.codes
  for (let i = story.start; i < story.end; i++) if (kind[i] === KIND.opened) return i
  for (let i = story.start; i < story.end; i++) if (kind[i] !== KIND.promised) return i
  return story.start
}

/** Who spoke first in public decides where the source does not say who began it. */
function whoBegan(t: Telling): void {
  const { story, words } = t
  const opening = findOpening(t)
  const said = opening < 0 ? 0 : t.events.codes.direction[opening]!
  const first = firstToSpeak(t)
  story.outbound = said === 0 ? first === AUTHOR.agent : said === words.code.outbound
  story.clockFromOpening = story.outbound
    ? t.rules.outbound !== "from_customer_reply"
    : first !== AUTHOR.customer || t.rules.response_from === "created"
}

/** AUTHOR.customer, AUTHOR.agent, or 0 where neither wrote in public. */
function firstToSpeak(t: Telling): number {
  const { codes } = t.events
  for (let i = t.story.start; i < t.story.end; i++) {
    if (codes.kind[i] !== KIND.message) continue
    const author = t.words.author[codes.author[i]!] ?? 0
    if (author === AUTHOR.customer || (author === AUTHOR.agent && codes.public[i] !== FALSE)) return author
  }
  return 0
}

/** The conversation itself enters the backlog: with its opening, or with its first event where the source has none. */
export function open(t: Telling, i: number): void {
  const { story, words } = t
  const { codes, numbers } = t.events
  story.begun = true
  story.customer = customerOf(t, codes.customer[i]!) || story.customer
  story.channel = story.channel || codes.channel[i]!
  story.brand = codes.brand[i]!
  story.priority = codes.priority[i]!
  story.type = codes.type[i]!
  story.topic = codes.topic[i]!
  story.tier = numbers.tier[i]!
  story.row[CONVERSATION.first_tier] = story.tier
  if (codes.test[i] === TRUE) story.excluded = words.code.test
  else if (codes.backfill[i] === TRUE) story.excluded = words.code.backfill
  story.team = teamOf(t, codes.team[i]!)
  t.odometer.turn(story.team, story.brand, story.channel, story.priority, story.at)
  const isOpening = codes.kind[i] === KIND.opened
  const given = isOpening ? (words.status[codes.status[i]!] ?? 0) : 0
  move(t, MOVED.created, story.outbound ? AUTHOR.agent : AUTHOR.customer, 0, 0)
  t.listener?.clock("unsolved", "starts", "it was created")
  enter(t, given > 0 && given < STATUS.solved ? given : STATUS.new)
  startStretch(t)
  if (isOpening) assignNamed(t, i)
  if (!story.agent) startUnassigned(t, "it was created without an assignee")
  if (story.clockFromOpening && !story.clocked) clockFromOpening(t)
  if (given >= STATUS.solved) changeStatus(t, i)
}

/** Where the customer's opening is all that is known of what they wrote, it is their first turn. */
function clockFromOpening(t: Telling): void {
  const { story } = t
  startClock(t, story.outbound ? `by the rule outbound=${t.rules.outbound}` : "the customer opened it")
  if (story.outbound) return
  startWait(t, story.at, story.open, "the customer opened it")
  if (t.rules.response_from === "created") return
  story.row[CONVERSATION.clock_at] = story.at
  story.firstMessageOpen = story.open
  story.side = AUTHOR.customer
  count(story.row, CONVERSATION.customer_turns)
  move(t, MOVED.contacted, AUTHOR.customer, 0, 0)
}
