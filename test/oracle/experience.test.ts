import { expect, test } from "vitest"
import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice } from "../worlds/dice.ts"
import { differences } from "./differences.ts"
import { CUSTOMERS, experience, type Told } from "./experience.ts"
import { answers } from "./floor.ts"

const HOUR_US = 3_600_000_000
const START = Date.parse("2024-05-01T00:00:00Z") * 1000

/** No two answers of one moment: which of them came first nobody could say. */
function worldOf(seed: number): Told {
  const chance = dice(seed)
  const hours = chance.shuffled(Array.from({ length: 480 }, (_, hour) => hour)).slice(0, 40)
  return {
    told: hours.map((hour) => {
      const survey = chance.pick(["csat", "nps"] as const)
      const score = survey === "csat" ? chance.whole(1, 5) : chance.whole(0, 10)
      return { at: START + hour * HOUR_US, customer: chance.pick(CUSTOMERS), survey, score }
    }),
    contacts: Array.from({ length: chance.whole(5, 25) }, () => {
      const opened = START + chance.whole(0, 470) * HOUR_US
      return { customer: chance.pick(CUSTOMERS), opened, solved: opened + chance.whole(1, 40) * HOUR_US }
    }),
  }
}

function eventsOf({ told, contacts }: Told): readonly CanonicalEvent[] {
  const drafts: readonly (Readonly<Record<string, unknown>> & { readonly at: number })[] = [
    ...told.map(({ at, customer, survey, score }, i) => ({
      at,
      kind: "survey.answered",
      subject: `survey:s${i}`,
      customer: `customer:${customer}`,
      survey,
      score,
      scale_min: survey === "csat" ? 1 : 0,
      scale_max: survey === "csat" ? 5 : 10,
    })),
    ...contacts.flatMap(({ customer, opened, solved }, i) => [
      {
        at: opened,
        kind: "conversation.opened",
        subject: `conversation:k${i}`,
        customer: `customer:${customer}`,
        direction: "inbound",
      },
      {
        at: solved,
        kind: "conversation.status_changed",
        subject: `conversation:k${i}`,
        status: "solved",
        author: "agent",
        agent: "ana",
      },
    ]),
  ]
  return drafts.map((draft, i) => {
    const event = checkEvent({ ...draft, id: `e${i}`, at: printMoment(draft.at) })
    if (event instanceof Fault) throw new Error(`${event.field} ${event.reason}`)
    return event
  })
}

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))("customers %i: before and after by hand", async (seed) => {
  const world = worldOf(seed)
  const events = eventsOf(world)
  const metrics = Object.keys(experience)
  const question = { metrics, from: "2024-05-01", to: "2024-05-16", zone: "UTC" }
  const [answer] = await answers({ seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events }, [question])
  const until = START + 15 * 24 * HOUR_US
  const cells = answer!.rows[0]!.cells
  expect(
    Object.entries(experience).flatMap(([metric, expected]) => differences(metric, expected(world, until), cells[metric])),
  ).toEqual([])
})
