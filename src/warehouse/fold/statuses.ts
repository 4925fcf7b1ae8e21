import { startUnassigned, stopUnassigned } from "./assignment.ts"
import { count, join } from "./counts.ts"
import { openMsSince } from "./elapsed.ts"
import { msBetween } from "./ms-between.ts"
import { endUnreplied, isReplied, restartClock, takeBackUnreplied } from "./first-reply.ts"
import { FALSE } from "./events.ts"
import { agentOf, teamOf } from "./identity-codes.ts"
import { move } from "./movements.ts"
import { CONVERSATION, MOVEMENT, type Telling } from "./story.ts"
import { settleSolve, unsettleSolve } from "./promises.ts"
import { endStretch, startStretch } from "./stretches.ts"
import { thanksOnly } from "./thanks.ts"
import { endWait, startWait } from "./waits.ts"
import { AUTHOR, MOVED, STATUS } from "./words.ts"

/** A customer's message and the reopening it causes may be noted this far apart. */
const SAME_ACT_US = 60_000_000

/** It entered a status. */
export function changeStatus(t: Telling, i: number): void {
  const { story, events, words } = t
  const to = words.status[events.codes.status[i]!] ?? 0
  if (to === 0 || to === story.status) return
  const agent = agentOf(t, events.codes.agent[i]!)
  const team = teamOf(t, events.codes.team[i]!)
  const by = words.author[events.codes.author[i]!] || (agent ? AUTHOR.agent : 0)
  if (to >= STATUS.solved) {
    if (story.status >= STATUS.solved) enter(t, to)
    else if (to === STATUS.closed && (!t.rules.closed_counts_as_solved || events.codes.solved[i] === FALSE))
      closeUnsolved(t, by, agent, team)
    else solve(t, to, by, agent, team)
  } else if (story.status >= STATUS.solved) reopen(t, to, by, agent, team, i)
  else {
    enter(t, to)
    story.turned = true
  }
}

/** Solved, or closed without it: it leaves the backlog. */
function solve(t: Telling, to: number, by: number, agent: number, team: number): void {
  const { story, words } = t
  const { row } = story
  story.lastSolve = move(t, MOVED.solved, by, agent, team)
  enter(t, to)
  count(row, CONVERSATION.solves)
  measureSolve(t)
  if (by === AUTHOR.agent) join(story, agent)
  row[CONVERSATION.solved_at] = story.at
  row[CONVERSATION.solver] = agent || NaN
  row[CONVERSATION.solver_team] = team || story.team || NaN
  row[CONVERSATION.solved_by] = words.authorCode[by] || NaN
  row[CONVERSATION.automatic_close] = by === AUTHOR.auto || by === AUTHOR.system ? 1 : 0
  if (row[CONVERSATION.solves] === 1) {
    row[CONVERSATION.first_solver] = agent || NaN
    row[CONVERSATION.replies_at_first_solve] = row[CONVERSATION.reply_messages]!
  }
  settleSolve(t, true, agent, team)
  leaveBacklog(t, to === STATUS.closed ? "it was closed" : "it was solved", true)
}

function measureSolve(t: Telling): void {
  const { story } = t
  const { row } = story
  const fromMessage = t.rules.resolution_from === "first_customer_message" && !Number.isNaN(row[CONVERSATION.clock_at]!)
  const from = fromMessage ? row[CONVERSATION.clock_at]! : story.openedAt
  const reading = fromMessage ? story.firstMessageOpen : story.openedOpen
  const paused = t.rules.pending_pauses_resolution
  const elapsed = msBetween(from, story.at) - (paused ? row[CONVERSATION.pending_ms]! : 0)
  const open = openMsSince(t, from, reading) - (paused ? row[CONVERSATION.pending_business_ms]! : 0)
  row[CONVERSATION.resolution_ms] = elapsed
  row[CONVERSATION.resolution_business_ms] = open
  if (row[CONVERSATION.solves] !== 1) return
  row[CONVERSATION.first_solved_at] = story.at
  row[CONVERSATION.first_solve_ms] = elapsed
  row[CONVERSATION.first_solve_business_ms] = open
}

/** All clocks of the open state stop, whatever ended it. */
export function leaveBacklog(t: Telling, why: string, reached: boolean): void {
  const { story } = t
  t.listener?.clock("unsolved", "stops", why, reached)
  endWait(t, why)
  endUnreplied(t, why)
  stopUnassigned(t, why)
  if (story.agent && !story.agentIsBot) t.listener?.clock("assigned", "stops", why)
  endStretch(t)
  if (story.side === AUTHOR.customer) story.side = 0
  story.afterSolveAt = NaN
  if (!t.odometer.unbroken(story.openedAt)) forgetOpenSums(t)
}

/** By the rule closed_counts_as_solved=false a closing is no solve: it only takes the conversation out of the backlog. */
function closeUnsolved(t: Telling, by: number, agent: number, team: number): void {
  move(t, MOVED.removed, by, agent, team)
  t.story.row[CONVERSATION.ended_at] = t.story.at
  enter(t, STATUS.closed)
  settleSolve(t, false)
  leaveBacklog(t, "it was closed without being solved", false)
}

