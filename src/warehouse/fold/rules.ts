import { Problem } from "../../problem.ts"

interface Rule<Value> {
  readonly means: string
  readonly usual: Value
  /** The only values, where the list is closed. */
  readonly values?: readonly Value[]
  readonly least?: number
  readonly most?: number
}

const yesNo = (usual: boolean, means: string): Rule<boolean> => ({ means, usual })
const choice = <Value extends string>(values: readonly [Value, ...Value[]], means: string): Rule<Value> => ({
  means,
  usual: values[0],
  values,
})
const number = (usual: number, least: number, most: number, means: string): Rule<number> => ({ means, usual, least, most })

/** Every choice the fold makes that reasonable people make otherwise. The first of several values is the usual one. */
const RULES = {
  bot_stops_clock: yesNo(false, "a bot's answer ends the customer's wait and counts as the first reply"),
  auto_reply_stops_clock: yesNo(false, "an automatic message ends the customer's wait and counts as the first reply"),
  notes_stop_clock: yesNo(false, "an internal note ends the customer's wait and counts as the first reply"),
  outbound: choice(
    ["from_customer_reply", "second_agent_message", "first_agent_message"],
    "where we wrote first: the clock starts with the customer's first message, or runs from the creation to our second or to our first message",
  ),
  outbound_counts: yesNo(false, "a conversation that we began counts from its creation, whether or not the customer ever writes"),
  response_from: choice(
    ["customer", "created"],
    "the response clock of an inbound conversation starts with the customer's first message, or with its creation",
  ),
  reopen_restarts_first_response: choice(
    ["after_bot_only", "always", "never"],
    "which reopenings start the first-response clock again",
  ),
  handoff_restarts_first_response: yesNo(
    false,
    "where a bot gives it to people before a person has answered, the first-response clock starts again",
  ),
  schedule: choice(
    ["in_force", "last"],
    "open time over a change of calendars: each for as long as it is in force, or the last one for the whole span",
  ),
  waiting_from: choice(["first_unanswered", "last_message"], "which of several unanswered messages the wait starts with"),
  pending_pauses_resolution: yesNo(false, "the time waiting for the customer is taken off the resolution time"),
  resolution_from: choice(["created", "first_customer_message"], "where resolution times start"),
  closed_counts_as_solved: yesNo(true, "closing a conversation that was not solved is a solve; else it is only removed"),
  customer_message_reopens: yesNo(
    false,
    "a customer's message after a solve reopens by itself; for sources that send no status for it",
  ),
  reopen_ignores_thanks_h: number(
    0,
    0,
    24 * 30,
    "a reopening that is solved again within so many hours without a human reply is none; 0 counts them all",
  ),
  bot_assignment_counts: yesNo(false, "a bot is an assignee"),
  chat_idle_after_min: number(
    10,
    0,
    24 * 60,
    "a chat is idle once neither its customer nor a person has written and nobody has moved it for so many minutes, until they do; 0: it never is",
  ),
  solve_meets_reply_promise: yesNo(false, "a promised reply is kept by a solve without one"),
  rating_credited_to: choice(
    ["asked_agent", "last_assignee"],
    "whose a rating is: the agent's at the time of asking, or the last assignee's and that one's team",
  ),
  survey_edit_window_h: number(72, 0, 24 * 90, "how long a customer may change an answer; the last one inside it counts"),
} as const satisfies Record<string, Rule<boolean> | Rule<string> | Rule<number>>

type RuleName = keyof typeof RULES
type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : Value
export type Rules = { readonly [Name in RuleName]: Widened<(typeof RULES)[Name]["usual"]> }
export type RuleValue = string | number | boolean

const RULE_NAMES = Object.keys(RULES) as RuleName[]

export const USUAL_RULES: Rules = Object.fromEntries(RULE_NAMES.map((name) => [name, RULES[name].usual])) as Rules

/** The usual rules, less those given otherwise. */
export function readRules(given: Readonly<Record<string, RuleValue>>): Rules {
  const rules: Record<string, RuleValue> = { ...USUAL_RULES }
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(RULES, name)) throw new Problem("rule.unknown", { name, known: RULE_NAMES })
    rules[name] = readValue(name as RuleName, String(value))
  }
  return rules as Rules
}

/** `bot_stops_clock=true` as people write it. */
export function readRule(text: string): Readonly<Record<string, RuleValue>> {
  const equals = text.indexOf("=")
  if (equals < 1) throw new Problem("rule.malformed", { text })
  return { [text.slice(0, equals).trim()]: text.slice(equals + 1).trim() }
}

/** The rules that differ from the usual ones, as `name=value`, in a fixed order. */
export function unusual(rules: Rules): readonly string[] {
  return RULE_NAMES.filter((name) => rules[name] !== USUAL_RULES[name]).map((name) => `${name}=${rules[name]}`)
}

function readValue(name: RuleName, text: string): RuleValue {
  const rule: Rule<boolean> | Rule<string> | Rule<number> = RULES[name]
  if (typeof rule.usual === "boolean") {
    if (text === "true" || text === "false") return text === "true"
    throw new Problem("rule.value", { name, text, expected: "true or false" })
  }
  if (typeof rule.usual === "string") {
    const values = (rule.values ?? []).map(String)
    if (values.includes(text)) return text
    throw new Problem("rule.value", { name, text, expected: values.join(" or ") })
  }
  const value = Number(text)
  const { least = -Infinity, most = Infinity } = rule
  if (text !== "" && value >= least && value <= most) return value
  throw new Problem("rule.value", { name, text, expected: `a number from ${least} to ${most}` })
}
