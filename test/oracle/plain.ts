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
  /** The earliest opening among it and those merged into it, then its own events. */
  readonly told: readonly CanonicalEvent[]
  readonly excluded: string | null
}

export function conversationsIn(events: readonly CanonicalEvent[]): readonly Plain[] {
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => a.at - b.at)
  const told = withoutCircles(distinct)
  const into = told.flatMap((event) => (event.kind === "conversation.merged_into" ? event.into! : []))
  const ids = [...new Set([...told.map((event) => event.subject), ...into])].filter((subject) =>
    subject.startsWith("conversation:"),
  )
  return ids.map((id) => {
    const members = mergedInto(told, id)
    const own = ownOf(told, id, members)
    // What was merged away is told where it went.
    const isAway = own.some(({ kind }) => kind === "conversation.merged_into")
    const gone = goneAt(own)
    const messages = told.filter(
      (event) =>
        !isAway && members.includes(event.subject) && !own.includes(event) && event.kind === "message.sent" && event.at <= gone,
    )
    const opened = own.find((event) => event.kind === "conversation.opened")!
    const said = [...own, ...messages].sort((a, b) => a.at - b.at)
    const first = said.find((event) => fromCustomer(event) || fromAgent(event))
    // Where the opening is all that is known of what the customer wrote by then, it is their message.
    const silent =
      opened.direction !== "outbound" &&
      (first === undefined || fromAgent(first)) &&
      !said.some((event) => fromCustomer(event) && event.at < opened.at)
    const opening: CanonicalEvent = {
      id: `${opened.id}:said`,
      at: opened.at,
      kind: "message.sent",
      subject: id,
      author: "customer",
      public: true,
    }
    const all = silent ? [opening, ...said].sort((a, b) => a.at - b.at) : said
    const openings = told.filter(
      ({ kind, subject }) => kind === "conversation.opened" && (subject === id || members.includes(subject)),
    )
    const earliest = isAway ? opened : openings[0]!
    return {
      id,
      own,
      events: all,
      opened,
      told: [earliest, ...own.filter((event) => event !== earliest)],
      excluded: exclusion(own),
    }
  })
}

/** Where nothing is known of a conversation but what was merged into it, the first of these speaks for it. */
function ownOf(events: readonly CanonicalEvent[], id: string, members: readonly string[]): readonly CanonicalEvent[] {
  const own = events.filter((event) => event.subject === id)
  if (own.length > 0) return own
  const first = events.find((event) => members.includes(event.subject))!.subject
  return events.filter((event) => event.subject === first && event.kind !== "conversation.merged_into")
}

/** What is said to it after it was thrown away is said to nobody. */
function goneAt(own: readonly CanonicalEvent[]): number {
  const why = exclusion(own)
  const kind = why === "spam" ? "conversation.marked_spam" : "conversation.deleted"
  return own.find((event) => event.kind === kind && (why === "spam" || why === "deleted"))?.at ?? Infinity
}

/** A merge into what goes on in it already, by way of others, is none. */
function withoutCircles(events: readonly CanonicalEvent[]): readonly CanonicalEvent[] {
  const wentInto = new Map<string, string>()
  return events.filter((event) => {
    if (event.kind !== "conversation.merged_into") return true
    for (let end: string | undefined = event.into; end !== undefined; end = wentInto.get(end))
      if (end === event.subject) return false
    wentInto.set(event.subject, event.into!)
    return true
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
  return conversation.own.some(({ kind }) => kind === "conversation.merged_into")
    ? conversation.opened.at
    : earliestOf(conversation, all)
}

function earliestOf(conversation: Plain, all: readonly Plain[]): number {
  const sources = all.filter(({ own }) =>
    own.some((event) => event.kind === "conversation.merged_into" && event.into === conversation.id),
  )
  return Math.min(conversation.opened.at, ...sources.map((source) => earliestOf(source, all)))
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
