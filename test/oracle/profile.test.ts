import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { worldOf } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { ms } from "./metrics.ts"
import { byHour, mix, occurrencesOf, profile } from "./profile.ts"

const FLOORS = 40
/** Over a change of the clock in Europe, in America and on Lord Howe, and over none. */
const SEEDS = [21, 22, 23]
const PATIENCE_MS = 120_000

test.each(SEEDS)(
  "world %i: hours of the week and channels asked and computed in the obvious way",
  async (seed) => {
    const world = worldOf(seed, FLOORS)
    const end = world.events.reduce((last, { at }) => Math.max(last, at), 0)
    const period = { from: "2024-01-01", to: "2024-12-01", zone: world.zone }
    const { from, to } = momentsOf({ ...period, metrics: [] })
    const busy: Question = { ...period, metrics: Object.keys(byHour), by: ["brand"], grain: "hour_of_week" }
    const whole: Question = { ...period, metrics: Object.keys(profile), by: ["brand"] }
    const channelwise: Question = { ...period, metrics: Object.keys(mix), by: ["brand", "channel"] }
    const [hourly, total, byChannel] = await answers(world, [busy, whole, channelwise])
    // What is not known yet is no time in which nobody wrote.
    const occurrences = occurrencesOf(world.zone, from, Math.min(to, end + 1))
    const wrongHours = world.floors.flatMap((floor) =>
      Object.entries(byHour).flatMap(([metric, countsOf]) =>
        countsOf(world.zone, floor, { from, to }).flatMap((n, hour) =>
          differences(
            `${floor.brand} ${metric} hour ${hour}`,
            { value: occurrences[hour] === 0 ? null : n / occurrences[hour]!, n },
            cellOf(hourly!, ["brand", floor.brand], metric, hour),
          ),
        ),
      ),
    )
    const wrongShares = world.floors.flatMap((floor) =>
      Object.entries(profile).flatMap(([metric, expected]) =>
        differences(
          `${floor.brand} ${metric}`,
          expected(world.zone, floor, { from, to }),
          cellOf(total!, ["brand", floor.brand], metric),
        ),
      ),
    )
    expect([...wrongHours, ...wrongShares].slice(0, 10)).toEqual([])
    const clock = (_: unknown, a: number, b: number) => ms(a, b)
    const channels = world.floors.map(({ brand, events, hours }) => ({
      brand,
      all: mix.channel_mix({ brand, events, hours }, { from, to, asOf: end, clock }),
    }))
    const known = channels.flatMap(({ all }) => all.filter((channel) => channel !== null)).length
    const wrongChannels = channels.flatMap(({ brand, all }) =>
      [...new Set(all)].flatMap((channel) => {
        const count = all.filter((one) => one === channel).length
        const cell = byChannel!.rows.find(({ by }) => by["brand"] === brand && by["channel"] === channel)?.cells["channel_mix"]
        const unknown = { value: null, n: 0, excluded: { ...cell?.excluded, unknown: count } }
        return differences(`${brand} ${channel}`, channel === null ? unknown : { value: count / known, n: count }, cell)
      }),
    )
    expect(wrongChannels.slice(0, 10)).toEqual([])
  },
  PATIENCE_MS,
)
