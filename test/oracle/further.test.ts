import { expect, test } from "vitest"
import { printMoment } from "../../src/events/moment.ts"
import type { Question } from "../../src/query/question.ts"
import { worldOf } from "../worlds/world.ts"
import { compared, namesOf } from "./everything.ts"
import { answers, momentsOf } from "./floor.ts"
import { further } from "./further.ts"
import { openMs } from "./open-hours.ts"

const FLOORS = 60
const PATIENCE_MS = 240_000

test.each([51, 52])(
  "world %i: other ways to count asked and computed in the obvious way",
  async (seed) => {
    const world = worldOf(seed, FLOORS)
    const moments = world.events.map(({ at }) => at).toSorted((a, b) => a - b)
    const [middle, asOf] = [moments[Math.floor(moments.length / 2)]!, moments.at(-1)!]
    const year: Question = {
      metrics: namesOf(further),
      from: "2024-01-01",
      to: "2025-01-01",
      zone: world.zone,
      by: ["brand"],
    }
    const date = (at: number) => printMoment(at).slice(0, 10)
    const fortnight = { ...year, from: date(middle - 6e11), to: date(middle + 6e11) }
    const found = await answers(world, [year, fortnight])
    const wrong = world.floors.flatMap((floor) =>
      [year, fortnight].flatMap((question, i) =>
        compared(question.from, floor, found[i]!, { ...momentsOf(question), asOf }, null, openMs, further),
      ),
    )
    expect(wrong.slice(0, 20)).toEqual([])
  },
  PATIENCE_MS,
)
