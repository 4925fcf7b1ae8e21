import { assign, assignNamed, giveToTeam, leaveUnassigned } from "./assignment.ts"
import { noteAct, writeChat } from "./chat-stretches.ts"
import { count } from "./counts.ts"
import { openBase } from "./elapsed.ts"
import { customerOf, teamOf } from "./identity-codes.ts"
import { TRUE } from "./events.ts"
import { handOff, leaveFirstReply } from "./first-reply.ts"
import { KIND } from "./kinds.ts"
import { message } from "./messages.ts"
import { beginStory, open } from "./opening.ts"
import { mergedAway, spam, throwAway } from "./removal.ts"
import { closeRow, stampRows } from "./finish.ts"
import { leavePromises, notePiece, notePromises, promise } from "./promises.ts"
import { changeStatus } from "./statuses.ts"
import { CONVERSATION, type Telling } from "./story.ts"
import { passCalendarChange, turnStretch } from "./stretches.ts"
import { leaveWait } from "./waits.ts"

/**
 * The story of one conversation, told once: the events from row `start` to before `end` become its row, its waits, its movements and
 * its spans. Pure: the same events, calendars and rules give the same rows. No clock, no database.
 */
export function foldConversation(t: Telling, start: number, end: number): void {
  if (isOnlyPromised(t, start, end)) return
  beginStory(t, start, end)
  for (let i = start; i < end; i++) tell(t, i)
  while (t.story.stretch >= 0 && t.story.calendarChange <= t.knownUntil) passCalendarChange(t)
  t.listener?.end()
  leaveWait(t)
  leaveFirstReply(t)
  leavePromises(t)
  leaveUnassigned(t)
  leaveClocks(t)
  closeRow(t)
  while (t.story.stretch >= 0 && t.story.calendarChange < Infinity) passCalendarChange(t)
  if (t.story.stretch >= 0) writeChat(t, t.story.stretch, Infinity)
  stampRows(t)
}

/** A promise alone is no conversation yet. */
function isOnlyPromised({ events: { codes } }: Telling, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (codes.kind[i] !== KIND.promised) return false
  return true
}

function tell(t: Telling, i: number): void {
  const { story } = t
  const { codes, numbers } = t.events
  const at = numbers.at[i]!
  // Of a third of all events the moment is that of the one before: no time has gone by since.
  if (at !== story.at) {
    while (story.calendarChange <= at) passCalendarChange(t)
    story.at = at
    story.open = t.odometer.read(at)
  }
  t.listener?.event(i)
  if (story.gone) return
  const own = codes.subject[i] === story.lead
  const kind = codes.kind[i]!
  if (own || kind === KIND.message) noteAct(t, i)
  if (own && !story.begun && kind !== KIND.promised) open(t, i)
  if (kind === KIND.message) message(t, i)
  else if (kind === KIND.merged && codes.subject[i] !== story.subject) count(story.row, CONVERSATION.merged_from)
  else if (own) tellOwn(t, kind, i)
  else if (kind === KIND.timeLogged) logTime(t, i)
  notePiece(t)
  notePromises(t)
  if (story.turned) turnStretch(t)
}

/** What only the conversation itself may say: those merged into it give their messages, not their statuses. */
function tellOwn(t: Telling, kind: number, i: number): void {
  switch (kind) {
    case KIND.status:
      return changeStatus(t, i)
    case KIND.assigned:
      return assign(t, i)
    case KIND.changed:
      return change(t, i)
    case KIND.escalated:
      return escalate(t, i)
    case KIND.handedOff:
      handOff(t)
      return assignNamed(t, i)
    case KIND.timeLogged:
      return logTime(t, i)
    case KIND.promised:
      return promise(t, i)
    case KIND.merged:
      return mergedAway(t, i)
    case KIND.spam:
      return spam(t, i)
    case KIND.deleted:
      return throwAway(t, t.words.code.deleted, "it was deleted")
    default:
      return
  }
}

function logTime(t: Telling, i: number): void {
  const { row } = t.story
  row[CONVERSATION.handle_ms] = row[CONVERSATION.handle_ms]! + Math.round(t.events.numbers.seconds[i]! * 1000)
}

/** Priority, type, topic, brand, team, tier or customer is another from here on. */
function change(t: Telling, i: number): void {
  const { story } = t
  const { codes, numbers } = t.events
  story.priority = codes.priority[i] || story.priority
  story.type = codes.type[i] || story.type
  story.topic = codes.topic[i] || story.topic
  story.brand = codes.brand[i] || story.brand
  story.customer = customerOf(t, codes.customer[i]!) || story.customer
  if (codes.test[i] === TRUE) story.excluded = t.words.code.test
  const team = teamOf(t, codes.team[i]!)
  if (team) giveToTeam(t, team)
  t.odometer.turn(story.team, story.brand, story.channel, story.priority, story.at)
  climb(t, numbers.tier[i]!)
  story.turned = true
}

/** Upward only: a tier that is not higher, and a mere change of priority, are no escalation. */
function escalate(t: Telling, i: number): void {
  const { codes, numbers } = t.events
  const { code } = t.words
  const to = codes.to[i]
  const tier = numbers.tier[i]!
  if (!Number.isNaN(tier)) climb(t, tier)
  else if (to === code.tier || to === code.manager || to === code.product || to === code.team) escalated(t)
  prioritize(t, codes.priority[i]!)
  assignNamed(t, i)
}

function prioritize(t: Telling, priority: number): void {
  const { story } = t
  if (!priority || priority === story.priority) return
  story.priority = priority
  story.turned = true
  t.odometer.turn(story.team, story.brand, story.channel, priority, story.at)
}

function climb(t: Telling, tier: number): void {
  const { story } = t
  if (Number.isNaN(tier)) return
  if (tier > (Number.isNaN(story.tier) ? 1 : story.tier)) escalated(t)
  story.tier = tier
}

function escalated(t: Telling): void {
  const { row, at } = t.story
  count(row, CONVERSATION.escalations)
  if (Number.isNaN(row[CONVERSATION.escalated_at]!)) row[CONVERSATION.escalated_at] = at
}

/** What still runs gets the numbers that tell its open time at any later moment. */
function leaveClocks(t: Telling): void {
  const { story } = t
  const { row } = story
  row[CONVERSATION.resolution_from_at] = t.rules.resolution_from === "created" ? story.openedAt : row[CONVERSATION.clock_at]!
  row[CONVERSATION.resolution_business_base_ms] =
    t.rules.resolution_from === "created"
      ? openBase(t, story.openedAt, story.openedOpen)
      : openBase(t, row[CONVERSATION.clock_at]!, story.firstMessageOpen)
  if (!story.gone) row[CONVERSATION.status_business_base_ms] = openBase(t, story.statusAt, story.statusOpen)
  const calendar = t.odometer.calendar()
  if (calendar >= 0) row[CONVERSATION.calendar] = calendar
}
