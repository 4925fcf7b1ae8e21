import * as fc from "fast-check"
import type { CanonicalEvent } from "../../../events/event.ts"
import { START } from "./compact.ts"

const HOUR_US = 3_600_000_000
const conversation = fc.integer({ min: 1, max: 6 }).map((n) => `conversation:${n}`)
const customer = fc.integer({ min: 1, max: 3 }).map((n) => `customer:${n}`)
const agent = fc.constantFrom("ana", "ben", "cy")
const team = fc.constantFrom("front", "back")
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const status = fc.constantFrom("new", "open", "pending", "on_hold", "solved", "closed")
const author = fc.constantFrom("customer", "agent", "bot", "auto", "system")
const attributes = fc.dictionary(fc.constantFrom("seats", "region", 'odd "name".x'), fc.constantFrom("a", "b", 3), { maxKeys: 2 })

const aboutConversation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("conversation.opened"),
      channel: fc.constantFrom("email", "chat"),
      customer: maybe(customer),
      team: maybe(team),
      tags: maybe(fc.constant(["vip"])),
      attributes: maybe(attributes),
      direction: maybe(fc.constantFrom("inbound", "outbound")),
      test: maybe(fc.constant(true)),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("message.sent"),
      author,
      public: maybe(fc.boolean()),
      agent: maybe(agent),
      channel: maybe(fc.constant("chat")),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("conversation.status_changed"),
      status,
      author: maybe(author),
      agent: maybe(agent),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("conversation.assigned"),
      agent: maybe(agent),
      team: maybe(team),
      agent_is: maybe(fc.constantFrom("human", "bot")),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("conversation.changed"),
      priority: fc.constantFrom("low", "high"),
      customer: maybe(customer),
      tier: maybe(fc.integer({ min: 1, max: 3 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("conversation.tagged"),
      tags: maybe(fc.constant(["vip", "late"])),
      removed_tags: maybe(fc.constant(["vip"])),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("conversation.merged_into"), into: conversation }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("conversation.marked_spam"), linked: maybe(fc.boolean()) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("conversation.promised"),
      promise: fc.constantFrom("first_response", "next_response", "resolution", "requester_wait"),
      target_s: fc.constantFrom(0, 600, 7200, 36_000),
      clock: maybe(fc.constantFrom("calendar", "business")),
      pauses: maybe(fc.constantFrom(["pending"], ["pending", "on_hold"])),
      policy: maybe(fc.constant("gold")),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("conversation.deleted", "conversation.handed_off") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("conversation.time_logged"),
      seconds: fc.integer({ min: 1, max: 900 }),
      agent: maybe(agent),
    }),
  },
)
const segment = fc.record({
  kind: fc.constant("call.segment"),
  segment: fc.constantFrom("ivr", "queue", "ring", "talk", "hold", "wrap"),
  agent: maybe(agent),
  queue: maybe(fc.constant("support")),
  leg: maybe(fc.integer({ min: 1, max: 3 })),
  until: maybe(fc.integer({ min: 0, max: 60 }).map((hour) => START + hour * HOUR_US)),
})
const aboutWork = fc.record({
  kind: fc.constant("quality.reviewed"),
  agent,
  team: maybe(team),
  criteria: maybe(
    fc.dictionary(fc.constantFrom("empathy", 'odd "one".y', "tone"), fc.constantFrom("4/5x2", "2.5/3", "n/a", "0/0", "9/5×1.1"), {
      maxKeys: 3,
    }),
  ),
  critical_error: maybe(fc.boolean()),
})
const aboutCall = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("call.started"), conversation: maybe(conversation), customer: maybe(customer) }),
  },
  { weight: 5, arbitrary: segment },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom("call.transferred", "call.abandoned", "call.voicemail", "call.ended") }),
  },
)
const aboutSurvey = fc.oneof(
  fc.record({
    kind: fc.constant("survey.sent"),
    survey: fc.constantFrom("csat", "nps"),
    relational: maybe(fc.boolean()),
    conversation: maybe(conversation),
    customer: maybe(customer),
    agents: maybe(fc.constant(["ana", "ben"])),
  }),
  fc.record({
    kind: fc.constant("survey.answered"),
    score: fc.constantFrom(1, 4, 5, 6.5, 11),
    comment: maybe(fc.constant("well")),
  }),
)
const aboutPerson = fc.oneof(
  fc.record({ kind: fc.constantFrom("agent.hired", "agent.left"), team: maybe(team) }),
  fc.record({
    kind: fc.constant("presence.changed"),
    presence: fc.constantFrom("available", "break", "offline"),
    on_queue: maybe(fc.boolean()),
  }),
  fc.record({
    kind: fc.constant("shift.planned"),
    until: fc.constant(START + 70 * HOUR_US),
    activity: maybe(fc.constant("work")),
  }),
)
const currency = maybe(fc.constantFrom("EUR", "USD"))
const aboutSubscription = fc.record({
  kind: fc.constant("subscription.changed"),
  mrr: fc.constantFrom(0, 10, 25.5),
  customer,
  plan: maybe(fc.constantFrom("basic", "pro")),
  currency,
  voluntary_end: maybe(fc.boolean()),
})
const amount = fc.constantFrom(5, 19.99, 100)
const aboutOrder = fc.oneof(
  fc.record({
    kind: fc.constant("order.placed"),
    amount,
    customer: maybe(customer),
    cost: maybe(fc.constant(3)),
    network: maybe(fc.constant("visa")),
    currency,
  }),
  fc.record({ kind: fc.constant("order.refunded"), amount, currency }),
)
const aboutDispute = fc.record({
  kind: fc.constantFrom("dispute.received", "fraud.reported"),
  order: maybe(fc.constantFrom("order:1", "order:2")),
  customer: maybe(customer),
})
const aboutCost = fc.record({
  kind: fc.constant("cost.booked"),
  amount,
  category: fc.constant("wages"),
  until: maybe(fc.integer({ min: 0, max: 60 }).map((hour) => START + hour * HOUR_US)),
})
const who = { customer: maybe(customer), visitor: maybe(fc.constant("v1")), author: maybe(fc.constantFrom("bot", "customer")) }
const aboutVisit = fc.oneof(
  fc.record({ kind: fc.constant("article.viewed"), article: fc.constant("pay"), seconds: maybe(fc.constantFrom(5, 60)), ...who }),
  fc.record({ kind: fc.constant("help.searched"), found: fc.boolean(), clicked: maybe(fc.boolean()), ...who }),
  fc.record({ kind: fc.constant("help.form_opened"), ...who }),
  fc.record({ kind: fc.constant("article.voted"), article: fc.constant("pay"), helpful: fc.boolean() }),
)
const aboutCustomer = fc.oneof(
  fc.record({ kind: fc.constant("customer.known_as"), same_as: customer, linked: maybe(fc.boolean()) }),
  fc.record({
    kind: fc.constant("customer.changed"),
    plan: maybe(fc.constantFrom("free", "gold")),
    test: maybe(fc.boolean()),
    referrer: maybe(customer),
    source: maybe(fc.constant("ad")),
    attributes: maybe(attributes),
  }),
)
const aboutAgent = fc.record({
  kind: fc.constant("agent.known_as"),
  same_as: agent.map((name) => `agent:${name}`),
  linked: maybe(fc.boolean()),
})

