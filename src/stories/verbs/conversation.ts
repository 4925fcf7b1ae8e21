import {
  agentAndTeam,
  author,
  by,
  takeList,
  takeNumber,
  takeSeconds,
  takeWord,
  type Family,
  type Telling,
  type Told,
  type Verb,
} from "./verb.ts"

/** Where nothing is said a conversation came by mail; `via -` where nobody knows. */
const USUAL_CHANNEL = "email"
const NOT_KNOWN = "-"

const message = (says: string, seen: boolean): Verb => ({
  says,
  usage: `WHO ${says}`,
  tell: (telling) => [["message.sent", { ...speaker(telling), public: seen }]],
})

const enters = (says: string, status: string): Verb => ({
  says,
  usage: `[WHO] ${says}`,
  tell: ({ actor }) => [["conversation.status_changed", { status, ...author(actor) }]],
})

export const conversation: Family = {
  header: "#",
  verbs: [
    { says: "opens", usage: "WHO opens [via CHANNEL] [about TOPIC]", tell: opens },
    { says: "is created", usage: "is created [inbound|outbound] [via CHANNEL] [about TOPIC]", tell: isCreated },
    ...["replies", "writes", "answers", "says", "thanks"].map((says) => message(says, true)),
    { says: "auto-reply", usage: "auto-reply", tell: () => [["message.sent", { author: "auto", public: true }]] },
    message("notes", false),
    enters("solves", "solved"),
    enters("closes", "closed"),
    enters("reopens", "open"),
    enters("pends", "pending"),
    enters("holds", "on_hold"),
    { says: "becomes", usage: "becomes new|open|pending|on_hold|solved|closed", tell: becomes },
    { says: "assigns to", usage: "[WHO] assigns to ana | ana@support | @support | bot | nobody", tell: assigns },
    { says: "hands off", usage: "[bot] hands off [to ana@support]", tell: handsOff },
    { says: "escalates to", usage: "[WHO] escalates to tier 2 | team NAME | priority NAME | manager | product", tell: escalates },
    { says: "merges into", usage: "[WHO] merges into #2", tell: mergesInto },
    { says: "marks spam", usage: "[WHO] marks spam", tell: ({ actor }) => [["conversation.marked_spam", by(actor)]] },
    {
      says: "unmarks spam",
      usage: "[WHO] unmarks spam",
      tell: ({ actor }) => [["conversation.marked_spam", { ...by(actor), linked: false }]],
    },
    { says: "deletes", usage: "[WHO] deletes", tell: ({ actor }) => [["conversation.deleted", by(actor)]] },
    { says: "tags", usage: "tags A, B", tell: ({ words }) => [["conversation.tagged", { tags: takeList(words) }]] },
    { says: "untags", usage: "untags A, B", tell: ({ words }) => [["conversation.tagged", { removed_tags: takeList(words) }]] },
    { says: "changes", usage: "changes priority=high topic=login", tell: () => [["conversation.changed", {}]] },
    {
      says: "logs",
      usage: "ana logs 15m",
      tell: (telling) => [["conversation.time_logged", { seconds: takeSeconds(telling), ...by(telling.actor) }]],
    },
    { says: "promises", usage: "promises first_response in 60m [on business] [pausing pending,on_hold]", tell: promises },
    { says: "reviews", usage: "lee reviews ana criteria.empathy=4/5x2", tell: reviews },
  ],
}

function speaker({ actor, fail }: Telling): Record<string, unknown> {
  return actor ? author(actor) : fail("who: customer, bot, auto, system or an agent's name")
}

function opens(telling: Telling): Told {
  const { actor, fail } = telling
  if (!actor) return fail("who opens it: customer, or an agent's name where we write first")
  const inbound = actor.author === "customer"
  return [
    ["conversation.opened", { direction: inbound ? "inbound" : "outbound", ...opening(telling) }],
    ["message.sent", { ...author(actor), public: true }],
  ]
}

/** Without a message, as a form or a log of tickets has it. */
function isCreated(telling: Telling): Told {
  const direction = telling.words.takeIf("outbound") ? "outbound" : (telling.words.takeIf("inbound"), "inbound")
  return [["conversation.opened", { direction, ...opening(telling) }]]
}

function opening(telling: Telling): Record<string, unknown> {
  const { words } = telling
  const channel = words.takeIf("via") ? takeWord(telling, "a channel: email, chat, phone, …") : USUAL_CHANNEL
  const topic = words.takeIf("about") ? takeWord(telling, "a topic") : undefined
  return { ...(channel !== NOT_KNOWN && { channel }), ...(topic && { topic }) }
}

function becomes(telling: Telling): Told {
  const status = takeWord(telling, "a status: new, open, pending, on_hold, solved or closed")
  return [["conversation.status_changed", { status, ...author(telling.actor) }]]
}

function assigns(telling: Telling): Told {
  const to = takeWord(telling, "to whom: ana, ana@support, @support, bot or nobody")
  const from = telling.actor && { author: telling.actor.author }
  if (to === "nobody") return [["conversation.assigned", { ...from }]]
  if (to === "bot") return [["conversation.assigned", { agent: "bot", agent_is: "bot", ...from }]]
  const given = agentAndTeam(to)
  return [["conversation.assigned", { ...given, ...(given.agent && { agent_is: "human" }), ...from }]]
}

function handsOff(telling: Telling): Told {
  const to = telling.words.takeIf("to") ? agentAndTeam(takeWord(telling, "to whom: ana, ana@support or @support")) : {}
  return [["conversation.handed_off", to]]
}

function escalates(telling: Telling): Told {
  const to = takeWord(telling, "tier 2, team NAME, priority NAME, manager or product")
  const fields: Record<string, unknown> = { to, ...author(telling.actor) }
  if (to === "tier") fields["tier"] = takeNumber(telling, "the tier, 1 to 9")
  if (to === "team" || to === "priority") fields[to] = takeWord(telling, `which ${to}`)
  return [["conversation.escalated", fields]]
}

function mergesInto(telling: Telling): Told {
  const into = takeWord(telling, "into which, as in #2")
  if (!/^#./.test(into)) return telling.fail("into which, as in #2")
  return [["conversation.merged_into", { into: `conversation:${into.slice(1)}`, ...by(telling.actor) }]]
}

function promises(telling: Telling): Told {
  const { words } = telling
  const promise = takeWord(telling, "first_response, next_response, resolution or requester_wait")
  if (!words.takeIf("in")) return telling.fail('"in" and a duration, as in "in 60m"')
  const target_s = takeSeconds(telling)
  const clock = words.takeIf("on") ? takeWord(telling, "calendar or business") : undefined
  const pauses = words.takeIf("pausing") ? takeList(words) : undefined
  return [["conversation.promised", { promise, target_s, ...(clock && { clock }), ...(pauses && { pauses }) }]]
}

/** Who reviews is kept as the source's own field: the event's agent is the one reviewed. */
export function reviews(telling: Telling): Told {
  const agent = takeWord(telling, "whose work, by the agent's name")
  const reviewer = telling.actor?.agent
  return [["quality.reviewed", { ...agentAndTeam(agent), ...(reviewer && { attributes: { reviewer } }) }]]
}
