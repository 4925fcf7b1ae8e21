import { expect, test } from "vitest"
import { factsOf } from "../../test/facts.ts"
import { isWithinNoise } from "../format.ts"
import { ask } from "./ask.ts"
import type { Change, Question } from "./question.ts"
import { difference, newcombe, quantileRanks, wilson } from "./statistics/index.ts"

/** Pseudo-random and the same each time: a plain linear congruence is enough for durations. */
function luck(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
}

/** The median of log-normal durations, with the interval of its order statistics. */
function medianOf(n: number, random: () => number, centre: number) {
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random())
  const sorted = Array.from({ length: n }, () => centre * Math.exp(normal())).toSorted((a, b) => a - b)
  const { lower, upper } = quantileRanks(n, 0.5)!
  return {
    value: (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2,
    low: sorted[lower - 1]!,
    high: sorted[upper - 1]!,
  }
}

test("the interval of a difference of medians holds the true one about 95 times in 100", () => {
  const random = luck(7)
  for (const [n, m] of [
    [20, 20],
    [15, 200],
    [120, 80],
  ] as const) {
    const runs = 1500
    let held = 0
    for (let run = 0; run < runs; run++) {
      const { low, high } = difference(medianOf(n, random, 60), medianOf(m, random, 40))
      if (low <= 20 && high >= 20) held++
    }
    expect([n, m, held / runs > 0.94, held / runs < 0.99]).toEqual([n, m, true, true])
  }
})

const MINUTES = 60_000
/** Conversations of two weeks, answered after so many minutes. */
const answered = (weeks: readonly (readonly number[])[]) =>
  factsOf(
    {
      conversations: weeks.flatMap((minutes, week) =>
        minutes.map((took, i) => ({
          counted_at: `2024-05-${week === 0 ? "07" : "14"}T09:${String(i).padStart(2, "0")}:00Z`,
          opened_at: `2024-05-${week === 0 ? "07" : "14"}T09:${String(i).padStart(2, "0")}:00Z`,
          first_reply_from_at: `2024-05-${week === 0 ? "07" : "14"}T09:${String(i).padStart(2, "0")}:00Z`,
          first_reply_at: "2024-05-15",
          first_reply_ms: took * MINUTES,
        })),
      ),
    },
    { knownUntil: "2024-06-01" },
  )
const week: Omit<Question, "metrics"> = { from: "2024-05-13", to: "2024-05-20", compare: "previous" }
const changeOfMedian = async (weeks: readonly (readonly number[])[]): Promise<Change> =>
  (await ask({ ...week, metrics: ["first_response_time"] }, await answered(weeks))).rows[0]!.changes!["first_response_time"]!

test("a median that moved by less than chance is within noise, one that moved by more is not", async () => {
  const wide = [10, 20, 25, 30, 35, 40, 60, 90]
  const little = await changeOfMedian([wide, wide.map((minutes) => minutes * 0.8)])
  expect([little.amount?.toFixed(1), isWithinNoise(little)]).toEqual(["-20.0", true])
  const much = await changeOfMedian([wide, wide.map((minutes) => minutes * 0.05)])
  expect([much.amount?.toFixed(1), isWithinNoise(much), much.good]).toEqual(["-95.0", false, true])
  // Before: 32.5 min, 10 to 90 by rank; now 1.625, 0.5 to 4.5. By hand: 100 (−30.875 ± …) / 32.5.
  expect(much.low!).toBeCloseTo((100 * (-30.875 - Math.hypot(1.625 - 0.5, 90 - 32.5))) / 32.5, 6)
  expect(much.high!).toBeCloseTo((100 * (-30.875 + Math.hypot(4.5 - 1.625, 32.5 - 10))) / 32.5, 6)
})

test("a number without an interval changes without one", async () => {
  const { changes } = (await ask({ ...week, metrics: ["ticket_volume"] }, await answered([[1, 2], [1]]))).rows[0]!
  expect(changes!["ticket_volume"]).toMatchObject({ amount: -50 })
  expect(changes!["ticket_volume"]).not.toHaveProperty("low")
})

test("what still settles is not judged: those before had longer", async () => {
  const facts = async (knownUntil: string) =>
    factsOf(
      {
        conversations: [7, 14].flatMap((day) =>
          Array.from({ length: 40 }, (_, i) => ({
            counted_at: `2024-05-${String(day).padStart(2, "0")}T10:00:00Z`,
            solved_at: day === 7 || i < 20 ? "2024-05-16" : null,
          })),
        ),
      },
      { knownUntil },
    )
  const changeAt = async (knownUntil: string, ref = "resolution_rate") =>
    (await ask({ ...week, metrics: [ref] }, await facts(knownUntil))).rows[0]!.changes![ref]!
  expect(await changeAt("2024-05-17")).toMatchObject({ amount: -50, good: null, settling: true })
  expect(await changeAt("2024-05-26")).toMatchObject({ amount: -50, good: null, settling: true })
  // A week after the period's end.
  const settled = await changeAt("2024-05-28")
  expect(settled).toMatchObject({ amount: -50, good: false })
  expect(settled).not.toHaveProperty("settling")
  // Where the young are pending nothing has to settle.
  expect(await changeAt("2024-05-17", "resolution_rate:within")).not.toHaveProperty("settling")
})

test("of shares the interval of a difference is Newcombe's", () => {
  const [a, b] = [wilson(56, 70)!, wilson(48, 80)!]
  expect(difference({ value: 0.8, ...a }, { value: 0.6, ...b })).toEqual(
    newcombe({ successes: 56, n: 70 }, { successes: 48, n: 80 }),
  )
})
