/**
 * Every field an event can have, beside the envelope. A name means the same in every kind, so it is one column of the ledger.
 *
 * word     a short text that recurs (an agent, a team, a channel): kept as a dictionary code
 * ref      the id of another subject, `customer:42`: kept as a subject code
 * text     free text
 * number   a finite number; a numeric string is read as one
 * boolean  true or false
 * moment   RFC 3339 with offset: kept as UTC microseconds
 * words    a list of words
 * record   text, number or list of text by name: the source's own fields
 */
export type FieldType = "word" | "ref" | "text" | "number" | "boolean" | "moment" | "words" | "record"

export interface Field {
  readonly type: FieldType
  readonly means: string
  /** The only words allowed, where the list is closed. */
  readonly values?: readonly string[]
  /** The least and the most a number may be, both included. */
  readonly least?: number
  readonly most?: number
}

interface FieldOf<Type extends FieldType> extends Field {
  readonly type: Type
}

const word = (means: string, values?: readonly string[]): FieldOf<"word"> => ({ type: "word", means, ...(values && { values }) })
const ref = (means: string): FieldOf<"ref"> => ({ type: "ref", means })
const text = (means: string): FieldOf<"text"> => ({ type: "text", means })
const number = (means: string, least?: number, most?: number): FieldOf<"number"> => ({
  type: "number",
  means,
  ...(least !== undefined && { least }),
  ...(most !== undefined && { most }),
})
const boolean = (means: string): FieldOf<"boolean"> => ({ type: "boolean", means })
const moment = (means: string): FieldOf<"moment"> => ({ type: "moment", means })
const words = (means: string): FieldOf<"words"> => ({ type: "words", means })

export const AUTHORS = ["customer", "agent", "bot", "auto", "system"] as const
export const STATUSES = ["new", "open", "pending", "on_hold", "solved", "closed"] as const
export const SEGMENTS = ["ivr", "queue", "ring", "talk", "hold", "wrap"] as const
export const PRESENCES = ["available", "busy", "break", "training", "meeting", "offline"] as const

export const fields = {
  // Who and where
  customer: ref("the customer, `customer:…`"),
  conversation: ref("the conversation this belongs to, `conversation:…`"),
  agent: word("the agent who acts, or to whom something is given"),
  agents: words("the agents at that time"),
  team: word("the team, as of the event"),
  channel: word("where it came in: email, chat, phone, social, form, …"),
  queue: word("the queue that held the call"),
  brand: word("the brand or product line"),

  // What it is
  direction: word("who began it", ["inbound", "outbound"]),
  subject_line: text("the subject line"),
  text: text("what was said; kept only where ingest keeps texts"),
  priority: word("how urgent"),
  type: word("question, incident, problem, task, …"),
  topic: word("what it is about"),
  tags: words("tags added, or those it starts with"),
  removed_tags: words("tags taken away"),
  attributes: { type: "record", means: "the source's own fields: text, number or list of text by name" },
  test: boolean("a test or an internal requester: counted apart, never in a metric"),
  backfill: boolean("imported without real times: counted apart"),

  // Who speaks
  author: word("who wrote it or did it", AUTHORS),
  public: boolean("the customer can see it"),

  // Status, assignment, promises
  status: word("the state it enters; pending waits for the customer, on_hold for a third party", STATUSES),
  reason: word("why, in the source's words"),
  solved: boolean("of a closing: false where it was never solved, as withdrawn, cancelled, or with no solve on record"),
  agent_is: word("whether the assignee is a person", ["human", "bot"]),
  to: word("where it was escalated", ["tier", "team", "priority", "manager", "product"]),
  tier: number("the support tier, 1 is the front line", 1, 9),
  into: ref("the conversation that goes on, `conversation:…`"),
  seconds: number("how long, in seconds", 0),
  promise: word("which promise", ["first_response", "next_response", "resolution", "requester_wait"]),
  policy: word("the policy that makes the promise"),
  target_s: number("the promised time in seconds", 0),
  clock: word("the clock of the promise", ["calendar", "business"]),
  pauses: words("the statuses in which the promise's clock stands still"),

  // Calls
  segment: word("the part of a call", SEGMENTS),
  until: moment("when it ended; absent while it lasts"),
  leg: number("which leg of the call, from 1", 1),
  to_agent: word("the agent it goes to"),
  to_team: word("the team it goes to"),
  planned: boolean("announced and accepted by the other side (a warm transfer)"),

  // Surveys and quality
  questionnaire: word("which questionnaire"),
  version: word("which version of it"),
  survey: word("what the questionnaire measures", ["csat", "nps", "ces1", "ces2", "fcr", "custom"]),
  scale_min: number("the lowest score that can be given"),
  scale_max: number("the highest score that can be given"),
  score: number("the score given, on the scale of the questionnaire"),
  comment: text("what the customer wrote beside the score"),
  sentiment: word("how what the customer wrote sounds", ["negative", "neutral", "positive"]),
  relational: boolean("about the relation as a whole, not about one contact"),
  criteria: { type: "record", means: "points by criterion, as `points/max×weight`, `n/a` where it does not apply" },
  critical_error: boolean("a critical error was found"),

  // Self-service
  visitor: word("the anonymous visitor"),
  session: word("the visit"),
  article: word("the article"),
  query: text("what was searched for"),
  found: boolean("the search found something"),
  clicked: boolean("a result was opened"),
  helpful: boolean("the reader's vote"),

  // People
  activity: word("what the shift is for: work, break, training, meeting, absent"),
  paid: boolean("the time is paid"),
  presence: word("what the agent can do now", PRESENCES),
  on_queue: boolean("the agent is offered contacts"),
  voluntary: boolean("the agent chose to leave"),
  contractor: boolean("not an employee"),

  // Money
  mrr: number("the subscription's monthly recurring revenue from now on", 0),
  amount: number("an amount of money"),
  currency: word("ISO 4217"),
  plan: word("the plan or product"),
  cost: number("what it cost us"),
  network: word("the card network: visa, mastercard, …"),
  sale_at: moment("when the disputed sale was made"),
  order: ref("the order, `order:…`"),
  stage: word("the stage of a dispute", ["alert", "first", "second"]),
  card_present: boolean("the card was there when it was charged"),
  category: word("what the cost is for: wages, technology, telecom, facilities, training, acquisition, …"),
  referrer: ref("who recommended us, `customer:…`"),
  source: word("where the customer came from"),
  voluntary_end: boolean("the customer chose to end it; false for a failed payment"),

  // Data
  entity: word("what a source counts", ["conversation", "call"]),
  count: number("how many", 0),

  // Identity
  same_as: ref("another id of the same one"),
  linked: boolean("false takes a link back"),
  name: word("the name people know it by"),
  role: word("what the agent does"),
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields
