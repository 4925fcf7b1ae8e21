import { expect, test } from "vitest"
import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice } from "../worlds/dice.ts"
import { differences } from "./differences.ts"
import { answers } from "./floor.ts"
import { criterion, quality, type Review } from "./quality.ts"

const START = Date.parse("2024-05-01T00:00:00Z") * 1000
const HOUR_US = 3_600_000_000
const AGENTS = ["ana", "ben"] as const
const NAMES = ["empathy", "accuracy", "tone"] as const

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

test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))("reviews %i: asked and added up by hand", async (seed) => {
  const reviews = reviewsOf(seed)
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events: reviews.map(told) }
  const metrics = Object.keys(quality)
  const period = { from: "2024-05-01", to: "2024-05-11", zone: "UTC" }
  const [whole, byAgent, byCriterion] = await answers(world, [
    { metrics, ...period },
    { metrics, ...period, by: ["agent"] },
    { metrics: ["quality_score:criterion"], ...period, by: ["criterion"] },
  ])
  const within = reviews.filter(({ at }) => at < START + 240 * HOUR_US)
  const cells = (by: Readonly<Record<string, string>>) =>
    [whole!, byAgent!, byCriterion!].flatMap(({ rows }) => rows).find((row) => JSON.stringify(row.by) === JSON.stringify(by))
      ?.cells
  const ofGroup = (name: string, of: readonly Review[], by: Readonly<Record<string, string>>) =>
    Object.entries(quality).flatMap(([metric, expected]) => differences(`${name} ${metric}`, expected(of), cells(by)?.[metric]))
  const wrong = [
    ...ofGroup("all", within, {}),
    ...AGENTS.flatMap((agent) =>
      ofGroup(
        agent,
        within.filter((one) => one.agent === agent),
        { agent },
      ),
    ),
    ...NAMES.flatMap((name) =>
      differences(name, criterion(within, name), cells({ criterion: name })?.["quality_score:criterion"]),
    ),
  ]
  expect(wrong).toEqual([])
})
