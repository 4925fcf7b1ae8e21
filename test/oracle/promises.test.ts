import { expect, test } from "vitest"
import { printMoment } from "../../src/events/moment.ts"
import type { Question } from "../../src/query/question.ts"
import { worldOf } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { kept, open, promisesIn } from "./promises.ts"

const FLOORS = 60
const SEEDS = [31, 32, 33]
const PATIENCE_MS = 240_000

test.each(SEEDS)(
  "world %i: promises asked, and judged by walking each clock day by day",
  async (seed) => {
    const world = worldOf(seed, FLOORS)
    const moments = world.events.map(({ at }) => at).toSorted((a, b) => a - b)
    const [middle, end] = [moments[Math.floor(moments.length / 2)]!, moments.at(-1)!]
    const year: Question = {
      metrics: Object.keys({ ...kept, ...open }),
      from: "2024-01-01",
      to: "2025-06-01",
      zone: world.zone,
      by: ["brand"],
    }
    const date = (at: number) => printMoment(at).slice(0, 10)
    const fortnight = { ...year, from: date(middle - 6e11), to: date(middle + 6e11) }
    const then = { ...year, asOf: printMoment(middle) }
    const looks = [
      ["year", year, end],
      ["fortnight", fortnight, end],
      ["half way", then, middle],
    ] as const
    const found = await answers(
      world,
      looks.map(([, question]) => question),
    )
    const wrong = world.floors.flatMap((floor) =>
      looks.flatMap(([what, question, asOf], i) => {
        const list = promisesIn(floor, asOf)
        const { to } = momentsOf(question)
        const then = to <= asOf ? promisesIn(floor, asOf, to) : list
        const judged = { ...momentsOf(question), asOf }
        const looked = { ...judged, asOf: Math.min(asOf, to - 1) }
        const of = (metric: string) => cellOf(found[i]!, ["brand", floor.brand], metric)
        return [
          ...Object.entries(kept).flatMap(([metric, expected]) =>
            differences(`${what} ${floor.brand} ${metric}`, expected(list, judged), of(metric)),
          ),
          ...Object.entries(open).flatMap(([metric, expected]) =>
            differences(`${what} ${floor.brand} ${metric}`, expected(then, looked), of(metric)),
          ),
        ]
      }),
    )
    expect(wrong.slice(0, 20)).toEqual([])
  },
  PATIENCE_MS,
)
