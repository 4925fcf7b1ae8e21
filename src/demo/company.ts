/** Tideway Outdoor: boats, tents and bikes sold online, with a repair-and-loan membership. Everything here is made up. */
export const HOME_ZONE = "Europe/Berlin"

export const CHANNELS = ["email", "chat", "phone", "form", "social"] as const
export type Channel = (typeof CHANNELS)[number]

export const REGIONS = ["europe", "america"] as const
export type Region = (typeof REGIONS)[number]

/** Contacts begun by customers in a year at scale 1; what follows from them (repeats, duplicates, mails of ours) comes on top. */
export const CONTACTS_A_YEAR = 125_000
export const CUSTOMERS = 64_000
export const ORDERS_A_YEAR = 170_000
export const VISITS_A_YEAR = 75_000
export const SUBSCRIBERS = 3_200

/** Half open, in hours of the local day; index 0 is Sunday. */
export type Week = readonly (readonly [open: number, close: number] | null)[]

export interface TeamPlan {
  readonly id: TeamId
  readonly name: string
  readonly zone: string
  /** As the library of public holidays knows it. */
  readonly holidays: readonly [country: string, state: string]
  readonly week: Week
  /** People at the start of the year, at scale 1. */
  readonly people: number
  readonly tier: 1 | 2
  /** What an hour of its people costs, in EUR. */
  readonly hourly: number
}

export const TEAMS = ["care_berlin", "care_toronto", "specialists"] as const
export type TeamId = (typeof TEAMS)[number]

const NO_DAY = null

export const teamPlans: Readonly<Record<TeamId, TeamPlan>> = {
  care_berlin: {
    id: "care_berlin",
    name: "Care Berlin",
    zone: "Europe/Berlin",
    holidays: ["DE", "BE"],
    week: [NO_DAY, [8, 18], [8, 18], [8, 18], [8, 18], [8, 18], [9, 15]],
    people: 10,
    tier: 1,
    hourly: 27,
  },
  care_toronto: {
    id: "care_toronto",
    name: "Care Toronto",
    zone: "America/Toronto",
    holidays: ["CA", "ON"],
    week: [NO_DAY, [9, 19], [9, 19], [9, 19], [9, 19], [9, 19], [10, 16]],
    people: 9,
    tier: 1,
    hourly: 25,
  },
  specialists: {
    id: "specialists",
    name: "Specialists",
    zone: "Europe/Berlin",
    holidays: ["DE", "BE"],
    week: [NO_DAY, [8.5, 17], [8.5, 17], [8.5, 17], [8.5, 17], [8.5, 17], NO_DAY],
    people: 5,
    tier: 2,
    hourly: 34,
  },
}

interface RegionPlan {
  readonly share: number
  readonly team: TeamId
  readonly zone: string
  readonly countries: readonly string[]
  readonly weights: readonly number[]
  readonly channels: readonly number[]
}

/** `channels` follows CHANNELS: how the contacts of the region come in. */
export const regionPlans: Readonly<Record<Region, RegionPlan>> = {
  europe: {
    share: 0.55,
    team: "care_berlin",
    zone: "Europe/Berlin",
    countries: ["DE", "AT", "NL", "GB", "FR", "DK"],
    weights: [52, 11, 12, 13, 8, 4],
    channels: [0.37, 0.26, 0.2, 0.12, 0.05],
  },
  america: {
    share: 0.45,
    team: "care_toronto",
    zone: "America/Toronto",
    countries: ["US", "CA"],
    weights: [64, 36],
    channels: [0.3, 0.32, 0.2, 0.1, 0.08],
  },
}

/** How busy the day is, index 0 is Sunday. */
export const WEEK_RHYTHM: readonly number[] = [0.52, 1.28, 1.18, 1.1, 1.06, 1.02, 0.62]

/** How busy the month is beside an average one, January first: gifts in November and December, boats in early summer. */
export const MONTH_RHYTHM: readonly number[] = [1.05, 0.84, 0.86, 0.92, 1.0, 1.06, 1.02, 0.92, 0.86, 0.84, 1.22, 1.42]

/** Contacts grow by this much over the year. */
export const GROWTH = 0.14

/** By local hour of the day, 0 to 23. */
export const HOUR_RHYTHM: Readonly<Record<Channel, readonly number[]>> = {
  email: [2, 1, 1, 0.5, 0.5, 1, 3, 6, 9, 11, 11, 10, 8, 8, 9, 9, 8, 8, 8, 8, 8, 7, 5, 3],
  form: [2, 1, 1, 0.5, 0.5, 1, 3, 5, 8, 10, 10, 9, 8, 8, 9, 9, 8, 8, 9, 9, 9, 8, 5, 3],
  chat: [0.2, 0.1, 0.1, 0, 0, 0.1, 0.5, 1.5, 8, 11, 12, 11, 9, 9, 10, 10, 10, 8, 4.5, 3, 2.5, 2, 1.2, 0.5],
  phone: [0, 0, 0, 0, 0, 0, 0.2, 1, 9, 14, 15, 13, 9, 9, 12, 12, 10, 8, 3, 0.8, 0.3, 0.1, 0, 0],
  social: [2, 1, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 9, 8, 8, 8, 8, 9, 10, 11, 12, 11, 8, 4],
}

export const BRANDS = ["tideway", "driftwood"] as const
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const
export type Priority = (typeof PRIORITIES)[number]

/** Promised open time by priority, in seconds. */
export const FIRST_REPLY_PROMISE: Readonly<Record<Priority, number>> = { low: 28_800, normal: 14_400, high: 7_200, urgent: 3_600 }
export const RESOLUTION_PROMISE: Readonly<Record<Priority, number>> = {
  low: 144_000,
  normal: 72_000,
  high: 57_600,
  urgent: 28_800,
}

export interface Plan {
  readonly name: string
  readonly mrr: number
}
export const PLANS: readonly Plan[] = [
  { name: "plus", mrr: 9 },
  { name: "family", mrr: 19 },
  { name: "club", mrr: 79 },
  { name: "outfitter", mrr: 290 },
]
