import { Temporal } from "temporal-polyfill"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { type Expected, share } from "./estimates.ts"

/** What is asked about: these events, in this period, known up to `asOf`. */
export interface Books {
  readonly events: readonly CanonicalEvent[]
  readonly from: number
  readonly to: number
  readonly asOf: number
  readonly zone: string
}

export const DAY_US = 86_400_000_000
export const of = ({ events }: Books, ...kinds: readonly string[]): readonly CanonicalEvent[] =>
  events.filter(({ kind }) => kinds.includes(kind)).toSorted((a, b) => a.at - b.at)
export const within =
  ({ from, to }: Pick<Books, "from" | "to">) =>
  ({ at }: { readonly at: number }) =>
    at >= from && at < to
const cents = (amount: number): number => Math.round(amount * 10_000)
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** What a customer paid a month just before a moment: of each subscription the last word. */
export function paidBefore(books: Books, customer: string, at: number): number {
  const said = of(books, "subscription.changed").filter((event) => event.at < at && event.customer === customer)
  const last = new Map(said.map((event) => [event.subject, cents(event.mrr!)]))
  return sum([...last.values()])
}

interface Moved {
  readonly before: number
  readonly after: number
  readonly old: boolean
}

/** Every customer who ever paid, at both ends of the period. */
export function movedIn(books: Books): readonly Moved[] {
  const customers = [...new Set(of(books, "subscription.changed").map(({ customer }) => customer!))]
  return customers.map((customer) => {
    const paid = of(books, "subscription.changed").filter((event) => event.customer === customer && event.mrr! > 0)
    const old = paid.some(({ at }) => at < books.from)
    return { before: paidBefore(books, customer, books.from), after: paidBefore(books, customer, books.to), old }
  })
}

export const total = (moved: readonly Moved[], value: (one: Moved) => number): Expected => ({
  value: sum(moved.map(value)) / 10_000,
  n: moved.length,
})
export const ratio = (moved: readonly Moved[], value: (one: Moved) => number): Expected => {
  const base = sum(moved.map(({ before }) => before))
  return { value: base === 0 ? null : sum(moved.map(value)) / base, n: moved.length }
}
export const begun = (books: Books): readonly Moved[] => movedIn(books).filter(({ before }) => before > 0)

/** Of each zeroing of a customer's revenue, when it ended; ties and all. */
export function leavings(books: Books): readonly { readonly at: number; readonly back: number | undefined }[] {
  const customers = [...new Set(of(books, "subscription.changed").map(({ customer }) => customer!))]
  return customers.flatMap((customer) => {
    const moments = [...new Set(of(books, "subscription.changed").map(({ at }) => at))]
    const level = (at: number): number => paidBefore(books, customer, at + 1)
    return moments
      .filter((at) => paidBefore(books, customer, at) > 0 && level(at) === 0)
      .map((at) => ({ at, back: moments.find((next) => next > at && level(next) > 0) }))
  })
}

/** Stretches of employment. */
function employed(books: Books): readonly { readonly from: number; readonly to: number }[] {
  return of(books, "agent.hired").map(({ subject, at }) => ({
    from: at,
    to: of(books, "agent.left").find((left) => left.subject === subject && left.at >= at)?.at ?? Infinity,
  }))
}

const dateOf = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at / 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
const startOf = (date: Temporal.PlainDate, zone: string): number => date.toZonedDateTime(zone).epochMilliseconds * 1000

/** The part of a cost that falls into the period. */
function costsIn(books: Books, category: string): number {
  return sum(
    of(books, "cost.booked")
      .filter((event) => event.category === category)
      .map((event) => {
        const { at, until, amount } = event
        if (until === undefined || until <= at) return within(books)(event) ? amount! : 0
        // Day by day of the company's zone: a day counts where it begins.
        const first = dateOf(at, books.zone)
        const days = Array.from({ length: Math.ceil((until - at) / DAY_US) + 2 }, (_, i) =>
          startOf(first.add({ days: i }), books.zone),
        )
        const parts = days
          .slice(1)
          .map((day, i) => ({ at: Math.max(days[i]!, at), to: Math.min(day, until) }))
          .filter((part) => part.to > part.at)
        return sum(parts.filter(within(books)).map((part) => (amount! * (part.to - part.at)) / (until - at)))
      }),
  )
}

