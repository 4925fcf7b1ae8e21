import { Temporal } from "temporal-polyfill"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { begunIn, customers, valid, type Year } from "./customers.ts"
import type { Expected } from "./estimates.ts"
import { DAY_US, money, of, sum, within } from "./money.ts"
import { type Plain, turns } from "./plain.ts"
import { contactsOf } from "./responses.ts"

const HOUR_US = 3_600_000_000

interface Part {
  readonly at: number
  readonly amount: number
}

const isMidnight = (at: number, zone: string): boolean =>
  Temporal.Instant.fromEpochMilliseconds(at / 1000).toZonedDateTimeISO(zone).hour === 0

/** Hour by hour: what falls into one local day is one part, told where it begins. Amounts are ten-thousandths. */
function partsOf({ at, until, amount }: CanonicalEvent, zone: string): readonly Part[] {
  const whole = Math.round(amount! * 10_000)
  if (until === undefined || until <= at) return [{ at, amount: whole }]
  const each = whole / ((until - at) / HOUR_US)
  const parts: { at: number; amount: number }[] = []
  for (let hour = at; hour < until; hour += HOUR_US) {
    if (hour === at || isMidnight(hour, zone)) parts.push({ at: hour, amount: 0 })
    parts.at(-1)!.amount += each
  }
  return parts
}

const parted = new WeakMap<CanonicalEvent, readonly Part[]>()

function costs(year: Year, is: (category: string) => boolean, lag = 0): Expected {
  const parts = of(year, "cost.booked")
    .filter(({ category }) => is(category!))
    .flatMap((cost) => {
      const known = parted.get(cost) ?? partsOf(cost, year.zone)
      parted.set(cost, known)
      return known.filter(({ at }) => within(year)({ at: at + lag }))
    })
  return { value: sum(parts.map(({ amount }) => amount)) / 10_000, n: parts.length }
}

const service = (category: string): boolean => category !== "acquisition"
const bots = (category: string): boolean => category === "bot"
const won = (category: string): boolean => category === "acquisition"

const by = (upper: Expected, ...per: readonly Expected[]): Expected => {
  const all = sum(per.map(({ value }) => value!))
  return { ...upper, value: all === 0 || upper.value === null ? null : upper.value / all }
}
const count = (n: number): Expected => ({ value: n, n })

const turnsIn = (year: Year): readonly Plain[] =>
  valid(year).flatMap((one) =>
    contactsOf(one)
      .filter((at) => within(year)({ at }))
      .map(() => one),
  )

/** Inbound calls that were offered, by when. */
const callsIn = (year: Year): readonly CanonicalEvent[] => {
  const inbound = of(year, "call.started").filter(({ direction }) => direction === "inbound")
  return of(year, "call.segment").filter(
    (event) => event.segment === "queue" && inbound.some(({ subject }) => subject === event.subject) && within(year)(event),
  )
}

/** Of all calls, also ours, by when they ended. */
function callTime(year: Year): Expected {
  const talks = of(year, "call.segment").filter(({ segment, until }) => segment === "talk" && within(year)({ at: until! }))
  return { value: sum(talks.map(({ at, until }) => until! - at)) / 1e6, n: talks.length }
}

function loggedTime(list: readonly Plain[]): Expected {
  const logged = list.flatMap(({ own }) => own.filter(({ kind }) => kind === "conversation.time_logged"))
  return { value: sum(logged.map(({ seconds }) => seconds!)), n: list.length }
}

/** Solves of the period that nobody took back within a week. */
function solves(year: Year, human: boolean): Expected {
  const held = valid(year).flatMap((one) =>
    turns(one).filter(({ at, solved, author }, i, all) => {
      const back = all[i + 1]
      const stands = back === undefined || back.at > at + 7 * DAY_US
      return solved && within(year)({ at }) && stands && !(human && author === "bot")
    }),
  )
  return count(held.length)
}

/** A group bears the costs of all by the time it took. */
function allocated(year: Year, channel: string): Expected {
  const cost = costs(year, service)
  const theirs = begunIn(year).filter(({ opened }) => opened.channel === channel)
  const time = channel === "phone" ? callTime(year).value! : loggedTime(theirs).value!
  const all = callTime(year).value! + loggedTime(begunIn(year)).value!
  const contacts =
    channel === "phone" ? callsIn(year).length : turnsIn(year).filter(({ opened }) => opened.channel === channel).length
  return { value: all === 0 || contacts === 0 ? null : (cost.value! * time) / all / contacts, n: cost.n }
}

interface Employed {
  readonly from: number
  readonly to: number
  readonly voluntary: boolean | undefined
  readonly contractor: boolean
}

