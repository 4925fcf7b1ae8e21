import { expect, test } from "vitest"
import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice } from "../worlds/dice.ts"
import { differences } from "./differences.ts"
import type { Expected } from "./estimates.ts"
import { answers } from "./floor.ts"

const START = Date.parse("2024-05-01T00:00:00Z") * 1000
const HOUR_US = 3_600_000_000
const AGENTS = ["ana", "ben"] as const
const NAMES = ["empathy", "accuracy", "tone"] as const

interface Scored {
  readonly points: number
  readonly most: number
  readonly weight: number
}

/** A review as a person would note it, and as the event says it; null does not apply. */
interface Review {
  readonly at: number
  readonly agent: string
  readonly critical: boolean | undefined
  readonly scores: Readonly<Record<string, Scored | null>>
}

function reviewsOf(seed: number): readonly Review[] {
  const chance = dice(seed)
  return Array.from({ length: chance.whole(1, 40) }, () => ({
    at: START + chance.whole(0, 20 * 24) * HOUR_US,
    agent: chance.pick(AGENTS),
    critical: chance.pick([undefined, false, false, true]),
    scores: Object.fromEntries(
      NAMES.filter(() => chance.chance(0.8)).map((name) => [
        name,
        chance.chance(0.2) ? null : { points: chance.whole(0, 10) / 2, most: 5, weight: chance.pick([1, 2, 1.5]) },
      ]),
    ),
  }))
}

function told({ at, agent, critical, scores }: Review, i: number): CanonicalEvent {
  const criteria = Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [name, score ? `${score.points}/${score.most}×${score.weight}` : "n/a"]),
  )
  const event = checkEvent({
    id: `r${i}`,
    kind: "quality.reviewed",
    subject: `conversation:${i % 7}`,
    at: printMoment(at),
    agent,
    criteria,
    ...(critical !== undefined && { critical_error: critical }),
  })
  if (event instanceof Fault) throw new Error(`${event.field} ${event.reason}`)
  return event
}

type Weighed = (score: Scored, review: Review) => number

function score(reviews: readonly Review[], points: Weighed, rows: (review: Review) => number, only?: string): Expected {
  const scored = reviews.flatMap((review) =>
    Object.entries(review.scores).flatMap(([name, one]) =>
      one && (only === undefined || only === name) ? [{ one, review }] : [],
    ),
  )
  const most = scored.reduce((sum, { one }) => sum + one.most * one.weight, 0)
  const got = scored.reduce((sum, { one, review }) => sum + points(one, review), 0)
  return { value: most === 0 ? null : got / most, n: reviews.reduce((sum, review) => sum + rows(review), 0) }
}

const raw: Weighed = ({ points, weight }) => points * weight
const strict: Weighed = (one, { critical }) => (critical ? 0 : raw(one, { critical } as Review))
const any = ({ scores }: Review) => Number(Object.values(scores).some((one) => one !== null))
const each = ({ scores }: Review) => Object.values(scores).filter((one) => one !== null).length

test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))("reviews %i: asked and added up by hand", async (seed) => {
  const reviews = reviewsOf(seed)
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events: reviews.map(told) }
  const metrics = ["quality_score", "quality_score:raw", "quality_score:criterion", "critical_error_accuracy"]
  const period = { from: "2024-05-01", to: "2024-05-11", zone: "UTC" }
  const [whole, byAgent, byCriterion] = await answers(world, [
    { metrics, ...period },
    { metrics, ...period, by: ["agent"] },
    { metrics: ["quality_score:criterion"], ...period, by: ["criterion"] },
  ])
  const within = reviews.filter(({ at }) => at < START + 240 * HOUR_US)
  const expected = (of: readonly Review[]): Readonly<Record<string, Expected>> => {
    const judged = of.filter(({ critical }) => critical !== undefined)
    const good = judged.filter(({ critical }) => critical === false).length
    return {
      quality_score: score(of, strict, any),
      "quality_score:raw": score(of, raw, any),
      "quality_score:criterion": score(of, raw, each),
      critical_error_accuracy: { value: judged.length === 0 ? null : good / judged.length, n: judged.length },
    }
  }
  const cells = (by: Readonly<Record<string, string>>) =>
    [whole!, byAgent!, byCriterion!].flatMap(({ rows }) => rows).find((row) => JSON.stringify(row.by) === JSON.stringify(by))
      ?.cells
  const ofGroup = (name: string, of: readonly Review[], by: Readonly<Record<string, string>>) =>
    Object.entries(expected(of)).flatMap(([metric, one]) => differences(`${name} ${metric}`, one, cells(by)?.[metric]))
  const wrong = [
    ...ofGroup("all", within, {}),
    ...AGENTS.flatMap((agent) =>
      ofGroup(
        agent,
        within.filter((one) => one.agent === agent),
        { agent },
      ),
    ),
    ...NAMES.flatMap((name) => {
      const rows = ({ scores }: Review) => Number((scores[name] ?? null) !== null)
      return differences(name, score(within, raw, rows, name), cells({ criterion: name })?.["quality_score:criterion"])
    }),
  ]
  expect(wrong).toEqual([])
})
