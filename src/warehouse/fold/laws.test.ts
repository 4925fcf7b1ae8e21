import fc from "fast-check"
import { expect, test } from "vitest"
import { parseCalendars } from "../../calendar/read.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { foldAll } from "./fold.ts"
import { refold } from "./refold.ts"
import { START } from "./testing/compact.ts"
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
    { numRuns: 25 },
  )
}, 60_000)

test("what comes in less what goes out is the backlog, at every moment", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { minLength: 5, maxLength: 60 }), (events) =>
      withLedger(async (duck) => {
        await append(duck, onceEach(events), START + 100 * 3_600_000_000)
        await foldAll(duck, OPTIONS)
        expect(await duck.rows(IDENTITY)).toEqual([])
        expect(await duck.rows(OVERLAPS)).toEqual([])
      }),
    ),
    { numRuns: 25 },
  )
}, 60_000)

const IDENTITY = `WITH moments AS (SELECT DISTINCT "at" FROM ledger), balance AS (
  SELECT m."at", (SELECT coalesce(sum(CASE w.movement WHEN 'created' THEN 1 WHEN 'reopened' THEN 1 WHEN 'contacted' THEN 0 ELSE -1 END), 0)
    FROM facts.movements v JOIN (SELECT code, word AS movement FROM words) w ON w.code = v.movement WHERE v."at" <= m."at") AS moved,
  (SELECT count(*) FROM facts.spans s WHERE s.from_at <= m."at" AND (s.to_at IS NULL OR s.to_at > m."at")) AS open
  FROM moments m)
SELECT * FROM balance WHERE moved <> open`

const OVERLAPS = `SELECT * FROM facts.spans a JOIN facts.spans b ON a.subject = b.subject AND a.from_at < b.from_at
AND (a.to_at IS NULL OR a.to_at > b.from_at)`

/** One delivery says one thing of an id. */
function onceEach(events: readonly CanonicalEvent[]): CanonicalEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()]
}
