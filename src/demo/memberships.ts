import { chance, type Chance } from "./chance.ts"
import { type Plan, PLANS, SUBSCRIBERS } from "./company.ts"
import { DAY, HOUR } from "./local.ts"
import type { World } from "./world.ts"

interface Membership {
  readonly subject: string
  readonly customer: number
  plan: Plan
  /** 0 while ended. */
  seats: number
}

const NEW_WEIGHTS: readonly number[] = [62, 22, 12, 4]
const NEW_A_MONTH = 0.041
const ENDED_A_MONTH = 0.026
const GROWN_A_MONTH = 0.013
const SHRUNK_A_MONTH = 0.006
const RETURNED_A_MONTH = 0.02
const OLDEST = 1100

/** Memberships come, grow, shrink, end and return; who is unhappy leaves sooner. */
export function memberships(w: World, seed: number): { begin(): void; planDay(day: number): void; bill(): void } {
  const luck = chance(seed, "memberships")
  const active: Membership[] = []
  const ended: Membership[] = []
  const start = (at: number, customer: number) => {
    const plan = PLANS[luck.weighted(NEW_WEIGHTS)]!
    const membership: Membership = {
      subject: `subscription:${w.number("subscription")}`,
      customer,
      plan,
      seats: plan.name === "outfitter" ? luck.whole(1, 4) : 1,
    }
    w.customers.introduce(customer, at)
    active.push(membership)
    change(w, membership, at)
    w.customers.changePlan(customer, plan.name, at)
  }
  const someone = (at: number) => w.customers.pick(luck.happens(0.6) ? "europe" : "america", at)
  const often = (rate: number, of: number) => luck.poisson((of * rate) / 30.4)
  return {
    begin() {
      const count = Math.round(SUBSCRIBERS * w.scale)
      for (let i = 0; i < count; i++) start(w.year.start - luck.between(1, OLDEST) * DAY, someone(w.year.start))
    },
    planDay(day) {
      const at = () => w.year.home.at(day, luck.between(7, 23) * HOUR)
      const base = Math.max(active.length, 20 * w.scale)
      for (let i = often(NEW_A_MONTH, base); i > 0; i--) start(at(), someone(w.agenda.now))
      for (let i = often(ENDED_A_MONTH, active.length); i > 0; i--) end(w, luck, active, ended, at())
      for (let i = often(RETURNED_A_MONTH, ended.length); i > 0; i--) restart(w, luck, active, ended, at())
      for (let i = often(GROWN_A_MONTH, active.length); i > 0; i--) step(w, luck.pick(active), 1, at())
      for (let i = often(SHRUNK_A_MONTH, active.length); i > 0; i--) step(w, luck.pick(active), -1, at())
    },
    bill() {
      for (const { customer, plan, seats } of active)
        w.journal.write("billing", "invoice.issued", `invoice:${w.number("invoice")}`, w.agenda.now + luck.between(1, 5) * HOUR, {
          amount: plan.mrr * seats,
          customer: w.customers.ref(customer),
          currency: "EUR",
        })
    },
  }
}

function change(
  w: World,
  { subject, customer, plan, seats }: Membership,
  at: number,
  more: { voluntary_end?: boolean; reason?: string } = {},
): void {
  w.journal.write("billing", "subscription.changed", subject, at, {
    mrr: plan.mrr * seats,
    customer: w.customers.ref(customer),
    currency: "EUR",
    plan: plan.name,
    ...more,
  })
}

/** Of two the unhappier one goes; one in five for a failed payment. */
function end(w: World, luck: Chance, active: Membership[], ended: Membership[], at: number): void {
  if (active.length === 0) return
  const [a, b] = [luck.whole(0, active.length - 1), luck.whole(0, active.length - 1)]
  const index = w.customers.mood(active[a]!.customer) < w.customers.mood(active[b]!.customer) ? a : b
  const membership = active[index]!
  active[index] = active.at(-1)!
  active.pop()
  membership.seats = 0
  ended.push(membership)
  const voluntary = luck.happens(0.8)
  change(w, membership, at, {
    voluntary_end: voluntary,
    reason: voluntary ? luck.pick(["price", "not used", "service", "moved"]) : "payment failed",
  })
  w.customers.changePlan(membership.customer, "free", at)
}

function restart(w: World, luck: Chance, active: Membership[], ended: Membership[], at: number): void {
  const index = luck.whole(0, ended.length - 1)
  const membership = ended[index]!
  ended[index] = ended.at(-1)!
  ended.pop()
  membership.seats = 1
  active.push(membership)
  change(w, membership, at)
  w.customers.changePlan(membership.customer, membership.plan.name, at)
}

/** A larger or a smaller plan; the largest one in seats. */
function step(w: World, membership: Membership, by: 1 | -1, at: number): void {
  const index = PLANS.indexOf(membership.plan)
  const next = PLANS[index + by]
  if (index === PLANS.length - 1 && (by === 1 || membership.seats > 1)) membership.seats += by
  else if (next) membership.plan = next
  else return
  change(w, membership, at)
  w.customers.changePlan(membership.customer, membership.plan.name, at)
}
