import { openBase, openMsSince } from "./elapsed.ts"
import { msBetween } from "./ms-between.ts"
import { isReplied } from "./first-reply.ts"
import { isKeptBySolve, settleWait } from "./promises.ts"
import { addRow } from "./rows.ts"
import { type Telling, WAIT } from "./story.ts"

/** The customer wrote and nobody has answered yet: the wait runs from there. */
export function startWait(t: Telling, at: number, open: number, why: string): void {
  const { story } = t
  story.waiting = true
  story.waitAfterFirst = isReplied(t)
  story.waitAt = at
  story.waitOpen = open
  story.turns++
  t.listener?.clock("wait", "starts", why)
}

/** By the rule `waiting_from=last_message` a further message starts the wait again. */
export function restartWait(t: Telling, why: string): void {
  const { story } = t
  story.waitAt = story.at
  story.waitOpen = story.open
  t.listener?.clock("wait", "restarts", why)
}

/** A reply ends the wait; the row goes to who replied. */
export function answerWait(t: Telling, agent: number, team: number, why: string): void {
  const { story } = t
  const row = waitRow(t, agent, team)
  const { cells } = t.waits
  cells[row + WAIT.replied_at] = story.at
  cells[row + WAIT.wait_ms] = msBetween(story.waitAt, story.at)
  cells[row + WAIT.wait_business_ms] = openMsSince(t, story.waitAt, story.waitOpen)
  settleWait(t, true, agent, team)
  story.waiting = false
  t.listener?.clock("wait", "stops", why, true)
}

/** It was solved, merged or thrown away: the wait ends without a reply. */
export function endWait(t: Telling, why: string): void {
  const { story } = t
  if (!story.waiting) return
  const row = waitRow(t, story.agent, story.team)
  const { cells } = t.waits
  cells[row + WAIT.ended_at] = story.at
  cells[row + WAIT.ended_ms] = msBetween(story.waitAt, story.at)
  cells[row + WAIT.ended_business_ms] = openMsSince(t, story.waitAt, story.waitOpen)
  settleWait(t, isKeptBySolve(t))
  story.waiting = false
  t.listener?.clock("wait", "stops", why)
}

/** The story is told and the customer still waits. */
export function leaveWait(t: Telling): void {
  const { story } = t
  if (!story.waiting) return
  const row = waitRow(t, story.agent, story.team)
  t.waits.cells[row + WAIT.wait_business_base_ms] = openBase(t, story.waitAt, story.waitOpen)
}

function waitRow(t: Telling, agent: number, team: number): number {
  const { story } = t
  const row = addRow(t.waits)
  const { cells } = t.waits
  cells[row + WAIT.conversation] = story.subject
  cells[row + WAIT.turn] = story.turns
  cells[row + WAIT.from_at] = story.waitAt
  cells[row + WAIT.team] = team || NaN
  cells[row + WAIT.agent] = agent || NaN
  cells[row + WAIT.brand] = story.brand || NaN
  cells[row + WAIT.priority] = story.priority || NaN
  cells[row + WAIT.type] = story.type || NaN
  cells[row + WAIT.topic] = story.topic || NaN
  const calendar = t.odometer.calendar()
  if (calendar >= 0) cells[row + WAIT.calendar] = calendar
  return row
}
