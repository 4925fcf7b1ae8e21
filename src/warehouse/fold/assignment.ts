import { count } from "./counts.ts"
import { openBase, openMsSince } from "./elapsed.ts"
import { msBetween } from "./ms-between.ts"
import { agentOf, teamOf } from "./identity-codes.ts"
import { CONVERSATION, type Telling } from "./story.ts"
import { STATUS } from "./words.ts"

/** It was given to an agent or a team, or to nobody. A team alone takes it from the agent of another team. */
export function assign(t: Telling, i: number): void {
  const { story, events, words } = t
  const agent = agentOf(t, events.codes.agent[i]!)
  const team = teamOf(t, events.codes.team[i]!)
  const elsewhere = team !== 0 && team !== story.team && story.agentSince < story.at
  if (team) giveToTeam(t, team)
  if (agent) giveToAgent(t, agent, events.codes.agent_is[i] === words.code.bot)
  else if (!team || elsewhere) takeFromAgent(t)
}

/** An event names agent or team in passing: what it does not name stays. */
export function assignNamed(t: Telling, i: number): void {
  const agent = agentOf(t, t.events.codes.agent[i]!)
  const team = teamOf(t, t.events.codes.team[i]!)
  if (team) giveToTeam(t, team)
  if (agent) giveToAgent(t, agent, t.events.codes.agent_is[i] === t.words.code.bot)
}

export function giveToTeam(t: Telling, team: number): void {
  const { story } = t
  if (team === story.team) return
  if (story.team) count(story.row, CONVERSATION.team_changes)
  story.team = team
  story.turned = true
  t.odometer.turn(team, story.brand, story.channel, story.priority, story.at)
}

function giveToAgent(t: Telling, agent: number, isBot: boolean): void {
  const { story } = t
  const { row } = story
  const bot = isBot && !t.rules.bot_assignment_counts
  if (agent === story.agent && bot === story.agentIsBot) return
  if (story.agent && !story.agentIsBot) t.listener?.clock("assigned", "stops", "it went to another")
  story.turned = true
  story.agent = agent
  story.agentIsBot = bot
  story.agentSince = story.at
  if (bot) return startUnassigned(t, "a bot is no assignee")
  if (Number.isNaN(row[CONVERSATION.human_at]!)) row[CONVERSATION.human_at] = story.at
  if (story.lastHuman && story.lastHuman !== agent) count(row, CONVERSATION.hand_overs)
  story.lastHuman = agent
  t.listener?.clock("assigned", "starts", "a person has it")
  if (Number.isNaN(row[CONVERSATION.assigned_at]!)) {
    row[CONVERSATION.assigned_at] = story.at
    row[CONVERSATION.assignment_ms] = msBetween(story.openedAt, story.at)
    row[CONVERSATION.assignment_business_ms] = openMsSince(t, story.openedAt, story.openedOpen)
  }
  stopUnassigned(t, "a person has it", true)
}

function takeFromAgent(t: Telling): void {
  const { story } = t
  if (!story.agent) return
  if (!story.agentIsBot) t.listener?.clock("assigned", "stops", "nobody has it")
  story.agent = 0
  story.agentIsBot = false
  story.turned = true
  startUnassigned(t, "nobody has it")
}

/** Nobody has it from here on, as long as it is unsolved. */
export function startUnassigned(t: Telling, why: string): void {
  const { story } = t
  if (story.status >= STATUS.solved || !Number.isNaN(story.unassignedAt)) return
  story.unassignedAt = story.at
  story.unassignedOpen = story.open
  t.listener?.clock("unassigned", "starts", why)
}

export function stopUnassigned(t: Telling, why: string, reached = false): void {
  const { story } = t
  const { row } = story
  if (Number.isNaN(story.unassignedAt)) return
  row[CONVERSATION.unassigned_ms] = row[CONVERSATION.unassigned_ms]! + msBetween(story.unassignedAt, story.at)
  row[CONVERSATION.unassigned_business_ms] =
    row[CONVERSATION.unassigned_business_ms]! + openMsSince(t, story.unassignedAt, story.unassignedOpen)
  story.unassignedAt = NaN
  t.listener?.clock("unassigned", "stops", why, reached)
}

export function leaveUnassigned(t: Telling): void {
  const { story } = t
  if (Number.isNaN(story.unassignedAt)) return
  story.row[CONVERSATION.unassigned_since_at] = story.unassignedAt
  story.row[CONVERSATION.unassigned_business_base_ms] = openBase(t, story.unassignedAt, story.unassignedOpen)
}
