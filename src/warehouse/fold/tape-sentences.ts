import { show } from "../../format.ts"
import { FALSE } from "./events.ts"
import { KIND } from "./kinds.ts"
import type { Telling } from "./story.ts"
import { AUTHOR, STATUS } from "./words.ts"

/** The texts behind the codes of a tape. */
export interface Names {
  word(code: number): string
  /** As people know them. */
  agent(code: number): string
  team(code: number): string
  subject(code: number): string
}

/** What happened, in one plain sentence. */
export function sentenceOf(t: Telling, i: number, names: Names): string {
  const { codes, numbers } = t.events
  const agent = codes.agent[i] ? names.agent(codes.agent[i]) : ""
  const who = agent || "Somebody"
  switch (codes.kind[i]) {
    case KIND.opened:
      return `It was opened${codes.channel[i] ? ` by ${names.word(codes.channel[i])}` : ""}${codes.team[i] ? ` for ${names.team(codes.team[i])}` : ""}.`
    case KIND.message:
      return messageSentence(t, i, agent)
    case KIND.status:
      return statusSentence(t, i, agent)
    case KIND.assigned:
      return assignedSentence(t, i, names, agent)
    case KIND.escalated:
      return `${who} escalated it${Number.isNaN(numbers.tier[i]!) ? "" : ` to tier ${numbers.tier[i]}`}.`
    case KIND.changed:
      return changedSentence(t, i, names)
    case KIND.handedOff:
      return "The bot handed it off to people."
    case KIND.merged:
      return `It was merged into ${names.subject(codes.into[i]!)}.`
    case KIND.spam:
      return codes.linked[i] === FALSE ? "It is no spam after all." : "It was marked as spam."
    case KIND.deleted:
      return "It was deleted."
    case KIND.timeLogged:
      return `${who} logged ${show(numbers.seconds[i], "seconds")} of work.`
    case KIND.promised:
      return `A policy began to apply: ${names.word(codes.promise[i]!).replaceAll("_", " ")} within ${show(numbers.target_s[i], "seconds")}.`
    default:
      return "Something happened."
  }
}

function messageSentence(t: Telling, i: number, agent: string): string {
  const { codes } = t.events
  const hidden = codes.public[i] === FALSE
  switch (t.words.author[codes.author[i]!] ?? 0) {
    case AUTHOR.customer:
      return "The customer wrote."
    case AUTHOR.agent:
      return hidden ? `${agent || "An agent"} left a note for colleagues.` : `${agent || "An agent"} wrote to the customer.`
    case AUTHOR.bot:
      return hidden ? "The bot left a note." : "The bot wrote."
    case AUTHOR.auto:
      return "An automatic message was sent."
    default:
      return "The system noted something."
  }
}

const STATUS_SENTENCES: Readonly<Record<number, string>> = {
  [STATUS.new]: "It is new again",
  [STATUS.open]: "It was set to open",
  [STATUS.pending]: "It was set to pending: it waits for the customer",
  [STATUS.on_hold]: "It was put on hold: it waits for a third party",
  [STATUS.solved]: "It was solved",
  [STATUS.closed]: "It was closed",
}

function statusSentence(t: Telling, i: number, agent: string): string {
  const { codes } = t.events
  const author = t.words.author[codes.author[i]!] ?? 0
  const by = agent || BY[author] || ""
  return `${STATUS_SENTENCES[t.words.status[codes.status[i]!] ?? 0] ?? "Its status changed"}${by ? `, by ${by}` : ""}.`
}

const BY: Readonly<Record<number, string>> = {
  [AUTHOR.customer]: "the customer",
  [AUTHOR.agent]: "an agent",
  [AUTHOR.bot]: "the bot",
  [AUTHOR.auto]: "a rule",
  [AUTHOR.system]: "the system",
}

function assignedSentence(t: Telling, i: number, names: Names, agent: string): string {
  const { codes } = t.events
  const team = codes.team[i] ? names.team(codes.team[i]) : ""
  if (!agent && !team) return "It was taken from its assignee."
  const bot = codes.agent_is[i] === t.words.code.bot ? "the bot " : ""
  return `It was given to ${[agent && bot + agent, team && (agent ? `in ${team}` : `the team ${team}`)].filter(Boolean).join(" ")}.`
}

const CHANGES = ["priority", "type", "topic", "brand", "team"] as const

function changedSentence(t: Telling, i: number, names: Names): string {
  const { codes, numbers } = t.events
  const changes = CHANGES.flatMap((name) =>
    codes[name][i] ? [`${name} ${name === "team" ? names.team(codes.team[i]!) : names.word(codes[name][i])}`] : [],
  )
  if (codes.customer[i]) changes.push(`customer ${names.subject(codes.customer[i])}`)
  if (!Number.isNaN(numbers.tier[i]!)) changes.push(`tier ${numbers.tier[i]}`)
  return changes.length > 0 ? `It changed: ${changes.join(", ")}.` : "One of its own fields changed."
}
