import { openMsSince, openMsUntil } from "./elapsed.ts"
import { msBetween } from "./ms-between.ts"
import type { Listener, Telling } from "./story.ts"
import type { Clock, ClockNote, TapeSpan, TapeTotal } from "./tape.ts"

/** What the fold said while it told one conversation. */
export interface Recording extends Listener {
  /** By row of the events: what it did to the clocks. */
  readonly notes: ReadonlyMap<number, readonly ClockNote[]>
  /** The calendars in force from which moment on. */
  readonly calendars: readonly { readonly at: number; readonly calendar: number }[]
  /** The spans, those that still run measured up to when everything is known, as in every number. */
  spans(): readonly TapeSpan[]
  /** Up to when. */
  until(): number
  /** Told once, before the story, for the fold and the recorder know each other. */
  listenTo(t: Telling): void
}

interface Running {
  readonly from: number
  readonly open: number
  readonly started: string
}

export function recordTape(): Recording {
  const notes = new Map<number, ClockNote[]>()
  const calendars: { at: number; calendar: number }[] = []
  const begun = new Map<Clock, Running>()
  const done: TapeSpan[] = []
  let t: Telling | undefined
  let row = -1
  let until = NaN

  const noteCalendar = (): void => {
    const calendar = t!.odometer.calendar()
    if (calendars.at(-1)?.calendar !== calendar) calendars.push({ at: t!.story.at, calendar })
  }
  return {
    notes,
    calendars,
    listenTo: (telling) => (t = telling),
    event(index) {
      row = index
      noteCalendar()
    },
    calendar() {
      if (Number.isNaN(until)) noteCalendar()
    },
    clock(clock, did, why, reached = false) {
      notes.set(row, [...(notes.get(row) ?? []), { clock, did, why }])
      const before = begun.get(clock)
      if (did === "starts" || did === "restarts") {
        if (before && did === "restarts") done.push(ended(t!, clock, before, why, false))
        begun.set(clock, startOf(t!, clock, why))
      } else if (did === "stops" && before) {
        done.push(ended(t!, clock, before, why, reached))
        begun.delete(clock)
      }
    },
    // The fold goes on to the hours that come; the tape ends here.
    end() {
      until = Math.max(t!.story.at, t!.knownUntil)
      done.push(...[...begun].map(([clock, start]) => running(t!, clock, start, until)))
    },
    until: () => until,
    spans: () =>
      done
        .filter((span) => span.to === null || span.to > span.from || span.reached)
        .toSorted((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity)),
  }
}

function ended(t: Telling, clock: Clock, { from, open, started }: Running, stopped: string, reached: boolean): TapeSpan {
  const to = t.story.at
  return { clock, from, to, ...lengthOf(from, to, openMsSince(t, from, open)), started, stopped, reached }
}

function running(t: Telling, clock: Clock, { from, open, started }: Running, until: number): TapeSpan {
  const length = lengthOf(from, until, openMsUntil(t, from, open, until))
  return { clock, from, to: null, ...length, started, stopped: null, reached: false }
}

function lengthOf(from: number, to: number, openMs: number): Pick<TapeSpan, "elapsedMs" | "openMs"> {
  return { elapsedMs: msBetween(from, to), openMs: Number.isNaN(openMs) ? null : openMs }
}

/** A wait may begin with an earlier message than the event that says so. */
function startOf({ story }: Telling, clock: Clock, started: string): Running {
  return clock === "wait" ? { from: story.waitAt, open: story.waitOpen, started } : { from: story.at, open: story.open, started }
}

/** Of each clock, all its spans together. */
export function totalsOf(spans: readonly TapeSpan[]): TapeTotal[] {
  return [...new Set(spans.map(({ clock }) => clock))].map((clock) => {
    const own = spans.filter((span) => span.clock === clock)
    return {
      clock,
      elapsedMs: own.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
      openMs: own.some(({ openMs }) => openMs === null) ? null : own.reduce((sum, { openMs }) => sum + openMs!, 0),
      running: own.some(({ to }) => to === null),
    }
  })
}
