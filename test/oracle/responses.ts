import type { CanonicalEvent } from "../../src/events/event.ts"
import { fromAgent, fromCustomer, isSolved, type Plain, turns } from "./plain.ts"

export interface Wait {
  readonly from_at: number
  readonly replied_at: number | null
  /** Ended without a reply. */
  readonly ended_at: number | null
}

/**
 * From the first unanswered customer message to the reply, or to the end without one. What a customer writes to a solved conversation is
 * taken for thanks until it is reopened; then the wait is counted from the last unanswered of these.
 */
export function waitsOf(conversation: Plain): readonly Wait[] {
  const waits: Wait[] = []
  let from: number | null = null
  let solved = false
  let thanks: number | null = null
  const end = (fields: Partial<Wait>) => {
    if (from !== null) waits.push({ from_at: from, replied_at: null, ended_at: null, ...fields })
    from = null
  }
  for (const event of conversation.events) {
    if (fromAgent(event)) {
      end({ replied_at: event.at })
      thanks = null
    } else if (fromCustomer(event)) {
      if (solved) thanks = event.at
      else from ??= event.at
    } else if (conversation.own.includes(event) && event.kind === "conversation.status_changed") {
      const now = isSolved(event.status)
      if (now && !solved) {
        end({ ended_at: event.at })
        thanks = null
      } else if (!now && solved) {
        // Every world's reopenings are the customer's own.
        from = thanks
        thanks = null
      }
      solved = now
    }
  }
  end({})
  return waits
}

export interface FirstReply {
  readonly from_at: number
  readonly replied_at: number | null
  /** Solved now and nobody replied. */
  readonly solvedWithout: boolean
}

/** Where the clock starts and who stopped it; null where the customer never wrote. */
export function firstReplyOf(conversation: Plain): FirstReply | null {
  const { events } = conversation
  const first = events.find(fromCustomer)
  if (!first) return null
  const replied = (since: number) => events.find((event) => fromAgent(event) && event.at > since)?.at ?? null
  const changes = turns(conversation)
  const solvedWithout = (reply: number | null) => reply === null && changes.at(-1)?.solved === true
  let from_at = first.at
  // Reopened before any person replied, after a bot had written or solved it: the clock starts again, each time.
  for (const [i, { solved, at }] of changes.entries()) {
    if (solved || at < first.at) continue
    const byBot = changes[i - 1]?.author === "bot" || events.some((event) => isBot(event) && event.at < at)
    const reply = replied(first.at)
    if (byBot && (reply === null || reply > at)) from_at = at
  }
  const replied_at = replied(from_at)
  return { from_at, replied_at, solvedWithout: solvedWithout(replied_at) }
}

export function handedOffAt({ own }: Plain): number | null {
  return own.find((event) => event.kind === "conversation.handed_off")?.at ?? null
}

/** What people took from when the bot gave it to them; nobody is waited for before the customer wrote. */
export function replySinceHandoff(conversation: Plain): FirstReply | null {
  const first = conversation.events.find(fromCustomer)
  const given = handedOffAt(conversation)
  if (!first || given === null) return null
  const from_at = Math.max(given, first.at)
  const replied_at = conversation.events.find((event) => fromAgent(event) && event.at > from_at)?.at ?? null
  return { from_at, replied_at, solvedWithout: replied_at === null && turns(conversation).at(-1)?.solved === true }
}

const isBot = (event: CanonicalEvent) => event.kind === "message.sent" && event.author === "bot"

/** Human public turns since the customer first wrote: a burst is one. */
export function agentTurns({ events }: Plain): number {
  const said = events
    .slice(Math.max(0, events.findIndex(fromCustomer)))
    .filter((event) => fromAgent(event) || fromCustomer(event))
  if (!said.some(fromCustomer)) return 0
  return said.filter((event, i) => fromAgent(event) && !fromAgent(said[i - 1]!)).length
}

/** Each time the customer takes the word: a burst is one, an answer or a solve ends it. */
export function contactsOf(conversation: Plain): readonly number[] {
  const contacts: number[] = []
  let theirs = false
  let solved = false
  for (const event of conversation.events) {
    if (fromCustomer(event)) {
      if (!theirs) contacts.push(event.at)
      theirs = true
    } else if (fromAgent(event)) theirs = false
    else if (conversation.own.includes(event) && event.kind === "conversation.status_changed") {
      const now = isSolved(event.status)
      if (now && !solved) theirs = false
      solved = now
    }
  }
  return contacts
}
