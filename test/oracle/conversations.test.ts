import { describe, expect, test } from "vitest"
import { parseMoment, printMoment } from "../../src/events/moment.ts"
import type { Question } from "../../src/query/question.ts"
import { type World, worldOf } from "../worlds/world.ts"
import { compared, metrics } from "./everything.ts"
import { answers, momentsOf } from "./floor.ts"
import { openMinutes } from "./open-hours.ts"

const FLOORS = 200
/** Fewer where each week of each floor is computed again. */
const FLOORS_BY_WEEK = 25
/** Fewer still where each minute is looked at. */
const FLOORS_BY_MINUTE = 12
/** Of each kind of trouble. */
const FLOORS_IN_TROUBLE = 100
const SEEDS = [1, 2, 3]

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

test(
  "open hours that follow one another, minute by minute",
  async () => {
    const world = worldOf(5, FLOORS_BY_MINUTE)
    const question: Question = { metrics, from: "2024-01-01", to: "2025-01-01", zone: world.zone, by: ["brand"] }
    const [whole] = await answers(world, [question])
    const frame = { ...momentsOf(question), asOf: endOf(world) }
    const wrong = world.floors.flatMap((floor) => compared("year", floor, whole!, frame, null, openMinutes))
    expect(wrong.slice(0, AT_MOST_SHOWN)).toEqual([])
  },
  PATIENCE_MS,
)

test.each([
  ["merged into later ones", "later"],
  ["merged in chains and circles", "circles"],
  ["ours merged with theirs", "mixed"],
] as const)(
  "conversations %s",
  async (_, trouble) => {
    const world = worldOf(7, FLOORS_IN_TROUBLE, trouble)
    const question: Question = { metrics, from: "2024-01-01", to: "2025-01-01", zone: world.zone, by: ["brand"] }
    const middle = middleOf(world)
    // A conversation may be known by then only by what was merged into it.
    const [whole, known] = await answers(world, [question, { ...question, asOf: printMoment(middle) }])
    const wrong = world.floors.flatMap((floor) => [
      ...compared("year", floor, whole!, { ...momentsOf(question), asOf: endOf(world) }),
      ...compared("half way", floor, known!, { ...momentsOf(question), asOf: middle }),
    ])
    expect(wrong.slice(0, AT_MOST_SHOWN)).toEqual([])
  },
  PATIENCE_MS,
)
