import { peopleKinds } from "../../events/kinds/people.ts"
import { workingTimes } from "../tables.ts"
import { type Columns, FALSE, TRUE } from "./events.ts"
import { addRow, placesOf, type Rows } from "./rows.ts"
import type { Identities } from "./story.ts"
import type { Words } from "./words.ts"

export const WORKING_CODES = ["story", "subject", "kind", "team", "activity", "paid", "presence", "on_queue"] as const
export const WORKING_NUMBERS = ["at", "until"] as const
export const KIND_OF_WORK = [
  peopleKinds["agent.hired"].code,
  peopleKinds["agent.left"].code,
  peopleKinds["shift.planned"].code,
  peopleKinds["presence.changed"].code,
] as const
const [HIRED, LEFT, SHIFT, PRESENCE] = KIND_OF_WORK
const PLACE = placesOf(workingTimes)

export interface WorkTelling {
  events: Columns<(typeof WORKING_CODES)[number], (typeof WORKING_NUMBERS)[number]>
  readonly words: Words
  readonly identities: Identities
  readonly rows: Rows
}

/** A planned stretch; `event` is the row of its event. */
interface Shift {
  readonly event: number
  readonly from: number
  readonly to: number
}

/** From `from` on: what the person could do (the row of the event, or none), and the team of their employment. */
interface State {
  readonly from: number
  readonly presence: number | null
  readonly team: number
}

/**
 * The working time of one person: their plans and presences cut at each other's ends. Where plans overlap, as a break laid over a day,
 * the one that began last counts, of two that began together the one that ends first, and of two alike the one told last.
 */
export function foldWorkingTime(t: WorkTelling, start: number, end: number): void {
  const shifts = shiftsOf(t, start, end)
  const states = statesOf(t, start, end)
  const cuts = [...new Set([...states.map(({ from }) => from), ...shifts.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  )
  const subject = t.events.codes.subject.subarray(start, end).reduce((least, code) => Math.min(least, code))
  const running: Shift[] = []
  let [nextShift, state] = [0, -1]
  let stretch: Stretch | undefined
  for (const from of cuts) {
    while (nextShift < shifts.length && shifts[nextShift]!.from <= from) running.push(shifts[nextShift++]!)
    for (let k = running.length - 1; k >= 0; k--) if (running[k]!.to <= from) running.splice(k, 1)
    while (state + 1 < states.length && states[state + 1]!.from <= from) state++
    const next = { subject, from, shift: countingOf(running), state: states[state] }
    if (stretch && stretch.shift === next.shift && stretch.state === next.state) continue
    if (stretch) addStretch(t, stretch, from)
    stretch = next
  }
  if (stretch) addStretch(t, stretch, NaN)
}

/** In the order in which they begin. What lasts no time plans nothing. */
function shiftsOf({ events }: WorkTelling, start: number, end: number): readonly Shift[] {
  const { codes, numbers } = events
  const shifts: Shift[] = []
  for (let event = start; event < end; event++) {
    if (codes.kind[event] !== SHIFT) continue
    const [from, to] = [numbers.at[event]!, numbers.until[event]!]
    if (to > from) shifts.push({ event, from, to })
  }
  return shifts
}

/** Of several events of one moment the last one counts. */
function statesOf({ events }: WorkTelling, start: number, end: number): readonly State[] {
  const { codes, numbers } = events
  const states: State[] = []
  for (let event = start; event < end; event++) {
    const kind = codes.kind[event]!
    if (kind === SHIFT) continue
    const before = states.at(-1)
    const from = numbers.at[event]!
    if (before?.from === from) states.pop()
    states.push({
      from,
      presence: kind === PRESENCE ? event : kind === LEFT ? null : (before?.presence ?? null),
      team: kind === HIRED ? codes.team[event]! : (before?.team ?? 0),
    })
  }
  return states
}

function countingOf(running: readonly Shift[]): Shift | undefined {
  let best: Shift | undefined
  for (const shift of running)
    if (!best || shift.from > best.from || (shift.from === best.from && shift.to <= best.to)) best = shift
  return best
}

interface Stretch {
  readonly subject: number
  readonly from: number
  readonly shift: Shift | undefined
  readonly state: State | undefined
}

/** Nobody asks for time off. */
function addStretch(t: WorkTelling, { subject, from, shift, state }: Stretch, to: number): void {
  const { codes } = t.events
  const said = state?.presence ?? null
  const presence = said === null ? 0 : codes.presence[said]!
  if (!shift && (presence === 0 || presence === t.words.code.offline)) return
  const row = addRow(t.rows)
  const { cells } = t.rows
  const team = (said !== null && codes.team[said]) || (shift && codes.team[shift.event]) || state?.team || 0
  cells[row + PLACE.subject] = subject
  cells[row + PLACE.agent] = codes.story[shift?.event ?? said!]!
  cells[row + PLACE.team] = (t.identities.teams.get(team) ?? team) || NaN
  cells[row + PLACE.from_at] = from
  cells[row + PLACE.to_at] = to
  cells[row + PLACE.presence] = presence || NaN
  const onQueue = said === null ? 0 : codes.on_queue[said]!
  cells[row + PLACE.on_queue] = onQueue === 0 ? NaN : Number(onQueue === TRUE)
  cells[row + PLACE.planned] = Number(shift !== undefined)
  if (!shift) return
  cells[row + PLACE.activity] = codes.activity[shift.event] || NaN
  cells[row + PLACE.paid] = Number(codes.paid[shift.event] !== FALSE)
}
