import type { CanonicalEvent } from "../../src/events/event.ts"
import { begunIn, valid, type Year } from "./customers.ts"
import { type Expected, share } from "./estimates.ts"
import { of, within } from "./money.ts"
import { firstCustomerAt, isOutbound } from "./plain.ts"

/** A visit of the help centre with everything done in it. */
interface Visit {
  readonly at: number
  readonly customer: string | undefined
  readonly visitor: string | undefined
  readonly steps: readonly CanonicalEvent[]
}

const KINDS = ["article.viewed", "article.voted", "help.searched", "help.form_opened"]
const HOUR_US = 3_600_000_000

/** Bots and our own people seek no help. */
function visits(year: Year): readonly Visit[] {
  const all = of(year, ...KINDS)
  return [...new Set(all.map(({ subject }) => subject))]
    .map((subject) => all.filter((event) => event.subject === subject))
    .filter((steps) => !steps.some(({ author }) => author === "bot" || author === "agent"))
    .map((steps) => ({
      at: steps[0]!.at,
      customer: steps.find(({ customer }) => customer !== undefined)?.customer,
      visitor: steps.find(({ visitor }) => visitor !== undefined)?.visitor,
      steps,
    }))
}

const begun = (year: Year) => visits(year).filter(within(year))
const steps = (year: Year, kind: string) =>
  visits(year)
    .flatMap((visit) => visit.steps)
    .filter((event) => event.kind === kind && within(year)(event))

/** When a customer turned to us: with a conversation, or with a call. */
function turned(year: Year, customer: string): readonly number[] {
  const wrote = valid(year)
    .filter(({ opened }) => opened.customer === customer)
    .flatMap((one) => (isOutbound(one) ? firstCustomerAt(one) : one.opened.at) ?? [])
  const called = of(year, "call.started").filter((event) => event.customer === customer && event.direction === "inbound")
  // Who hung up in the menu turned to us too.
  const offered = called.map(
    ({ subject, at }) =>
      of(year, "call.segment").find((event) => event.subject === subject && event.segment === "queue")?.at ?? at,
  )
  return [...wrote, ...offered]
}

const seeks = ({ steps: done }: Visit): boolean =>
  done.some(({ kind, seconds }) => kind.startsWith("help.") || (kind === "article.viewed" && (seconds ?? 0) >= 30))

/** Visits that looked for something, by a customer we know, and whether the customer did not turn to us within a day. */
function linked(year: Year): readonly { readonly at: number; readonly alone: boolean }[] {
  return begun(year)
    .filter((visit) => seeks(visit) && visit.customer !== undefined)
    .map(({ at, customer }) => ({
      at,
      alone: !turned(year, customer!).some((moment) => moment >= at && moment <= at + 24 * HOUR_US),
    }))
}

const ripe =
  ({ asOf }: Year) =>
  ({ at }: { readonly at: number }) =>
    at + 24 * HOUR_US <= asOf

function withoutContact(year: Year): Expected {
  const alone = linked(year).filter((visit) => visit.alone)
  const n = alone.filter(ripe(year)).length
  return { value: n, n, pending: alone.length - n }
}

const distinct = (names: readonly string[]): Expected => ({ value: new Set(names).size, n: names.length })
const visitors = (year: Year): Expected => distinct(begun(year).flatMap(({ customer, visitor }) => customer ?? visitor ?? []))
const submitters = (year: Year): Expected => distinct(begunIn(year).flatMap(({ opened }) => opened.customer ?? []))
const by = (upper: Expected, per: Expected): Expected => ({ ...upper, value: !per.value ? null : upper.value! / per.value })
const count = (n: number): Expected => ({ value: n, n })

export const help: Readonly<Record<string, (year: Year) => Expected>> = {
  self_service_score: (y) => by(visitors(y), submitters(y)),
  "self_service_score:sessions": (y) => by(count(begun(y).length), submitters(y)),
  "self_service_score:visitors": visitors,
  "self_service_score:visits": (y) => count(begun(y).length),
  "self_service_score:submitters": submitters,
  ticket_deflection_rate: (y) => {
    const all = linked(y)
    const over = all.filter(ripe(y))
    return { ...share(over.filter(({ alone }) => alone).length, over.length), pending: all.length - over.length }
  },
  "ticket_deflection_rate:without_contact": withoutContact,
  "ticket_deflection_rate:conversations": (y) => count(begunIn(y).length),
  "ticket_deflection_rate:resolutions": (y) => {
    const alone = withoutContact(y)
    return by(alone, count(alone.n + begunIn(y).length))
  },
  "search_success:found": (y) => {
    const all = steps(y, "help.searched")
    return share(all.filter(({ found }) => found === true).length, all.length)
  },
  article_helpfulness: (y) => {
    const all = steps(y, "article.voted")
    return share(all.filter(({ helpful }) => helpful === true).length, all.length)
  },
}
