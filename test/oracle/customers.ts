import { type Expected, median, share } from "./estimates.ts"
import { begun, type Books, DAY_US, divided, leavings, movedIn, of, paidBefore, ratio, sum, total, within } from "./money.ts"
import { conversationsIn, createdAt, firstCustomerAt, isOutbound, type Plain, solvedAt, solvesOf } from "./plain.ts"

/** The books of a year, and how many months the period has. */
export interface Year extends Books {
  readonly zone: string
  readonly months: number
}

type Oracle = Readonly<Record<string, (year: Year) => Expected>>

const told = new WeakMap<Books["events"], readonly Plain[]>()

/** Several metrics read the same conversations. */
export function valid({ events }: Books): readonly Plain[] {
  const known = told.get(events) ?? conversationsIn(events).filter(({ excluded }) => excluded === null)
  told.set(events, known)
  return known
}

const countedAt = (one: Plain): number | null => (isOutbound(one) ? firstCustomerAt(one) : one.opened.at)
export const begunIn = (year: Books): readonly Plain[] =>
  valid(year).filter((one) => countedAt(one) !== null && within(year)({ at: countedAt(one)! }))

/** Stretches of one revenue above nothing that touch the period. */
function paying(year: Year): readonly { readonly customer: string }[] {
  const customers = [...new Set(of(year, "subscription.changed").map(({ customer }) => customer!))]
  return customers.flatMap((customer) => {
    const moments = of(year, "subscription.changed")
      .filter((event) => event.customer === customer)
      .map(({ at }) => at)
      .filter((at) => paidBefore(year, customer, at) !== paidBefore(year, customer, at + 1))
    return moments.flatMap((at, i) => {
      const until = moments[i + 1] ?? Infinity
      return at < year.to && until > year.from && paidBefore(year, customer, at + 1) > 0 ? [{ customer }] : []
    })
  })
}

const active = (year: Year): Expected => ({
  value: new Set(paying(year).map(({ customer }) => customer)).size,
  n: paying(year).length,
})
const count = (list: readonly unknown[]): Expected => ({ value: list.length, n: list.length })
const times = ({ value, ...rest }: Expected, factor: number): Expected => ({ ...rest, value: value && value * factor })
const quotient = (of: Expected, per: Expected): Expected => ({
  ...of,
  value: of.value === null || !per.value ? null : of.value / per.value,
})

const ordersIn = (year: Year) => of(year, "order.placed").filter(within(year))

/** Those of the beginning who pay nothing at the end, by what was said when they stopped. */
function lost(year: Year, voluntary: boolean): Expected {
  const customers = [...new Set(of(year, "subscription.changed").map(({ customer }) => customer!))]
  const there = customers.filter((customer) => paidBefore(year, customer, year.from) > 0)
  const gone = there.filter((customer) => paidBefore(year, customer, year.to) === 0)
  const said = gone.filter((customer) => {
    const stop = of(year, "subscription.changed").findLast(
      (event) =>
        event.customer === customer &&
        event.at < year.to &&
        paidBefore(year, customer, event.at) > 0 &&
        paidBefore(year, customer, event.at + 1) === 0,
    )
    return stop?.voluntary_end === voluntary
  })
  return share(said.length, there.length)
}

const churn = (year: Year): number | null => {
  const there = begun(year)
  return there.length === 0 ? null : there.filter(({ after }) => after === 0).length / there.length
}

/** Month by month, as long as customers stay; nothing where nobody leaves and no end is set. */
function worth(year: Year, margin: number, discount: number, months = Infinity): Expected {
  const accounts = movedIn(year).filter(({ after }) => after > 0)
  const whole = churn(year)
  if (accounts.length === 0 || whole === null || (whole === 0 && months === Infinity)) return { value: null, n: accounts.length }
  const monthly = 1 - (1 - whole) ** (1 / year.months)
  const each = (sum(accounts.map(({ after }) => after)) / accounts.length / 10_000) * margin
  let value = 0
  let stays = 1
  for (let month = 0; month < Math.min(months, 200_000) && stays > 1e-18; month++) {
    value += (each * stays) / (1 + discount) ** month
    stays *= 1 - monthly
  }
  return { value, n: accounts.length }
}

interface Origin {
  readonly source: string | undefined
  readonly referrer: string | undefined
}

/** Customers who bought or paid for the first time in the period, and where they came from. */
function won(year: Year): readonly Origin[] {
  const paid = of(year, "order.placed", "subscription.changed").filter(
    ({ kind, mrr, customer }) => customer !== undefined && (kind === "order.placed" || mrr! > 0),
  )
  const first = new Map<string, number>()
  for (const { customer, at } of paid) if (!first.has(customer!)) first.set(customer!, at)
  const fresh = [...first].filter(([, at]) => within(year)({ at })).map(([customer]) => customer)
  return fresh.map((customer) => {
    const own = of(year, "customer.changed").filter(({ subject }) => subject === customer)
    return {
      source: own.findLast(({ source }) => source !== undefined)?.source,
      referrer: own.findLast(({ referrer }) => referrer !== undefined)?.referrer,
    }
  })
}

const known = ({ source, referrer }: Origin) => source !== undefined || referrer !== undefined
const recommended = ({ referrer }: Origin) => referrer !== undefined
const bought = ({ source, referrer }: Origin) => source !== undefined && source !== "organic" && referrer === undefined

