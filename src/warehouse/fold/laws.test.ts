import * as fc from "fast-check"
import { expect, test } from "vitest"
import { parseCalendars } from "../../calendar/read.ts"
import { compileTimetable } from "../../calendar/timetable.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { foldAll } from "./fold.ts"
import { refold } from "./refold.ts"
import { START, tellStory } from "./testing/compact.ts"
import { append, dump, USUAL, withLedger } from "./testing/facts.ts"
import { anyEvent } from "./testing/random-ledger.ts"

const CALENDARS = parseCalendars(`
calendars:
  front: { zone: Europe/Berlin, hours: { mon-fri: 09:00-17:00 } }
  back: { zone: America/New_York, hours: { mon-fri: 08:00-20:00, sat: 10:00-14:00 } }
apply:
  - { calendar: front }
  - { calendar: back, team: back }
  - { calendar: back, from: 2024-05-08 }
  - { calendar: none, team: back, from: 2024-05-07, before: 2024-05-08 }
`)
const OPTIONS = { ...USUAL, calendars: CALENDARS }

test("folding batch by batch gives the same rows as folding all at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 }), (batches) =>
      withLedger(async (duck) => {
        for (const [i, batch] of batches.entries()) {
          await append(duck, onceEach(batch), START + (100 + i) * 3_600_000_000)
          await refold(duck, OPTIONS)
        }
        await foldAll(duck, OPTIONS, "whole")
        expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
      }),
    ),
    { numRuns: 6 },
  )
}, 120_000)

test.each([
  ["stories of contact", /^(conversation|message|call|survey)\./],
  ["money and what is known of customers", /^(order|subscription|dispute|fraud|cost|conversation)\.|^customer\.changed$/],
])(
  "folding only %s after all else keeps what is not touched, and is the same as folding all at once",
  async (_what, kinds) => {
    const scopes: string[] = []
    const batch = (minLength: number, maxLength: number) => fc.array(anyEvent, { minLength, maxLength })
    await fc.assert(
      fc.asyncProperty(batch(30, 50), fc.array(batch(3, 20), { minLength: 1, maxLength: 3 }), (first, later) =>
        withLedger(async (duck) => {
          for (const [i, events] of [first, ...later.map((events) => events.filter(({ kind }) => kinds.test(kind)))].entries()) {
            await append(duck, onceEach(events), START + (100 + i) * 3_600_000_000)
            scopes.push((await refold(duck, OPTIONS)).scope)
          }
          await foldAll(duck, OPTIONS, "whole")
          expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
        }),
      ),
      { numRuns: 6 },
    )
    expect(scopes.filter((scope) => scope === "touched").length).toBeGreaterThan(0)
  },
  120_000,
)

test("what comes in less what goes out is the backlog, at every moment", () => {
  const ofOne = fc
    .array(anyEvent, { minLength: 3, maxLength: 40 })
    .map((events) =>
      events
        .filter(({ subject }) => subject.startsWith("conversation:"))
        .map((event) => ({ ...event, subject: "conversation:1" })),
    )
  fc.assert(
    fc.property(ofOne, (events) => {
      if (events.length === 0) return
      const { movements, spans } = tellStory(events, { timetable: (codeOf) => compileTimetable(CALENDARS, codeOf) })
      for (const { at } of events) {
        const moment = (at - START) / 60_000_000
        const moved = movements.filter((movement) => Number(movement["at"]) <= moment)
        const balance = moved.reduce((sum, { movement }) => sum + STEP[String(movement)]!, 0)
        const open = spans.filter(
          ({ span, from_at, to_at }) => span === "unsolved" && Number(from_at) <= moment && Number(to_at ?? Infinity) > moment,
        )
        expect(open.length).toBe(balance)
      }
    }),
    { numRuns: 150 },
  )
})

const STEP: Readonly<Record<string, number>> = { created: 1, reopened: 1, solved: -1, removed: -1, contacted: 0 }

/** One delivery says one thing of an id. */
function onceEach(events: readonly CanonicalEvent[]): CanonicalEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()]
}