/** Rounded to cents, as the parts of a cost are whole ten-thousandths. */
export const spent = (books: Books, category: string): number => Math.round(costsIn(books, category) * 100) / 100

const disputesIn = (books: Books, network: string): number =>
  of(books, "dispute.received")
    .filter(within(books))
    .filter((d) => d.network === network).length
export const divided = (a: number, b: number): Expected => ({ value: b === 0 ? null : a / b, n: a })

/** The second computations, by metric. */
export const money: Readonly<Record<string, (books: Books) => Expected>> = {
  mrr: (b) =>
    total(
      movedIn(b).filter(({ after }) => after > 0),
      ({ after }) => after,
    ),
  "mrr:opening": (b) => total(begun(b), ({ before }) => before),
  "mrr:new": (b) =>
    total(
      movedIn(b).filter(({ before, after, old }) => before === 0 && after > 0 && !old),
      ({ after }) => after,
    ),
  "mrr:reactivation": (b) =>
    total(
      movedIn(b).filter(({ before, after, old }) => before === 0 && after > 0 && old),
      ({ after }) => after,
    ),
  "mrr:expansion": (b) =>
    total(
      begun(b).filter(({ before, after }) => after > before),
      ({ before, after }) => after - before,
    ),
  "mrr:contraction": (b) =>
    total(
      begun(b).filter(({ before, after }) => after > 0 && after < before),
      ({ before, after }) => before - after,
    ),
  "mrr:churn": (b) =>
    total(
      begun(b).filter(({ after }) => after === 0),
      ({ before }) => before,
    ),
  mrr_growth_rate: (b) =>
    ratio(
      movedIn(b).filter(({ before, after }) => before + after > 0),
      ({ before, after }) => after - before,
    ),
  gross_revenue_retention: (b) => ratio(begun(b), ({ before, after }) => Math.min(before, after)),
  net_revenue_retention: (b) => ratio(begun(b), ({ after }) => after),
  expansion_rate: (b) => ratio(begun(b), ({ before, after }) => Math.max(0, after - before)),
  arpa: (b) => {
    const paying = movedIn(b).filter(({ after }) => after > 0)
    return {
      value: paying.length === 0 ? null : sum(paying.map(({ after }) => after)) / paying.length / 10_000,
      n: paying.length,
    }
  },
  customer_churn_rate: (b) => share(begun(b).filter(({ after }) => after === 0).length, begun(b).length),
  customer_retention_rate: (b) => share(begun(b).filter(({ after }) => after > 0).length, begun(b).length),
  winback_rate: (b) => {
    const left = leavings(b).filter(within(b))
    const ripe = left.filter(({ at }) => at + 90 * DAY_US <= b.asOf)
    const back = ripe.filter((one) => one.back !== undefined && one.back <= one.at + 90 * DAY_US)
    return { ...share(back.length, ripe.length), pending: left.length - ripe.length }
  },
  employee_turnover_rate: (b) => {
    const there = employed(b).filter(({ from, to }) => from < b.to && to >= b.from)
    const time = sum(there.map(({ from, to }) => Math.max(0, Math.min(to, b.to) - Math.max(from, b.from))))
    const left = there.filter(({ to }) => to >= b.from && to < b.to).length
    return { value: time === 0 ? null : left / (time / (b.to - b.from)), n: there.length }
  },
  employee_retention_rate: (b) => {
    const there = employed(b).filter(({ from, to }) => from < b.from && to >= b.from)
    return share(there.filter(({ to }) => to >= b.to).length, there.length)
  },
  "chargeback_rate:visa_same_month": (b) =>
    divided(
      disputesIn(b, "visa"),
      of(b, "order.placed")
        .filter(within(b))
        .filter((o) => o.network === "visa").length,
    ),
  search_success: (b) => {
    const all = of(b, "help.searched")
    const asked = all.filter(within(b))
    const good = asked.filter((one, _, list) => {
      const twin = list.filter(({ subject, at }) => subject === one.subject && at === one.at).length > 1
      const next = all.find(({ subject, at }) => subject === one.subject && at > one.at)
      return !twin && one.clicked === true && (next === undefined || next.at > one.at + 120_000_000)
    })
    return share(good.length, asked.length)
  },
}
