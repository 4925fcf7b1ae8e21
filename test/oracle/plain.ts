import type { CanonicalEvent } from "../../src/events/event.ts"

/**
 * One conversation, read from the plain events as a person would read them: filter, sort, look. Written from the book of definitions
 * and nothing else; slow on purpose, so that each line can be believed.
 */
export interface Plain {
  readonly id: string
  /** Its own events and those of conversations merged into it, in the order of time. */
  readonly events: readonly CanonicalEvent[]
  readonly own: readonly CanonicalEvent[]
  readonly opened: CanonicalEvent
  readonly excluded: string | null
}

export function conversationsIn(events: readonly CanonicalEvent[]): readonly Plain[] {
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => a.at - b.at)
  const ids = [...new Set(distinct.map((event) => event.subject).filter((subject) => subject.startsWith("conversation:")))]
  return ids.map((id) => {
    const own = distinct.filter((event) => event.subject === id)
    const members = mergedInto(distinct, id)
    const messages = distinct.filter((event) => members.includes(event.subject) && event.kind === "message.sent")
    const opened = own.find((event) => event.kind === "conversation.opened")!
    const said = [...own, ...messages].sort((a, b) => a.at - b.at)
    const first = said.find((event) => fromCustomer(event) || fromAgent(event))
    // Where the customer opened it and wrote nothing that we have, the opening is their message.
    const silent = opened.direction !== "outbound" && (first === undefined || fromAgent(first))
    const opening: CanonicalEvent = {
      id: `${opened.id}:said`,
      at: opened.at,
      kind: "message.sent",
      subject: id,
      author: "customer",
      public: true,
    }
    const all = silent ? [opening, ...said].sort((a, b) => a.at - b.at) : said
    return { id, own, events: all, opened, excluded: exclusion(own) }
  })
}

/** Everything that was merged into it, and into those. */
function mergedInto(events: readonly CanonicalEvent[], id: string): readonly string[] {
  const direct = events
    .filter((event) => event.kind === "conversation.merged_into" && event.into === id)
    .map((event) => event.subject)
  return direct.flatMap((source) => [source, ...mergedInto(events, source)])
}

function exclusion(own: readonly CanonicalEvent[]): string | null {
  const spam = own.filter((event) => event.kind === "conversation.marked_spam").at(-1)
  if (spam && spam.linked !== false) return "spam"
  if (own.some((event) => event.kind === "conversation.deleted")) return "deleted"
  // What took it away is said before what it was from the beginning.
  if (own.some((event) => event.kind === "conversation.merged_into")) return "merged"
  if (own.some((event) => event.test === true)) return "test"
  return own.some((event) => event.backfill === true) ? "backfill" : null
}

export const isOutbound = ({ opened }: Plain) => opened.direction === "outbound"

/** The merged set keeps the earliest creation. */
export function createdAt(conversation: Plain, all: readonly Plain[]): number {
  const sources = all.filter(({ own }) =>
    own.some((event) => event.kind === "conversation.merged_into" && event.into === conversation.id),
  )
  return Math.min(conversation.opened.at, ...sources.map((source) => createdAt(source, all)))
}

export const fromCustomer = (event: CanonicalEvent) => event.kind === "message.sent" && event.author === "customer"
export const fromAgent = (event: CanonicalEvent) =>
  event.kind === "message.sent" && event.author === "agent" && event.public === true

export function firstCustomerAt({ events }: Plain): number | null {
  return events.find(fromCustomer)?.at ?? null
}

/** When it counts as a contact: at once, or when the customer answers where we wrote first. */
export function countedAt(conversation: Plain, all: readonly Plain[]): number | null {
  return isOutbound(conversation) ? firstCustomerAt(conversation) : createdAt(conversation, all)
}

export const isSolved = (status: unknown) => status === "solved" || status === "closed"

/** Each change between solved and not, from the creation on; solved → closed is none. */
export function turns({ own }: Plain): readonly { readonly at: number; readonly solved: boolean; readonly author: unknown }[] {
  const found: { at: number; solved: boolean; author: unknown }[] = []
  let solved = isSolved(own.find((event) => event.kind === "conversation.opened")?.status)
  for (const event of own) {
    if (event.kind !== "conversation.status_changed" || isSolved(event.status) === solved) continue
    solved = !solved
    found.push({ at: event.at, solved, author: event.author })
  }
  return found
}

export const solvesOf = (conversation: Plain) => turns(conversation).filter(({ solved }) => solved)
export const reopensOf = (conversation: Plain) => turns(conversation).filter(({ solved }) => !solved)

/** The last solve, if it is solved now. */
export function solvedAt(conversation: Plain): number | null {
  const last = turns(conversation).at(-1)
  return last?.solved ? last.at : null
}
