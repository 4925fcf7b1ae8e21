import type { Answer } from "../../src/query/question.ts"
import type { Floor } from "../worlds/world.ts"
import { agedBusiness, backlogs } from "./backlog.ts"
import { differences } from "./differences.ts"
import type { Expected } from "./estimates.ts"
import { cellOf } from "./floor.ts"
import { type Asked, type Clock, ms, oracle } from "./metrics.ts"
import { openMs } from "./open-hours.ts"
import { inHoursOf } from "./hours-in-turn.ts"
import { conversationsIn, type Plain } from "./plain.ts"
import { solving } from "./solving.ts"

export type Oracle = Readonly<Record<string, (asked: Asked) => Expected>>

const everywhere: Oracle = { ...oracle, ...solving, ...backlogs }

/** Those that are also asked in open hours. */
const IN_OPEN_HOURS = [
  "first_response_time",
  "first_response_time:since_handoff",
  "average_response_time",
  "average_response_time:started",
  "first_resolution_time",
  "resolution_time",
  "resolution_time:net",
  "resolution_time:created",
  "requester_wait_time",
  "agent_wait_time",
  "on_hold_time",
  "agent_work_time",
  "requester_wait_time:created",
  "time_to_assignment",
]

const inOpenHours: Oracle = {
  ...Object.fromEntries(IN_OPEN_HOURS.map((name) => [`${name}${name.includes(":") ? "," : ":"}business`, everywhere[name]!])),
  ...agedBusiness,
}

/** Which computations, by the clock they are made on. */
export interface Computed {
  readonly everywhere: Oracle
  readonly inOpenHours: Oracle
  /** On a clock of open hours, and on the wall where it has none. */
  readonly inOfficeHours?: Oracle
}

export const usual: Computed = { everywhere, inOpenHours }
export const namesOf = ({ everywhere: wall, inOpenHours: open, inOfficeHours: office = {} }: Computed): string[] =>
  Object.keys({ ...wall, ...open, ...office })
export const metrics = namesOf(usual)

/** What every metric must say of a floor, beside what it said. */
export function compared(
  what: string,
  floor: Floor,
  answer: Answer,
  frame: Pick<Asked, "from" | "to" | "asOf">,
  bucket: number | null = null,
  measure = openMs,
  computed = usual,
): readonly string[] {
  // What had not happened yet was not known.
  const all = conversationsIn(floor.events.filter(({ at }) => at <= frame.asOf))
  const of = (metrics: Oracle, clock: Clock) =>
    Object.entries(metrics).flatMap(([metric, expect]) =>
      differences(
        `${what} ${floor.brand} ${metric}`,
        expect({ all, clock, ...frame }),
        cellOf(answer, ["brand", floor.brand], metric, bucket),
      ),
    )
  const business = remembered(inHoursOf(floor, frame.asOf, measure))
  return [
    ...of(computed.everywhere, onTheWall),
    ...of(computed.inOpenHours, business),
    ...of(computed.inOfficeHours ?? {}, (...stretch) => business(...stretch) ?? onTheWall(...stretch)),
  ]
}

const onTheWall: Clock = (_, from_at, to_at) => ms(from_at, to_at)

/** Several metrics measure the same stretch. */
function remembered(clock: Clock): Clock {
  const known = new Map<Plain, Map<string, number | null>>()
  return (conversation, from_at, to_at) => {
    const own = known.get(conversation) ?? new Map<string, number | null>()
    known.set(conversation, own)
    const key = `${from_at} ${to_at}`
    if (!own.has(key)) own.set(key, clock(conversation, from_at, to_at))
    return own.get(key)!
  }
}
