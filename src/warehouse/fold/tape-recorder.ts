import { msBetween, openMsSince } from "./elapsed.ts"
import type { Listener, Telling } from "./story.ts"
import type { Clock, ClockNote, TapeSpan, TapeTotal } from "./tape.ts"

/** What the fold said while it told one conversation. */
export interface Recording extends Listener {
  /** By row of the events: what it did to the clocks. */
  readonly notes: ReadonlyMap<number, readonly ClockNote[]>
  /** The calendars in force from which moment on. */
  readonly calendars: readonly { readonly at: number; readonly calendar: number }[]
  /** The spans, those that still run measured up to the last event. */
  spans(): readonly TapeSpan[]
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
  const running = new Map<Clock, Running>()
  const done: TapeSpan[] = []
  let t: Telling | undefined
  let row = -1

  const measured = (clock: Clock, { from, open, started }: Running, stopped: string | null, reached: boolean): TapeSpan => {
    const { story } = t!
    const openMs = openMsSince(t!, from, open)
    return {
      clock,
      from,
      to: stopped === null ? null : story.at,
      elapsedMs: msBetween(from, story.at),
      openMs: Number.isNaN(openMs) ? null : openMs,
      started,
      stopped,
      reached,
    }
  }
  return {
    notes,
    calendars,
    listenTo: (telling) => (t = telling),
    event(index) {
      row = index
      const calendar = t!.odometer.calendar()
      if (calendars.at(-1)?.calendar !== calendar) calendars.push({ at: t!.story.at, calendar })
    },
    clock(clock, did, why, reached = false) {
      notes.set(row, [...(notes.get(row) ?? []), { clock, did, why }])
      const before = running.get(clock)
      if (did === "starts" || did === "restarts") {
        if (before && did === "restarts") done.push(measured(clock, before, why, false))
        running.set(clock, startOf(t!, clock, why))
      } else if (did === "stops" && before) {
        done.push(measured(clock, before, why, reached))
        running.delete(clock)
      }
    },
    // The fold goes on to the hours that come; the tape ends here.
    end: () => done.push(...[...running].map(([clock, start]) => measured(clock, start, null, false))),
    spans: () =>
      done
        .filter((span) => span.to === null || span.to > span.from || span.reached)
        .toSorted((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity)),
  }
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
