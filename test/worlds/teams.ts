import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { TEAMS } from "./conversations.ts"
import { dice, type Dice } from "./dice.ts"
import { checked, type Draft } from "./draft.ts"

const [MINUTE_US, HOUR_US] = [60_000_000, 3_600_000_000]
const START = Date.parse("2024-02-01T00:00:00Z") * 1000
const DAYS = 60
const PEOPLE = ["ana", "ben", "cyd", "dee", "eve"]
const HOURS = DAYS * 24

/** Two teams' people, who change from one to the other, with shifts, presence, calls that are passed on, reviews of them, and what it all costs. */
export function teamsOf(seed: number): readonly CanonicalEvent[] {
  const chance = dice(seed)
  const drafts = [
    ...many(20, (i) => [
      { at: moment(chance), kind: "cost.booked", subject: `cost:t${i}`, amount: chance.whole(1, 900), ...costOf(chance) },
    ]),
    ...PEOPLE.flatMap((name) => working(chance, `agent:${name}`)),
    ...many(30, (i) => called(chance, `call:t${i}`)),
  ]
  return chance.shuffled(drafts).map((draft, i) => checked(draft, `t${i}`))
}

const moment = (chance: Dice): number => START + chance.whole(0, HOURS) * HOUR_US
const many = (count: number, make: (i: number) => readonly Draft[]): readonly Draft[] =>
  Array.from({ length: count }, (_, i) => make(i)).flat()
const costOf = (chance: Dice) => ({ category: chance.pick(["wages", "acquisition"]), team: chance.pick(TEAMS) })

function working(chance: Dice, subject: string): readonly Draft[] {
  const team = () => chance.pick(TEAMS)
  const moves = many(3, () => {
    const left = moment(chance)
    const back = chance.chance(0.5) ? left : left + chance.whole(1, 99) * HOUR_US
    const again: Draft = { at: back, kind: "agent.hired", subject, team: team() }
    return [
      { at: left, kind: "agent.left", subject, team: team(), voluntary: chance.chance(0.5) },
      ...(chance.chance(0.7) ? [again] : []),
    ]
  })
  return [
    { at: START - chance.whole(1, 900) * HOUR_US, kind: "agent.hired", subject, team: team() },
    ...moves,
    {
      at: moment(chance),
      kind: "presence.changed",
      subject,
      presence: chance.pick(["busy", "available", "offline"]),
      team: team(),
    },
    { at: moment(chance), kind: "shift.planned", subject, until: printMoment(START + (HOURS + 40 * 24) * HOUR_US), team: team() },
  ]
}

function called(chance: Dice, subject: string): readonly Draft[] {
  const at = moment(chance)
  const [agent, team] = [chance.pick(PEOPLE.slice(0, 3)), chance.pick(TEAMS)]
  const talk = (from: number, who: object, minutes: number): Draft => ({
    at: at + from * MINUTE_US,
    kind: "call.segment",
    subject,
    segment: "talk",
    until: printMoment(at + (from + minutes) * MINUTE_US),
    ...who,
  })
  const passedOn: readonly Draft[] = [
    { at: at + 5 * MINUTE_US, kind: "call.transferred", subject, agent, team, to_agent: "dee", to_team: chance.pick(TEAMS) },
    talk(6, { agent: "dee" }, 2),
  ]
  return [
    {
      at,
      kind: "call.started",
      subject,
      direction: "inbound",
      customer: `customer:c${chance.whole(1, 9)}`,
      team: chance.pick(TEAMS),
    },
    { at, kind: "call.segment", subject, segment: "queue", until: printMoment(at + chance.whole(1, 50) * 1_000_000) },
    talk(1, { agent, team }, 4),
    ...(chance.chance(0.4) ? passedOn : []),
    { at: at + 11 * MINUTE_US, kind: "call.ended", subject },
    ...(chance.chance(0.5)
      ? [{ at: at + HOUR_US, kind: "quality.reviewed", subject, agent, team, criteria: { tone: "4/5" } }]
      : []),
  ]
}
