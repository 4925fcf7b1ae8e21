import type { Agenda } from "./agenda.ts"
import type { Chance } from "./chance.ts"
import type { Channel, Priority, Region, TeamId } from "./company.ts"
import type { Customers } from "./customers.ts"
import type { Floor, Worker } from "./floor.ts"
import type { Incidents } from "./incidents.ts"
import type { Journal } from "./journal.ts"
import type { Roster } from "./shifts.ts"
import type { Topic } from "./topics.ts"
import type { Year } from "./year.ts"

/** Everything the lives of conversations need. */
export interface World {
  readonly scale: number
  readonly year: Year
  readonly agenda: Agenda
  readonly journal: Journal
  readonly incidents: Incidents
  readonly roster: Roster
  readonly floor: Floor
  readonly customers: Customers
  readonly luck: Chance
  /** For those who read comments: what they think changes nothing that happens. */
  readonly reading: Chance
  /** The next number of a kind of thing. */
  number(kind: "conversation" | "call" | "survey" | "order" | "visit" | "invoice" | "dispute" | "subscription" | "cost"): number
  /** A customer comes to us. */
  contact(contact: Contact): void
  /** It wants a person: it goes to its team as mail does. */
  work(conversation: Conversation): void
}

export interface Contact {
  readonly customer: number
  readonly channel: Channel
  readonly topic: Topic
  /** The conversation it repeats, because nobody had answered. */
  readonly duplicateOf?: Conversation
}

export type Status = "new" | "open" | "pending" | "on_hold" | "solved"

/** A conversation as the company lives it; what is kept of it are the events. */
export interface Conversation {
  readonly number: number
  readonly subject: string
  readonly customer: number
  readonly region: Region
  readonly channel: Channel
  readonly topic: Topic
  readonly priority: Priority
  readonly duplicateOf: Conversation | undefined
  readonly test: boolean
  readonly spam: boolean
  team: TeamId
  tier: 1 | 2
  worker: Worker | undefined
  status: Status
  /** The log-odds that its customer is content. */
  mood: number
  replies: number
  solves: number
  /** Since when the customer waits for a person; 0 while not. */
  waitingSince: number
  /** Merged, spam or deleted. */
  gone: boolean
  /** The customer's last word was a mere thank-you. */
  thanked: boolean
  /** It was last a bot that spoke for us. */
  byBot: boolean
  topicSaid: boolean
}
