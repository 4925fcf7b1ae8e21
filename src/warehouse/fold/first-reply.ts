import { openBase, openMsSince } from "./elapsed.ts"
import { msBetween } from "./ms-between.ts"
import { isKeptBySolve, settleFirst, unsettleFirst } from "./promises.ts"
import { CONVERSATION, type Telling } from "./story.ts"

/** The response clock starts: with the customer's first message, or where the rules say. */
export function startClock(t: Telling, why: string): void {
  const { story } = t
  story.clocked = true
  story.clockAt = story.at
  story.clockOpen = story.open
  story.row[CONVERSATION.first_reply_from_at] = story.at
  if (!Number.isNaN(story.row[CONVERSATION.handed_off_at]!)) story.handoffOpen = story.open
  t.listener?.clock("first_reply", "starts", why)
}

/** A reopening that starts the clock again: what was said before it was no answer to this. */
export function restartClock(t: Telling, why: string): void {
  const { story } = t
  const { row } = story
  story.clockAt = story.at
  story.clockOpen = story.open
  row[CONVERSATION.first_reply_from_at] = story.at
  row[CONVERSATION.first_reply_at] = NaN
  row[CONVERSATION.first_reply_ms] = NaN
  row[CONVERSATION.first_reply_business_ms] = NaN
  row[CONVERSATION.first_reply_agent] = NaN
  row[CONVERSATION.first_reply_team] = NaN
  unsettleFirst(t, true)
  t.listener?.clock("first_reply", "restarts", why)
}

export function isReplied(t: Telling): boolean {
  return !Number.isNaN(t.story.row[CONVERSATION.first_reply_at]!)
}

/** The first reply: stops the response clock, if it runs. */
export function firstReply(t: Telling, agent: number, team: number, why: string): void {
  const { story } = t
  const { row } = story
  if (!story.clocked || isReplied(t)) return
  row[CONVERSATION.first_reply_at] = story.at
  row[CONVERSATION.first_reply_ms] = msBetween(story.clockAt, story.at)
  row[CONVERSATION.first_reply_business_ms] = openMsSince(t, story.clockAt, story.clockOpen)
  row[CONVERSATION.first_reply_agent] = agent || NaN
  row[CONVERSATION.first_reply_team] = team || story.team || NaN
  takeBackUnreplied(t)
  settleFirst(t, true, agent, team)
  t.listener?.clock("first_reply", "stops", why, true)
}

/** It left without a reply: solved, closed, merged, spam or deleted. */
export function endUnreplied(t: Telling, why: string): void {
  const { story } = t
  if (!story.clocked || isReplied(t)) return
  story.row[CONVERSATION.unreplied_end_at] = story.at
  story.row[CONVERSATION.unreplied_ms] = msBetween(story.clockAt, story.at)
  story.row[CONVERSATION.unreplied_business_ms] = openMsSince(t, story.clockAt, story.clockOpen)
  settleFirst(t, isKeptBySolve(t))
  t.listener?.clock("first_reply", "stops", why)
}

/** It was reopened, or answered after all. */
export function takeBackUnreplied(t: Telling): void {
  const { row } = t.story
  row[CONVERSATION.unreplied_end_at] = NaN
  row[CONVERSATION.unreplied_ms] = NaN
  row[CONVERSATION.unreplied_business_ms] = NaN
  unsettleFirst(t, false)
}

/** The bot gives it to people: from here on they are the ones who are waited for. */
export function handOff(t: Telling): void {
  const { story } = t
  const { row } = story
  if (!Number.isNaN(row[CONVERSATION.handed_off_at]!)) return
  row[CONVERSATION.handed_off_at] = story.at
  story.handoffOpen = story.open
  t.listener?.clock("since_handoff", "starts", "the bot gave it to people")
  if (t.rules.handoff_restarts_first_response && story.clocked && !isReplied(t))
    restartClock(t, "by the rule handoff_restarts_first_response")
}

/** Handed off before the customer wrote, nobody is waited for until they do. */
function handedToPeopleAt({ story: { row } }: Telling): number {
  const handedOff = row[CONVERSATION.handed_off_at]!
  return Math.max(handedOff, row[CONVERSATION.clock_at]! || handedOff)
}

/** The first human reply since the hand-off. */
export function replySinceHandoff(t: Telling): void {
  const { story } = t
  const { row } = story
  const from = handedToPeopleAt(t)
  if (!story.clocked || Number.isNaN(from) || !Number.isNaN(row[CONVERSATION.first_reply_since_handoff_ms]!)) return
  row[CONVERSATION.first_reply_since_handoff_ms] = msBetween(from, story.at)
  row[CONVERSATION.first_reply_since_handoff_business_ms] = openMsSince(t, from, story.handoffOpen)
  t.listener?.clock("since_handoff", "stops", "a person answered", true)
}

/** The story is told: what still runs gets the number that tells its open time at any later moment. */
export function leaveFirstReply(t: Telling): void {
  const { story } = t
  const { row } = story
  if (story.clocked && !isReplied(t) && Number.isNaN(row[CONVERSATION.unreplied_end_at]!))
    row[CONVERSATION.first_reply_business_base_ms] = openBase(t, story.clockAt, story.clockOpen)
  const from = handedToPeopleAt(t)
  if (!Number.isNaN(from) && Number.isNaN(row[CONVERSATION.first_reply_since_handoff_ms]!))
    row[CONVERSATION.first_reply_since_handoff_business_base_ms] = openBase(t, from, story.handoffOpen)
}
