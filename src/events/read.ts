import { checkMoment } from "./check-value.ts"
import { checkOwnEvent } from "./check.ts"
import type { CanonicalEvent } from "./event.ts"
import { Fault } from "./fault.ts"

/** An event together with when another ledger learned it. */
export interface LearnedEvent {
  readonly event: CanonicalEvent
  readonly learned_at: number
  readonly event_version: number
}

/** One line of NDJSON → the event, or what is wrong with it. */
export function readEvent(line: string): CanonicalEvent | Fault {
  const value = parseJson(line)
  return value instanceof Fault ? value : checkOwnEvent(value)
}

/** The same for a line that says when it was learned, as an export writes it. */
export function readLearnedEvent(line: string): LearnedEvent | Fault {
  const value = parseJson(line)
  if (value instanceof Fault) return value
  if (typeof value !== "object" || value === null || !("learned_at" in value)) return new Fault("is missing", "learned_at")
  const { learned_at, event_version = 1, ...rest } = value as Readonly<Record<string, unknown>>
  const learned = checkMoment(learned_at)
  if (learned instanceof Fault) return new Fault(learned.reason, "learned_at")
  if (!Number.isSafeInteger(event_version) || (event_version as number) < 1)
    return new Fault("must be a whole number from 1", "event_version")
  const event = checkOwnEvent(rest)
  return event instanceof Fault ? event : { event, learned_at: learned, event_version: event_version as number }
}

/** The only place where an error of the parser is no defect: strangers write the lines. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    return new Fault(`is not JSON: ${(error as SyntaxError).message}`)
  }
}
