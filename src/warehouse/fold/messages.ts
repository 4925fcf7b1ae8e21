import { count, join } from "./counts.ts"
import { FALSE } from "./events.ts"
import { endUnreplied, firstReply, replySinceHandoff, startClock } from "./first-reply.ts"
import { move } from "./movements.ts"
import { reopen } from "./statuses.ts"
import { CONVERSATION, type Telling } from "./story.ts"
import { answerWait, restartWait, startWait } from "./waits.ts"
import { agentOf, customerOf, teamOf } from "./identity-codes.ts"
import { AUTHOR, MOVED, STATUS } from "./words.ts"

/** Somebody wrote. */
export function message(t: Telling, i: number): void {
  const { codes } = t.events
  const hidden = codes.public[i] === FALSE
  switch (t.words.author[codes.author[i]!] ?? 0) {
    case AUTHOR.customer:
      return fromCustomer(t, i)
    case AUTHOR.agent:
      return hidden ? note(t, i) : fromAgent(t, i)
    case AUTHOR.bot:
      return fromBot(t, hidden)
    case AUTHOR.auto:
      return hidden ? undefined : automatic(t)
    default:
      return
  }
}

function fromCustomer(t: Telling, i: number): void {
  const { story, events } = t
  const { row } = story
  count(row, CONVERSATION.customer_messages)
  if (!story.customer) story.customer = customerOf(t, events.codes.customer[i]!)
  if (Number.isNaN(row[CONVERSATION.clock_at]!)) firstFromCustomer(t, i)
  if (story.side !== AUTHOR.customer) customerTurn(t)
  else if (row[CONVERSATION.customer_turns]! > 1) count(row, CONVERSATION.customer_messages_after_first)
  if (!Number.isNaN(row[CONVERSATION.bot_at]!)) row[CONVERSATION.customer_after_bot] = 1
  if (story.status >= STATUS.solved) {
    afterSolve(t)
    if (!t.rules.customer_message_reopens) return
    reopen(t, STATUS.open, AUTHOR.customer, 0, 0, -1)
  }
  waitFromCustomer(t)
}

function customerTurn(t: Telling): void {
  const { story } = t
  story.side = AUTHOR.customer
  count(story.row, CONVERSATION.customer_turns)
  if (story.row[CONVERSATION.customer_turns]! > 1) count(story.row, CONVERSATION.customer_messages_after_first)
  move(t, MOVED.contacted, AUTHOR.customer, 0, 0)
}

function firstFromCustomer(t: Telling, i: number): void {
  const { story } = t
  const channel = t.events.codes.channel[i]!
  story.row[CONVERSATION.clock_at] = story.at
  story.firstMessageOpen = story.open
  if (channel && channel !== story.channel) {
    story.channel = channel
    story.turned = true
    t.odometer.turn(story.team, story.brand, story.channel, story.priority, story.at)
  }
  if (story.clocked) return
  startClock(t, story.outbound ? "the customer answered what we began" : "the customer's first message")
  // As no wait starts in a solved conversation, so nobody owes this one a first reply before it is reopened.
  if (story.status >= STATUS.solved && !t.rules.customer_message_reopens) endUnreplied(t, "it is solved already")
}

function waitFromCustomer(t: Telling): void {
  if (!t.story.waiting) startWait(t, t.story.at, t.story.open, "the customer wrote")
  else if (t.rules.waiting_from === "last_message") restartWait(t, "the customer wrote again")
  else t.listener?.clock("wait", "runs on", "it counts from the first unanswered message")
}

/** Thanks, or the reason of a reopening that comes with it: which of the two, the next status says. */
function afterSolve(t: Telling): void {
  const { story } = t
  story.afterSolveAt = story.at
  story.afterSolveOpen = story.open
  if (!t.rules.customer_message_reopens)
    t.listener?.clock("wait", "stays off", "it is solved, and only a change of status reopens it")
}

function fromAgent(t: Telling, i: number): void {
  const { story } = t
  const { row } = story
  const agent = agentOf(t, t.events.codes.agent[i]!)
  const team = teamOf(t, t.events.codes.team[i]!)
  count(row, CONVERSATION.agent_messages)
  join(story, agent)
  if (Number.isNaN(row[CONVERSATION.human_at]!)) row[CONVERSATION.human_at] = story.at
  const second = row[CONVERSATION.agent_messages] === 2
  if (second) row[CONVERSATION.second_agent_message_at] = story.at
  if (story.outbound && t.rules.outbound === "second_agent_message") {
    if (second) firstReply(t, agent, team, "our second public message")
  } else firstReply(t, agent, team, "a person answered in public")
  if (story.clocked) {
    count(row, CONVERSATION.reply_messages)
    if (story.side !== AUTHOR.agent) count(row, CONVERSATION.replies)
  }
  story.side = AUTHOR.agent
  replySinceHandoff(t)
  if (story.waiting) answerWait(t, agent || story.agent, team || story.team, "a person answered in public")
  // What was written after the solve is answered; a later reopening has nothing left to wait for.
  story.afterSolveAt = NaN
}

function note(t: Telling, i: number): void {
  count(t.story.row, CONVERSATION.notes)
  const agent = agentOf(t, t.events.codes.agent[i]!)
  stopOrRunOn(t, t.rules.notes_stop_clock, agent, "a note is for colleagues", "by the rule notes_stop_clock")
}

function fromBot(t: Telling, hidden: boolean): void {
  const { row } = t.story
  if (hidden) return
  count(row, CONVERSATION.bot_messages)
  if (Number.isNaN(row[CONVERSATION.bot_at]!)) row[CONVERSATION.bot_at] = t.story.at
  stopOrRunOn(t, t.rules.bot_stops_clock, 0, "a bot is no person", "by the rule bot_stops_clock")
}

function automatic(t: Telling): void {
  count(t.story.row, CONVERSATION.auto_replies)
  stopOrRunOn(t, t.rules.auto_reply_stops_clock, 0, "an automatic message answers nothing", "by the rule auto_reply_stops_clock")
}

/** What is no human reply ends a wait only where a rule says so. */
function stopOrRunOn(t: Telling, stops: boolean, agent: number, why: string, rule: string): void {
  if (stops) {
    firstReply(t, agent, 0, rule)
    if (t.story.waiting) answerWait(t, agent, t.story.team, rule)
  } else if (t.story.waiting) t.listener?.clock("wait", "runs on", why)
}