/** Each customer's first issue of the period: nobody is counted twice. */
function issues(year: Year): readonly { readonly customer: string; readonly at: number }[] {
  const all = valid(year)
    .flatMap((one) => {
      const at = solvesOf(one)[0]?.at
      const { customer } = one.opened
      return at !== undefined && customer !== undefined && countedAt(one) !== null && within(year)({ at })
        ? [{ customer, at }]
        : []
    })
    .sort((a, b) => a.at - b.at)
  return all.filter(({ customer }, i) => !all.slice(0, i).some((other) => other.customer === customer))
}

function after(year: Year, days: number, is: (customer: string, from: number, to: number) => boolean): Expected {
  const all = issues(year)
  const ripe = all.filter(({ at }) => at + days * DAY_US <= year.asOf)
  const good = ripe.filter(({ customer, at }) => is(customer, at, at + days * DAY_US))
  return { ...share(good.length, ripe.length), pending: all.length - ripe.length }
}

const revenueMoments = (year: Year, customer: string, from: number, to: number): readonly number[] =>
  of(year, "subscription.changed")
    .filter((event) => event.customer === customer && event.at > from && event.at <= to)
    .map(({ at }) => at)

/** Bought, or paid for a subscription at any moment of it. */
function wasActive(year: Year) {
  return (customer: string, from: number, to: number): boolean =>
    of(year, "order.placed").some((event) => event.customer === customer && event.at > from && event.at <= to) ||
    paidBefore(year, customer, from + 1) > 0 ||
    revenueMoments(year, customer, from, to).some((at) => paidBefore(year, customer, at + 1) > 0)
}

function grew(year: Year) {
  return (customer: string, from: number, to: number): boolean =>
    revenueMoments(year, customer, from, to).some((at) => {
      const [before, now] = [paidBefore(year, customer, at), paidBefore(year, customer, at + 1)]
      return before > 0 && now > before
    })
}

const ABOUT_FRAUD = ["fraud", "unauthorised", "unauthorized"]
const aboutFraud = ({ opened: { tags = [], topic } }: Plain): boolean =>
  [...tags, topic].some((word) => word !== undefined && ABOUT_FRAUD.includes(word))

function resolution(is: (one: Plain) => boolean) {
  return (year: Year): Expected => {
    const solved = valid(year).filter((one) => is(one) && solvedAt(one) !== null && within(year)({ at: solvedAt(one)! }))
    const took = solved.map((one) => (solvedAt(one)! - createdAt(one, [])) / 1e6)
    return { value: median(took), n: took.length }
  }
}

export const customers: Oracle = {
  "mrr:net_new": (y) =>
    total(
      movedIn(y).filter(({ before, after: now }) => before + now > 0),
      ({ before, after: now }) => now - before,
    ),
  "mrr_growth_rate:monthly": (y) => {
    const moved = movedIn(y).filter(({ before, after: now }) => before + now > 0)
    const [from, to] = [sum(moved.map(({ before }) => before)), sum(moved.map(({ after: now }) => now))]
    return { value: from === 0 ? null : (to / from) ** (1 / y.months) - 1, n: moved.length }
  },
  "gross_revenue_retention:churn": (y) => ratio(begun(y), ({ before, after: now }) => Math.max(0, before - now)),
  "net_revenue_retention:churn": (y) => ratio(begun(y), ({ before, after: now }) => before - now),
  "net_revenue_retention:with_reactivation": (y) =>
    ratio(
      movedIn(y).filter(({ before, after: now }) => before + now > 0),
      ({ before, after: now, old }) => (before > 0 || old ? now : 0),
    ),
  "customer_churn_rate:voluntary": (y) => lost(y, true),
  "customer_churn_rate:involuntary": (y) => lost(y, false),
  "customer_churn_rate:stops": (y) => count(leavings(y).filter(within(y))),
  "customer_churn_rate:yearly": (y) => {
    const lostShare = churn(y)
    return { value: lostShare === null ? null : 1 - (1 - lostShare) ** (12 / y.months), n: begun(y).length }
  },
  customer_lifetime_value: (y) => worth(y, 0.8, 0),
  "customer_lifetime_value:discounted": (y) => worth(y, 0.8, 0.01),
  "customer_lifetime_value:revenue": (y) => worth(y, 1, 0),
  "customer_lifetime_value:capped": (y) => worth(y, 0.8, 0, 60),
  contact_rate: (y) => times(quotient(count(begunIn(y)), active(y)), 100),
  "contact_rate:per_order": (y) => times(divided(begunIn(y).length, ordersIn(y).length), 100),
  "contact_rate:conversations": (y) => count(begunIn(y)),
  "contact_rate:customers": active,
  "contact_rate:orders": (y) => count(ordersIn(y)),
  referral_rate: (y) => share(won(y).filter(recommended).length, won(y).filter(known).length),
  "referral_rate:per_customer": (y) => quotient(count(won(y).filter(recommended)), active(y)),
  "referral_rate:referred": (y) => count(won(y).filter(recommended)),
  "customer_acquisition_cost:customers": (y) => count(won(y)),
  "customer_acquisition_cost:paid_customers": (y) => count(won(y).filter(bought)),
  post_issue_retention: (y) => after(y, 90, wasActive(y)),
  upsell_conversion: (y) => after(y, 30, grew(y)),
  fraud_contact_share: (y) => share(begunIn(y).filter(aboutFraud).length, begunIn(y).length),
  "fraud_contact_share:resolution": resolution(aboutFraud),
  "fraud_contact_share:other_resolution": resolution((one) => !aboutFraud(one)),
}
