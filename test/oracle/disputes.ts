import { Temporal } from "temporal-polyfill"
import type { CanonicalEvent } from "../../src/events/event.ts"
import type { Year } from "./customers.ts"
import type { Expected } from "./estimates.ts"
import { divided, of, sum, within } from "./money.ts"

type Cases = readonly CanonicalEvent[]

const orderOf = (year: Year, { order }: CanonicalEvent): CanonicalEvent | undefined =>
  of(year, "order.placed").find(({ subject }) => subject === order)

/** What a report does not say itself, its order says. */
const network = (year: Year) => (report: CanonicalEvent) => report.network ?? orderOf(year, report)?.network

const reports = (year: Year): Cases => of(year, "dispute.received", "fraud.reported").filter(within(year))
const disputed = (year: Year): Cases =>
  reports(year).filter(({ kind, stage }) => kind === "dispute.received" && stage !== "alert" && stage !== "second")
const orders = (year: Year): Cases => of(year, "order.placed").filter(within(year))
const by = (name: string) => (order: CanonicalEvent) => order.network === name
const ofNetwork = (year: Year, name: string) => (report: CanonicalEvent) => network(year)(report) === name
const present = ({ card_present }: CanonicalEvent) => card_present === true

/** Fraud reports and disputes of Visa where the card was not there. */
function absent(year: Year): Cases {
  const counted = disputed(year)
  return reports(year)
    .filter((report) => report.kind === "fraud.reported" || counted.includes(report))
    .filter(ofNetwork(year, "visa"))
    .filter((report) => orderOf(year, report)?.card_present !== true)
}

/** One case reported twice, by its own name or by that of its order. */
function once(year: Year): Cases {
  const frauds = of(year, "fraud.reported")
  return absent(year).filter(
    ({ kind, subject, order }) =>
      kind === "fraud.reported" ||
      !frauds.some((fraud) => fraud.subject === subject || (order !== undefined && fraud.order === order)),
  )
}

/** Orders of which the same day a month later lies in the period. */
const monthBefore = (year: Year): Cases =>
  of(year, "order.placed").filter(({ at }) => {
    const placed = Temporal.Instant.fromEpochMilliseconds(at / 1000).toZonedDateTimeISO(year.zone)
    return within(year)({ at: placed.add({ months: 1 }).epochMilliseconds * 1000 })
  })

const count = (list: Cases): Expected => ({ value: list.length, n: list.length })
/** Of what nobody told the amount of, nothing is known. */
const money = (list: Cases): Expected => {
  const known = list.flatMap(({ amount }) => (amount === undefined ? [] : [Math.round(amount * 100)]))
  return { value: sum(known) / 100, n: known.length }
}

export const disputes: Readonly<Record<string, (year: Year) => Expected>> = {
  chargeback_rate: (y) => divided(disputed(y).length, orders(y).length),
  "chargeback_rate:disputes": (y) => count(disputed(y)),
  "chargeback_rate:orders": (y) => count(orders(y)),
  "chargeback_rate:visa_same_month": (y) =>
    divided(disputed(y).filter(ofNetwork(y, "visa")).length, orders(y).filter(by("visa")).length),
  "chargeback_rate:visa_disputes": (y) => count(disputed(y).filter(ofNetwork(y, "visa"))),
  "chargeback_rate:visa_orders": (y) => count(orders(y).filter(by("visa"))),
  "chargeback_rate:mastercard_ctr": (y) =>
    divided(disputed(y).filter(ofNetwork(y, "mastercard")).length, monthBefore(y).filter(by("mastercard")).length),
  "chargeback_rate:mastercard_disputes": (y) => count(disputed(y).filter(ofNetwork(y, "mastercard"))),
  "chargeback_rate:mastercard_orders_before": (y) => count(monthBefore(y).filter(by("mastercard"))),
  "chargeback_rate:visa_vamp": (y) => divided(absent(y).length, orders(y).filter((o) => by("visa")(o) && !present(o)).length),
  "chargeback_rate:visa_reports": (y) => count(absent(y)),
  "chargeback_rate:visa_absent_orders": (y) => count(orders(y).filter((o) => by("visa")(o) && !present(o))),
  "chargeback_rate:visa_vamp_once": (y) => divided(once(y).length, orders(y).filter((o) => by("visa")(o) && !present(o)).length),
  "chargeback_rate:visa_reports_once": (y) => count(once(y)),
  "chargeback_rate:disputed_amount": (y) => money(disputed(y)),
  "chargeback_rate:ordered_amount": (y) => money(orders(y)),
  "chargeback_rate:amount": (y) => {
    const [upper, per] = [money(disputed(y)), money(orders(y))]
    return { ...upper, value: per.value === 0 ? null : upper.value! / per.value! }
  },
}
