import type { Expected } from "./estimates.ts"

export const CUSTOMERS = ["ann", "bob", "cyd"] as const

export interface Answered {
  readonly at: number
  readonly customer: string
  readonly survey: "csat" | "nps"
  readonly score: number
}

export interface Contact {
  readonly customer: string
  readonly opened: number
  readonly solved: number
}

/** What customers said, and when we helped them. */
export interface Told {
  readonly told: readonly Answered[]
  readonly contacts: readonly Contact[]
}

/** The changes of all pairs, by hand. */
function changes({ told, contacts }: Told, survey: string, value: (score: number) => number, until: number): Expected {
  const found = CUSTOMERS.flatMap((customer) => {
    const theirs = told.filter((one) => one.customer === customer && one.survey === survey).toSorted((a, b) => a.at - b.at)
    return theirs.slice(1).flatMap((after, i) => {
      const before = theirs[i]!
      const between = contacts.some((one) => one.customer === customer && one.opened >= before.at && one.solved <= after.at)
      return between && after.at < until ? [value(after.score) - value(before.score)] : []
    })
  })
  return { value: found.length === 0 ? null : found.reduce((sum, one) => sum + one, 0) / found.length, n: found.length }
}

const points = (score: number): number => (score >= 9 ? 100 : score <= 6 ? -100 : 0)

/** Of all until a moment. */
export const experience: Readonly<Record<string, (told: Told, until: number) => Expected>> = {
  experience_delta: (told, until) => changes(told, "csat", (score) => score, until),
  "experience_delta:nps": (told, until) => changes(told, "nps", points, until),
  "experience_delta:nps_mean": (told, until) => changes(told, "nps", (score) => score, until),
}
