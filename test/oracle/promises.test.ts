import { expect, test } from "vitest"
import { printMoment } from "../../src/events/moment.ts"
import type { Question } from "../../src/query/question.ts"
import { worldOf } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { attainment, dueIn, late, type Looked, promisesIn, running, startedIn, together } from "./promises.ts"

const FLOORS = 60
const SEEDS = [31, 32, 33]
const PATIENCE_MS = 240_000
const KINDS = ["first_response", "next_response", "resolution", "requester_wait"]

type Promises = ReturnType<typeof promisesIn>
const of = (kind: string) => (list: Promises) => list.filter(({ promise }) => promise === kind)
const metrics: Readonly<Record<string, (list: Promises, looked: Looked) => ReturnType<typeof attainment>>> = {
  sla_attainment: (list, looked) => attainment(dueIn(list, looked), looked),
  "sla_attainment:created": (list, looked) => attainment(startedIn(list, looked), looked),
  "sla_attainment:conversation": together,
  ...Object.fromEntries(
    KINDS.map((kind) => [
      `sla_attainment:${kind}`,
      (list: Promises, looked: Looked) => attainment(dueIn(of(kind)(list), looked), looked),
    ]),
  ),
  running_promises: (list, looked) => running(list, looked),
  "running_promises:late": late,
  "running_promises:due(hours=48)": (list, looked) => running(list, looked, 48),
  ...Object.fromEntries(
    KINDS.map((kind) => [`running_promises:${kind}`, (list: Promises, looked: Looked) => running(of(kind)(list), looked)]),
  ),
}

test.each(SEEDS)(
  "world %i: promises asked, and judged by walking each clock day by day",
  async (seed) => {
    const world = worldOf(seed, FLOORS)
    const moments = world.events.map(({ at }) => at).toSorted((a, b) => a - b)
    const [middle, end] = [moments[Math.floor(moments.length / 2)]!, moments.at(-1)!]
    const year: Question = {
      metrics: Object.keys(metrics),
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
        return Object.entries(metrics).flatMap(([metric, expect]) =>
          differences(
            `${what} ${floor.brand} ${metric}`,
            metric.startsWith("running")
              ? expect(then, { ...momentsOf(question), asOf: Math.min(asOf, to - 1) })
              : expect(list, { ...momentsOf(question), asOf }),
            cellOf(found[i]!, ["brand", floor.brand], metric),
          ),
        )
      }),
    )
    expect(wrong.slice(0, 20)).toEqual([])
  },
  PATIENCE_MS,
)
