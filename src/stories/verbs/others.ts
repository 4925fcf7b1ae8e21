import { PRESENCES } from "../../events/fields.ts"
import { author, by, takeNumber, takeText, takeWord, type Family, type Telling, type Told, type Verb } from "./verb.ts"

const verb = (says: string, usage: string, tell: Verb["tell"]): Verb => ({ says, usage, tell })

/** `1-5` → the scale's ends. */
function scale({ words, fail }: Telling): Record<string, unknown> {
  if (!words.takeIf("scale")) return {}
  const ends = /^(-?\d+)-(\d+)$/.exec(words.take() ?? "")
  return ends ? { scale_min: Number(ends[1]), scale_max: Number(ends[2]) } : fail("the scale's ends, as in 1-5")
}

function about(telling: Telling): Record<string, unknown> {
  if (!telling.words.takeIf("about")) return {}
  const conversation = takeWord(telling, "which conversation, as in #1")
  return { conversation: `conversation:${conversation.replace(/^#/, "")}` }
}

export const survey: Family = {
  header: "survey",
  verbs: [
    verb("sent", "sent csat [about #1] [scale 1-5]", (telling) => [
      [
        "survey.sent",
        { survey: takeWord(telling, "csat, nps, ces1, ces2, fcr or custom"), ...about(telling), ...scale(telling) },
      ],
    ]),
    verb("rates", "[customer] rates 4 [about #1] [scale 1-5]", (telling) => [
      [
        "survey.answered",
        {
          score: takeNumber(telling, "a score"),
          ...(telling.actor && telling.actor.author !== "customer" && { author: telling.actor.author }),
          ...about(telling),
          ...scale(telling),
        },
      ],
    ]),
    verb("labels", "[ana] labels negative [topic=delivery] [version=v2]", (telling) => [
      ["survey.labelled", { sentiment: takeWord(telling, "negative, neutral or positive"), ...author(telling.actor) }],
    ]),
    verb("bounces", "bounces", () => [["survey.bounced", {}]]),
  ],
}

export const visit: Family = {
  header: "visit",
  verbs: [
    verb("views", "views ARTICLE", (telling) => [["article.viewed", { article: takeWord(telling, "which article") }]]),
    verb("votes", "votes ARTICLE helpful|unhelpful", (telling) => [
      [
        "article.voted",
        { article: takeWord(telling, "which article"), helpful: takeWord(telling, "helpful or unhelpful") === "helpful" },
      ],
    ]),
    verb("searches", 'searches "how to pay" [in vain]', ({ words }) => {
      const query = words.takeUntil((word) => word.includes("=") || word === "in").join(" ")
      return [["help.searched", { found: !words.takeIf("in", "vain"), ...(query && { query }) }]]
    }),
    verb("opens form", "opens form", () => [["help.form_opened", {}]]),
  ],
}

export const agent: Family = {
  header: "agent",
  verbs: [
    verb("is hired", "is hired [team=support]", () => [["agent.hired", {}]]),
    verb("leaves", "leaves [voluntary=true]", () => [["agent.left", {}]]),
    verb("works until", "works until 17:00 [activity=break] [paid=true]", ({ when }) => [["shift.planned", { until: when() }]]),
    ...PRESENCES.map((presence) =>
      verb(`is ${presence}`, `is ${PRESENCES.join("|")}`, () => [["presence.changed", { presence }]]),
    ),
    verb("is known as", 'is known as "Ana B."', knownAs("agent.known_as")),
  ],
}

export const team: Family = {
  header: "team",
  verbs: [verb("is known as", 'is known as "Second line"', knownAs("team.known_as"))],
}

export const customer: Family = {
  header: "customer",
  verbs: [
    verb("is the same as", "is the same as bea", (telling) => [
      ["customer.known_as", { same_as: takeWord(telling, "which customer") }],
    ]),
    verb("is not the same as", "is not the same as bea", (telling) => [
      ["customer.known_as", { same_as: takeWord(telling, "which customer"), linked: false }],
    ]),
    verb("changes", "changes plan=pro", () => [["customer.changed", {}]]),
  ],
}

export const subscription: Family = {
  header: "subscription",
  verbs: [
    verb("pays", "pays 50 [EUR] customer=bea", (telling) => [
      ["subscription.changed", { mrr: takeNumber(telling, "monthly revenue"), ...currency(telling) }],
    ]),
    verb("ends", "ends customer=bea [voluntary_end=true]", () => [["subscription.changed", { mrr: 0 }]]),
  ],
}

const amount = (telling: Telling): Record<string, unknown> => ({
  amount: takeNumber(telling, "an amount of money"),
  ...currency(telling),
})

export const invoice: Family = {
  header: "invoice",
  verbs: [
    verb("is issued for", "is issued for 50 [EUR]", (telling) => [["invoice.issued", amount(telling)]]),
    verb("refunds", "refunds 20 [EUR]", (telling) => [["order.refunded", amount(telling)]]),
  ],
}

export const order: Family = {
  header: "order",
  verbs: [
    verb("is placed for", "is placed for 50 [EUR]", (telling) => [["order.placed", amount(telling)]]),
    verb("refunds", "refunds 20 [EUR]", (telling) => [["order.refunded", amount(telling)]]),
  ],
}

export const dispute: Family = {
  header: "dispute",
  verbs: [
    verb("is received", "is received [network=visa]", () => [["dispute.received", {}]]),
    verb("is reported as fraud", "is reported as fraud [network=visa]", () => [["fraud.reported", {}]]),
  ],
}

export const cost: Family = {
  header: "cost",
  verbs: [
    verb("books", "books 5000 [EUR] for wages", (telling) => {
      const fields = amount(telling)
      if (!telling.words.takeIf("for")) return telling.fail('"for" and a category, as in "for wages"')
      return [["cost.booked", { ...fields, category: takeWord(telling, "a category") }]]
    }),
  ],
}

export const source: Family = {
  header: "source",
  verbs: [
    verb("counts", "counts 40 conversations|calls [channel=chat]", (telling) => {
      const count = takeNumber(telling, "how many")
      const entity = /^(conversation|call)s?$/.exec(takeWord(telling, "conversations or calls"))?.[1]
      return [["source.counted", { count, entity: entity ?? telling.fail("conversations or calls") }]]
    }),
  ],
}

function currency({ words }: Telling): Record<string, unknown> {
  return /^[A-Z]{3}$/.test(words.peek() ?? "") ? { currency: words.take() } : {}
}

function knownAs(kind: "agent.known_as" | "team.known_as") {
  return ({ words, actor }: Telling): Told => [[kind, { name: takeText(words), ...by(actor) }]]
}
