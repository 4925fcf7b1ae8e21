import { chance } from "./chance.ts"
import {
  CHANNELS,
  type Channel,
  CONTACTS_A_YEAR,
  GROWTH,
  HOUR_RHYTHM,
  MONTH_RHYTHM,
  type Region,
  regionPlans,
  WEEK_RHYTHM,
} from "./company.ts"
import { DAY, HOUR, weekday } from "./local.ts"
import { RISING_TOPIC, type Topic, topics } from "./topics.ts"
import type { World } from "./world.ts"

/** In the outage this many times as many customers of the region come. */
const OUTAGE_FACTOR = 3.6
/** The rising topic's share at the end of the year, in the units of `Topic.share`. */
const RISEN_SHARE = 15
const SUM_OF_HOURS = Object.fromEntries(
  CHANNELS.map((channel) => [channel, HOUR_RHYTHM[channel].reduce((sum, x) => sum + x, 0)]),
) as Record<Channel, number>
const MEAN_WEEKDAY = WEEK_RHYTHM.reduce((sum, x) => sum + x, 0) / 7
const MEAN_MONTH = MONTH_RHYTHM.reduce((sum, x) => sum + x, 0) / 12
/** What follows from contacts (repeats, duplicates, second calls) is about this share of all. */
const FOLLOWING = 0.09

export interface Demand {
  /** Plans the contacts of a region's local day. */
  plan(region: Region, day: number): void
  /** How busy everything is on that day beside an average one: orders and visits follow the same rhythm. */
  rhythm(day: number): number
}

export function demand(w: World, seed: number): Demand {
  const luck = chance(seed, "demand")
  const rhythm = (day: number) =>
    ((WEEK_RHYTHM[weekday(day)]! / MEAN_WEEKDAY) * month(day) * (1 + GROWTH * (w.year.share(day) - 0.5))) / MEAN_MONTH
  const yearly = CONTACTS_A_YEAR * w.scale * (1 - FOLLOWING)
  return {
    rhythm,
    plan(region, day) {
      const plan = regionPlans[region]
      const clock = w.year.teamClock[plan.team]
      const closed = w.roster.closed[plan.team].has(day) ? 0.72 : 1
      const daily = (yearly / 365) * plan.share * rhythm(day) * closed * luck.around(1, 0.07)
      CHANNELS.forEach((channel, index) => {
        for (let hour = 0; hour < 24; hour++) {
          const from = clock.at(day, hour * HOUR)
          const expected = (daily * plan.channels[index]! * HOUR_RHYTHM[channel][hour]!) / SUM_OF_HOURS[channel]
          for (let left = luck.poisson(expected * surge(w, region, from)); left > 0; left--) {
            const at = from + luck.next() * HOUR
            w.agenda.plan(at, () =>
              w.contact({ customer: w.customers.pick(region, at), channel, topic: topicOn(w, day, at, region, luck.next()) }),
            )
          }
        }
      })
    },
  }
}

/** Between the middles of two months the rhythm slides from one to the other. */
function month(day: number): number {
  const date = new Date(day * DAY)
  const position = date.getUTCMonth() + (date.getUTCDate() - 16) / 30
  const before = Math.floor(position)
  const share = position - before
  return MONTH_RHYTHM[(before + 12) % 12]! * (1 - share) + MONTH_RHYTHM[(before + 13) % 12]! * share
}

function surge(w: World, region: Region, from: number): number {
  const { outage } = w.incidents
  return region === "europe" && from + HOUR > outage.from && from < outage.to ? OUTAGE_FACTOR : 1
}

/** What it is about, on that day: in the outage mostly the login, and from summer on more and more zips. */
function topicOn(w: World, day: number, at: number, region: Region, chance: number): Topic {
  const rise = Math.max(0, day - w.incidents.rising.fromDay) / Math.max(1, w.year.lastDay - w.incidents.rising.fromDay)
  const rising = topics[RISING_TOPIC]!.share + RISEN_SHARE * rise
  if (surge(w, region, at) > 1 && chance < 0.68) return topics.find(({ name }) => name === "login")!
  const shares = topics.map(({ share }, index) => (index === RISING_TOPIC ? rising : share))
  let left = (surge(w, region, at) > 1 ? (chance - 0.68) / 0.32 : chance) * shares.reduce((sum, x) => sum + x, 0)
  return topics[shares.findIndex((share) => (left -= share) < 0)] ?? topics[0]!
}
