import { chance, type Chance } from "./chance.ts"
import { ORDERS_A_YEAR, type Region, regionPlans } from "./company.ts"
import { us } from "./journal.ts"
import { DAY, HOUR, SECOND } from "./local.ts"
import type { World } from "./world.ts"

const REFUNDED = 0.052
const DISPUTED = 0.0032
const FRAUD = 0.0006
const NETWORKS = ["visa", "mastercard", "paypal"] as const
const NETWORK_WEIGHTS: readonly number[] = [44, 31, 25]
const DISPUTE_REASONS = ["not received", "not as described", "fraud", "credit not processed"] as const

interface Order {
  readonly subject: string
  readonly customer: number
  readonly amount: number
  readonly network: (typeof NETWORKS)[number]
  readonly at: number
}

/** Orders, what is sent back, and what card holders dispute. */
export function shop(w: World, seed: number): { planDay(region: Region, day: number, rhythm: number): void } {
  const luck = chance(seed, "shop")
  return {
    planDay(region, day, rhythm) {
      const plan = regionPlans[region]
      const clock = w.year.teamClock[plan.team]
      const count = luck.poisson((ORDERS_A_YEAR * w.scale * plan.share * rhythm) / 365)
      for (let i = 0; i < count; i++) {
        const at = clock.at(day, shoppingHour(luck) * HOUR)
        if (!inOutage(w, region, at)) order(w, luck, region, at)
      }
    },
  }
}

/** People shop from the morning on, most of them in the evening. */
function shoppingHour(luck: Chance): number {
  return luck.happens(0.6) ? Math.min(23.99, Math.max(0, 19.5 + luck.normal() * 2.2)) : luck.between(7, 22)
}

function inOutage(w: World, region: Region, at: number): boolean {
  const { outage } = w.incidents
  return region === "europe" && at >= outage.from && at < outage.to
}

function order(w: World, luck: Chance, region: Region, at: number): void {
  const customer = w.customers.pick(region, at)
  const amount = Math.round(luck.around(118, 0.85) * 100) / 100
  const placed: Order = {
    subject: `order:${w.number("order")}`,
    customer,
    amount,
    network: NETWORKS[luck.weighted(NETWORK_WEIGHTS)]!,
    at,
  }
  w.customers.introduce(customer, at)
  w.journal.write("shop", "order.placed", placed.subject, at, {
    customer: w.customers.ref(customer),
    amount,
    currency: "EUR",
    cost: Math.round(amount * luck.between(0.48, 0.62) * 100) / 100,
    network: placed.network,
    card_present: false,
    channel: "web",
  })
  if (luck.happens(REFUNDED)) refund(w, luck, placed)
  if (placed.network !== "paypal" && luck.happens(DISPUTED)) dispute(w, luck, placed)
  if (placed.network !== "paypal" && luck.happens(FRAUD)) reportFraud(w, luck, placed)
}

function refund(w: World, luck: Chance, { subject, customer, amount, at }: Order): void {
  const share = luck.happens(0.7) ? 1 : luck.between(0.1, 0.8)
  w.journal.write("shop", "order.refunded", subject, at + luck.between(4, 26) * DAY, {
    customer: w.customers.ref(customer),
    amount: Math.round(amount * share * 100) / 100,
    currency: "EUR",
    reason: luck.pick(["returned", "returned", "damaged", "never arrived", "goodwill"]),
  })
}

function dispute(w: World, luck: Chance, { subject, customer, amount, network, at }: Order): void {
  const id = `dispute:${w.number("dispute")}`
  const received = at + luck.between(9, 75) * DAY
  const said = {
    network,
    reason: luck.pick(DISPUTE_REASONS),
    amount,
    currency: "EUR",
    sale_at: us(at),
    order: subject,
    customer: w.customers.ref(customer),
  }
  if (luck.happens(0.2)) w.journal.write("finance", "dispute.received", id, received - 3 * DAY, { ...said, stage: "alert" })
  w.journal.write("finance", "dispute.received", id, received, { ...said, stage: "first" })
  if (luck.happens(0.08))
    w.journal.write("finance", "dispute.received", id, received + luck.between(20, 40) * DAY, { ...said, stage: "second" })
}

function reportFraud(w: World, luck: Chance, { subject, customer, amount, network, at }: Order): void {
  w.journal.write("finance", "fraud.reported", `dispute:${w.number("dispute")}`, at + luck.between(3, 40) * DAY + SECOND, {
    network,
    amount,
    currency: "EUR",
    sale_at: us(at),
    order: subject,
    customer: w.customers.ref(customer),
  })
}
