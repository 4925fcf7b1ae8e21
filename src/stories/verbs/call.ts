import { reviews } from "./conversation.ts"
import { agentAndTeam, by, takeSeconds, takeWord, type Family, type Telling, type Told, type Verb } from "./verb.ts"

/** A part of the call; `for 25s` says how long, without it the part lasts. */
const segment = (says: string, name: string, usage: string): Verb => ({
  says,
  usage,
  tell: (telling) => {
    const { actor, words } = telling
    const queue = name === "queue" && words.left() > 0 && !/^for$|^until$|=/.test(words.peek()!) ? words.take() : undefined
    const ringing = name === "ring" ? agentAndTeam(takeWord(telling, "whose telephone: ana or ana@support")) : {}
    return [["call.segment", { segment: name, ...by(actor), ...ringing, ...(queue && { queue }), ...ending(telling) }]]
  },
})

const happens = (says: string, kind: "call.abandoned" | "call.callback_asked" | "call.voicemail" | "call.ended"): Verb => ({
  says,
  usage: says,
  tell: ({ actor }) => [[kind, by(actor)]],
})

export const call: Family = {
  header: "call",
  verbs: [
    { says: "calls", usage: "customer calls | ana calls", tell: calls },
    segment("enters menu", "ivr", "enters menu [for 20s]"),
    segment("enters queue", "queue", "enters queue [NAME] [for 25s]"),
    segment("rings", "ring", "rings ana [for 5s]"),
    segment("answers", "talk", "ana answers [for 3m]"),
    segment("talks", "talk", "ana talks [for 3m]"),
    segment("holds", "hold", "ana holds [for 30s]"),
    segment("wraps up", "wrap", "ana wraps up [for 1m]"),
    { says: "transfers to", usage: "ana transfers to ben@sales | @sales", tell: transfers },
    happens("abandons", "call.abandoned"),
    happens("asks for callback", "call.callback_asked"),
    { says: "calls back", usage: "ana calls back", tell: ({ actor }) => [["call.called_back", by(actor)]] },
    happens("leaves voicemail", "call.voicemail"),
    { says: "flows out", usage: "flows out [REASON]", tell: flowsOut },
    happens("ends", "call.ended"),
    { says: "reviews", usage: "lee reviews ana criteria.empathy=4/5x2", tell: reviews },
  ],
}

function calls({ actor, fail }: Telling): Told {
  if (!actor) return fail("who calls: customer, or an agent's name")
  return [["call.started", { direction: actor.author === "customer" ? "inbound" : "outbound", channel: "phone", ...by(actor) }]]
}

function transfers(telling: Telling): Told {
  const { agent, team } = agentAndTeam(takeWord(telling, "to whom: ben, ben@sales or @sales"))
  return [["call.transferred", { ...by(telling.actor), ...(agent && { to_agent: agent }), ...(team && { to_team: team }) }]]
}

function flowsOut({ words }: Telling): Told {
  const reason = words.left() > 0 && !words.peek()!.includes("=") ? words.take() : undefined
  return [["call.flowed_out", { ...(reason && { reason }) }]]
}

/** `for 25s` is counted from the line's own time, so the reader fills it in. */
function ending(telling: Telling): Record<string, unknown> {
  if (telling.words.takeIf("for")) return { lasts_s: takeSeconds(telling) }
  return telling.words.takeIf("until") ? { until: telling.when() } : {}
}