/** From a hiring to the next leaving; who is there already is not hired again. */
function employed(year: Year): readonly Employed[] {
  const all = of(year, "agent.hired", "agent.left")
  return all.flatMap((event) => {
    const own = all.filter(({ subject }) => subject === event.subject)
    const i = own.indexOf(event)
    if (event.kind !== "agent.hired" || own[i - 1]?.kind === "agent.hired") return []
    const left = own.slice(i).find(({ kind }) => kind === "agent.left")
    return [{ from: event.at, to: left?.at ?? Infinity, voluntary: left?.voluntary, contractor: event.contractor === true }]
  })
}

const there = (year: Year, contractor = false): readonly Employed[] =>
  employed(year).filter((one) => one.contractor === contractor && one.from < year.to && one.to >= year.from)
const leaving = (year: Year, list: readonly Employed[]) => list.filter(({ to }) => to >= year.from && to < year.to)

/** By the average headcount, weighted by time. */
function turnover(year: Year, gone: (one: Employed) => boolean, contractor = false): Expected {
  const all = there(year, contractor)
  const time = sum(all.map(({ from, to }) => Math.max(0, Math.min(to, year.to) - Math.max(from, year.from))))
  const left = leaving(year, all).filter(gone).length
  return { value: time === 0 ? null : left / (time / (year.to - year.from)), n: all.length }
}

const atStart = (year: Year, list: readonly Employed[]) => list.filter(({ from }) => from < year.from)
const atEnd = (year: Year, list: readonly Employed[]) => list.filter(({ to }) => to >= year.to)

/** Both counts are told, and of whom. */
function byStart(year: Year): Expected {
  const all = there(year)
  const [left, before] = [leaving(year, all), atStart(year, all)]
  return { value: before.length === 0 ? null : left.length / before.length, n: new Set([...left, ...before]).size }
}

const over = (year: Year, per: (list: readonly Employed[]) => number): Expected => {
  const all = there(year)
  return { value: per(all) === 0 ? null : leaving(year, all).length / per(all), n: all.length }
}

/** By channel. */
export const shared = { "cost_per_contact:allocated": allocated } as const

export const spending: Readonly<Record<string, (year: Year) => Expected>> = {
  cost_per_contact: (y) => by(costs(y, service), count(turnsIn(y).length), count(callsIn(y).length)),
  "cost_per_contact:cost": (y) => costs(y, service),
  "cost_per_contact:turns": (y) => count(turnsIn(y).length),
  "cost_per_contact:calls": (y) => count(callsIn(y).length),
  "cost_per_contact:call_time": callTime,
  "cost_per_contact:logged_time": (y) => loggedTime(begunIn(y)),
  cost_per_resolution: (y) => by(costs(y, service), solves(y, false)),
  "cost_per_resolution:cost": (y) => costs(y, service),
  "cost_per_resolution:solves": (y) => solves(y, false),
  "cost_per_resolution:human": (y) =>
    by(
      costs(y, (one) => service(one) && !bots(one)),
      solves(y, true),
    ),
  "cost_per_resolution:human_cost": (y) => costs(y, (one) => service(one) && !bots(one)),
  "cost_per_resolution:human_solves": (y) => solves(y, true),
  customer_acquisition_cost: (y) => by(costs(y, won), customers["customer_acquisition_cost:customers"]!(y)),
  "customer_acquisition_cost:cost": (y) => costs(y, won),
  "customer_acquisition_cost:paid": (y) => by(costs(y, won), customers["customer_acquisition_cost:paid_customers"]!(y)),
  "customer_acquisition_cost:earlier_cost": (y) => costs(y, won, 30 * DAY_US),
  "customer_acquisition_cost:lagged": (y) => by(costs(y, won, 30 * DAY_US), customers["customer_acquisition_cost:customers"]!(y)),
  "customer_acquisition_cost:clv_ratio": (y) =>
    by(customers["customer_lifetime_value"]!(y), by(costs(y, won), customers["customer_acquisition_cost:customers"]!(y))),
  "customer_acquisition_cost:payback": (y) => {
    const each = money["arpa"]!(y).value
    const cost = by(costs(y, won), customers["customer_acquisition_cost:customers"]!(y))
    return by(cost, { value: (each ?? 0) * 0.8, n: 0 })
  },
  "employee_turnover_rate:yearly": (y) => {
    const { value, n } = turnover(y, () => true)
    return { value: value === null ? null : (value * 12) / y.months, n }
  },
  "employee_turnover_rate:voluntary": (y) => turnover(y, ({ voluntary }) => voluntary === true),
  "employee_turnover_rate:involuntary": (y) => turnover(y, ({ voluntary }) => voluntary === false),
  "employee_turnover_rate:start": byStart,
  "employee_turnover_rate:ends": (y) => over(y, (list) => (atStart(y, list).length + atEnd(y, list).length) / 2),
  "employee_turnover_rate:distinct": (y) => over(y, (list) => list.length),
  "employee_turnover_rate:contractors": (y) => turnover(y, () => true, true),
}