const person = agent.map((name) => `agent:${name}`)
const subjected = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(conversation, aboutConversation) },
  { weight: 2, arbitrary: fc.tuple(customer, aboutCustomer) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom("call:1", "call:2"), aboutCall) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom("survey:1", "survey:2", "survey:3"), aboutSurvey) },
  { weight: 2, arbitrary: fc.tuple(person, aboutPerson) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("subscription:1", "subscription:2"), aboutSubscription) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("order:1", "order:2"), aboutOrder) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("dispute:1", "dispute:2"), aboutDispute) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("cost:1", "cost:2"), aboutCost) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("visit:1", "visit:2"), aboutVisit) },
  { weight: 1, arbitrary: fc.tuple(person, aboutAgent) },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(conversation, fc.constant("call:1")), aboutWork) },
)

/** Any events at all, also senseless ones. The same id may come again: a new version, perhaps about something else. */
export const anyEvent: fc.Arbitrary<CanonicalEvent> = fc
  .tuple(subjected, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 80 }))
  .map(([[subject, what], hour, id]) => {
    const said = Object.fromEntries(Object.entries(what).filter(([, value]) => value !== undefined))
    // The kinds above are the events' own; only their union is too wide for the compiler to see it.
    return { id: `e${id}`, at: START + hour * HOUR_US, subject, ...said } as unknown as CanonicalEvent
  })