/** From solved back into the backlog. `i` is the event, or -1 where a customer's message alone reopens. */
export function reopen(t: Telling, to: number, by: number, agent: number, team: number, i: number): void {
  const { story } = t
  const { row } = story
  if (i >= 0 && t.rules.reopen_ignores_thanks_h > 0 && thanksOnly(t, i)) {
    t.listener?.clock("unsolved", "stays off", "only thanks: it was solved again without a reply")
    return
  }
  move(t, MOVED.reopened, by, agent, team)
  if (story.lastSolve >= 0 && Number.isNaN(t.movements.cells[story.lastSolve + MOVEMENT.next_reopened_at]!))
    t.movements.cells[story.lastSolve + MOVEMENT.next_reopened_at] = story.at
  count(row, CONVERSATION.reopens)
  if (Number.isNaN(row[CONVERSATION.first_reopened_at]!)) row[CONVERSATION.first_reopened_at] = story.at
  row[CONVERSATION.last_reopened_at] = story.at
  story.reopenedAt = story.at
  withdrawSolve(t)
  enter(t, to)
  t.listener?.clock("unsolved", "starts", "it was reopened")
  restartFirstReply(t)
  if (!story.agent || story.agentIsBot) startUnassigned(t, "it was reopened and has no assignee")
  else t.listener?.clock("assigned", "starts", "it was reopened and has its assignee")
  startStretch(t)
  if (by === AUTHOR.customer || story.at - story.afterSolveAt <= SAME_ACT_US) waitAgain(t)
  story.afterSolveAt = NaN
}

function withdrawSolve(t: Telling): void {
  const { row } = t.story
  row[CONVERSATION.solved_at] = NaN
  row[CONVERSATION.ended_at] = NaN
  row[CONVERSATION.resolution_ms] = NaN
  row[CONVERSATION.resolution_business_ms] = NaN
  row[CONVERSATION.automatic_close] = NaN
  unsettleSolve(t)
  takeBackUnreplied(t)
}

/** After an answer by a bot alone, the first person's answer is measured from the reopening. */
function restartFirstReply(t: Telling): void {
  const { row, clocked } = t.story
  if (!clocked) return
  const rule = t.rules.reopen_restarts_first_response
  const bot = t.words.authorCode[AUTHOR.bot]!
  const botOnly =
    !row[CONVERSATION.reply_messages] && (row[CONVERSATION.bot_messages]! > 0 || row[CONVERSATION.solved_by] === bot)
  if (rule === "always") restartClock(t, "it was reopened")
  else if (rule === "after_bot_only" && botOnly) restartClock(t, "only a bot had dealt with it before it was reopened")
  else if (!isReplied(t)) t.listener?.clock("first_reply", "starts", "it was reopened and nobody has answered yet")
}

/** The message that caused the reopening waits for an answer; a message that came long before was thanks. */
function waitAgain(t: Telling): void {
  const { story } = t
  if (story.waiting || Number.isNaN(story.afterSolveAt)) return
  startWait(t, story.afterSolveAt, story.afterSolveOpen, "the customer's message reopened it")
}

/** Closes the status that ends here and begins the next. */
export function enter(t: Telling, to: number): void {
  const { story, words } = t
  sumStatus(t)
  story.status = to
  story.statusAt = story.at
  story.statusOpen = story.open
  const clock = STATUS_CLOCKS[to]
  if (clock) t.listener?.clock(clock, "starts", `it is ${clock === "on_hold" ? "on hold" : clock}`)
  story.row[CONVERSATION.status] = words.statusCode[to]!
  story.row[CONVERSATION.status_at] = story.at
}

const STATUS_CLOCKS = [undefined, "new", "open", "pending", "on_hold", undefined, undefined] as const
const STATUS_MS = [-1, CONVERSATION.new_ms, CONVERSATION.opened_ms, CONVERSATION.pending_ms, CONVERSATION.on_hold_ms, -1, -1]
const STATUS_OPEN_MS = [
  -1,
  CONVERSATION.new_business_ms,
  CONVERSATION.opened_business_ms,
  CONVERSATION.pending_business_ms,
  CONVERSATION.on_hold_business_ms,
  -1,
  -1,
]

/** Adds the stretch of the status that ends at the event being told. */
export function sumStatus(t: Telling): void {
  const { story } = t
  const { row } = story
  const clock = STATUS_CLOCKS[story.status]
  if (!clock) return
  const place = STATUS_MS[story.status]!
  const openPlace = STATUS_OPEN_MS[story.status]!
  row[place] = row[place]! + msBetween(story.statusAt, story.at)
  row[openPlace] = row[openPlace]! + openMsSince(t, story.statusAt, story.statusOpen)
  t.listener?.clock(clock, "stops", "its status changed", true)
}

/** Sums of open time are unknown where no calendar was in force all along. */
export function forgetOpenSums({ story: { row } }: Telling): void {
  for (const place of OPEN_SUMS) row[place] = NaN
}

const OPEN_SUMS = [...STATUS_OPEN_MS.filter((place) => place >= 0), CONVERSATION.unassigned_business_ms]
