import { chance } from "./chance.ts"
import { type Region, REGIONS, regionPlans } from "./company.ts"
import { dateOf, HOUR, MINUTE } from "./local.ts"
import type { Journal } from "./journal.ts"
import { FAMILY, GIVEN } from "./names.ts"
import type { Year } from "./year.ts"

/** The customers, by number. Kept as columns, for there are many. */
export interface Customers {
  readonly count: number
  ref(customer: number): string
  region(customer: number): Region
  /** Somebody of that region; a few come again and again. */
  pick(region: Region, moment: number): number
  /** How they feel about us: 0 as always, above it better. */
  mood(customer: number): number
  remember(customer: number, mood: number): void
  /** Says who they are the first time they show. */
  introduce(customer: number, at: number): void
  changePlan(customer: number, plan: string, at: number): void
  /** Whether they may be asked again; if so they are taken as asked. */
  ask(customer: number, at: number): boolean
}

/** A customer is not asked twice within this time. */
const ASK_AFTER = 30 * 24 * HOUR
/** At the start of the year there are this many of all who will be customers at its end. */
const KNOWN_AT_START = 0.8
const SOURCES = ["search", "friend", "social", "newsletter", "store"] as const
const SEGMENTS = ["new", "returning", "loyal"] as const

export function customers(count: number, year: Year, seed: number, journal: Journal): Customers {
  const luck = chance(seed, "customers")
  const moods = new Float32Array(count)
  const asked = new Float64Array(count)
  const known = new Uint8Array(count)
  const days = year.end - year.start
  const regionOf = (customer: number): Region => ((customer * 37) % 100 < regionPlans.europe.share * 100 ? "europe" : "america")
  return {
    count,
    ref: (customer) => `customer:${10_000 + customer}`,
    region: regionOf,
    pick(region, moment) {
      const there = Math.max(1, Math.floor(count * (KNOWN_AT_START + ((1 - KNOWN_AT_START) * (moment - year.start)) / days)))
      for (;;) {
        const customer = Math.floor(there * luck.next() ** 1.7)
        if (regionOf(customer) === region || there < REGIONS.length * 50) return customer
      }
    },
    mood: (customer) => moods[customer]!,
    remember(customer, mood) {
      moods[customer] = moods[customer]! * 0.6 + mood * 0.4
    },
    introduce(customer, at) {
      if (known[customer] === 1) return
      known[customer] = 1
      const { countries, weights } = regionPlans[regionOf(customer)]
      const friend = luck.happens(0.06) ? luck.whole(0, count - 1) : customer
      journal.write("crm", "customer.changed", `customer:${10_000 + customer}`, at - 2 * MINUTE, {
        name: `${luck.pick(GIVEN)} ${luck.pick(FAMILY)}`,
        plan: "free",
        source: friend === customer ? luck.pick(SOURCES) : "friend",
        referrer: friend === customer ? undefined : `customer:${10_000 + friend}`,
        attributes: {
          country: countries[luck.weighted(weights)]!,
          segment: luck.pick(SEGMENTS),
          since: dateOf(year.firstDay - luck.whole(0, 900)).slice(0, 7),
        },
      })
    },
    changePlan: (customer, plan, at) => journal.write("crm", "customer.changed", `customer:${10_000 + customer}`, at, { plan }),
    ask(customer, at) {
      if (at - asked[customer]! < ASK_AFTER) return false
      asked[customer] = at
      return true
    },
  }
}
