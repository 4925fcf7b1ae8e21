import { describe, expect, test } from "vitest"
import { parseMoment, printMoment } from "../../src/events/moment.ts"
import type { Answer, Question } from "../../src/query/question.ts"
import { type Floor, type World, worldOf } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import type { Expected } from "./estimates.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { type Asked, businessOracle, oracle } from "./metrics.ts"
import { conversationsIn } from "./plain.ts"
import { solving } from "./solving.ts"

const FLOORS = 350
/** Fewer where each week of each floor is computed again. */
const FLOORS_BY_WEEK = 40
const SEEDS = [1, 2, 3]

const everywhere = { ...oracle, ...solving }
const metrics = [...Object.keys(everywhere), ...Object.keys(businessOracle)]
const AT_MOST_SHOWN = 20
/** A world is asked a dozen thousand numbers; on a busy machine that takes its time. */
const PATIENCE_MS = 240_000

const endOf = ({ events }: World) => events.reduce((last, { at }) => Math.max(last, at), 0)
const middleOf = ({ events }: World) => events.map(({ at }) => at).toSorted((a, b) => a - b)[Math.floor(events.length / 2)]!

describe.each(SEEDS)("world %i, every metric on every floor: asked, and computed in the obvious way", (seed) => {
  const world = worldOf(seed, FLOORS)
  const asOf = endOf(world)
  const year: Question = { metrics, from: "2024-01-01", to: "2025-01-01", zone: world.zone, by: ["brand"] }

  test(
    "over all time, over a fortnight that cuts stories in two, and as it was known half way",
    async () => {
      const middle = middleOf(world)
      const fortnight = {
        ...year,
        from: printMoment(middle - 604_800_000_000).slice(0, 10),
        to: printMoment(middle + 604_800_000_000).slice(0, 10),
      }
      const then = { ...year, asOf: printMoment(middle) }
      const [whole, cut, known] = await answers(world, [year, fortnight, then])
      const wrong = world.floors.flatMap((floor) => [
        ...compared("year", floor, whole!, { ...momentsOf(year), asOf }),
        ...compared("fortnight", floor, cut!, { ...momentsOf(fortnight), asOf }),
        ...compared("half way", floor, known!, { ...momentsOf(then), asOf: middle }),
      ])
      expect(wrong.slice(0, AT_MOST_SHOWN)).toEqual([])
    },
    PATIENCE_MS,
  )

  test(
    "by week, in the zone of the question",
    async () => {
      const small = worldOf(seed + 100, FLOORS_BY_WEEK)
      const end = endOf(small)
      const [weekly] = await answers(small, [{ ...year, zone: small.zone, grain: "week", from: "2024-03-01", to: "2024-07-01" }])
      const wrong = small.floors.flatMap((floor) =>
        weekly!.buckets.flatMap(({ from, to, label }, i) =>
          compared(label, floor, weekly!, { from: parseMoment(from!), to: parseMoment(to!), asOf: end }, i),
        ),
      )
      expect(wrong.slice(0, AT_MOST_SHOWN)).toEqual([])
    },
    PATIENCE_MS,
  )
})

function compared(
  what: string,
  floor: Floor,
  answer: Answer,
  frame: Omit<Asked, "all" | "hours">,
  bucket: number | null = null,
): readonly string[] {
  // What had not happened yet was not known.
  const all = conversationsIn(floor.events.filter(({ at }) => at <= frame.asOf))
  return expectations(floor).flatMap(([metric, expect]) =>
    differences(
      `${what} ${floor.brand} ${metric}`,
      expect({ all, hours: floor.hours, ...frame }),
      cellOf(answer, ["brand", floor.brand], metric, bucket),
    ),
  )
}

function expectations({ hours }: Floor): readonly (readonly [string, (asked: Asked) => Expected])[] {
  if (hours === null) return Object.entries(everywhere)
  const business = Object.entries(businessOracle).map(
    ([name, expect]) => [name, (asked: Asked) => expect({ ...asked, hours })] as const,
  )
  return [...Object.entries(everywhere), ...business]
}
