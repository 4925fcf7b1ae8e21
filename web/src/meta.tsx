import { createContext, type ReactNode, use } from "react"
import type { Day } from "./scope/days.ts"

/** What the server says of itself and its data. */
export interface Status {
  readonly company: string | null
  readonly zone: string
  readonly calendars: readonly string[]
  readonly events: number
  readonly conversations: number
  readonly firstAt: string | null
  /** The moment up to which the data tell what happened, with the zone's offset; null while there are none. */
  readonly knownUntil: string | null
  readonly lastLearned: string | null
}

export interface Session {
  readonly kind: "nobody" | "guest" | "user" | "key"
  readonly name: string
  readonly role: "admin" | "viewer" | null
}

export interface Meta extends Status {
  readonly session: Session
  /** The last day the data reach, in the zone: the periods that have a name end with it. */
  readonly today: Day
}

const MetaContext = createContext<Meta | null>(null)

export function MetaProvider({ status, session, children }: { status: Status; session: Session; children: ReactNode }) {
  // Moments arrive with the zone's own offset, so their first ten characters are the local day.
  const today = (status.knownUntil ?? status.lastLearned ?? "2000-01-01").slice(0, 10)
  return <MetaContext value={{ ...status, session, today }}>{children}</MetaContext>
}

export function useMeta(): Meta {
  const meta = use(MetaContext)
  if (!meta) throw new Error("The page was drawn before the server said what it has.")
  return meta
}
