import type { CanonicalEvent } from "../events/event.ts"
import { agenda } from "./agenda.ts"
import { chance } from "./chance.ts"
import { receiveChat } from "./chat.ts"
import { CUSTOMERS, REGIONS, TEAMS } from "./company.ts"
import { bookCosts } from "./costs.ts"
import { COUNTED_KINDS, countBefore } from "./counts.ts"
import { customers } from "./customers.ts"
import { demand } from "./demand.ts"
import { floor } from "./floor.ts"
import { helpCentre } from "./help.ts"
import { plantIncidents } from "./incidents.ts"
import { journal } from "./journal.ts"
import { HOUR, weekday } from "./local.ts"
import { receiveMail, workLikeMail } from "./mail.ts"
import { memberships } from "./memberships.ts"
import { planOutbound } from "./outbound.ts"
import { hirePeople } from "./people.ts"
import { receiveCall } from "./phone.ts"
import { roster } from "./shifts.ts"
import { shop } from "./shop.ts"
import { askAboutUs } from "./surveys.ts"
import { introducePeople, planShifts, tellPresence } from "./workforce.ts"
import type { World } from "./world.ts"
import type { Year } from "./year.ts"

/** A year of the company: the same seed, scale and year give the same events in the same order. */
export function* simulate(seed: number, scale: number, year: Year): Generator<CanonicalEvent[], void> {
  const w = world(seed, scale, year)
  const days = planner(w, seed)
  // A day of a large company comes in several lists, so that none of them is huge.
  const parts = Math.ceil(scale)
  introducePeople(w)
  days.begin()
  for (let day = year.firstDay; day <= year.lastDay; day++) {
    days.plan(day)
    const from = year.home.at(day, 0)
    const to = year.home.at(day + 1, 0)
    for (let part = 1; part <= parts; part++) {
      w.agenda.runUntil(from + Math.round(((to - from) * part) / parts))
      yield w.journal.take()
    }
  }
}

function world(seed: number, scale: number, year: Year): World {
  const incidents = plantIncidents(year)
  const notes = journal({ end: year.end, home: year.home, gap: incidents.gap, counted: COUNTED_KINDS })
  const plans = agenda(year.start)
  const numbers = new Map<string, number>()
  const w: World = {
    scale,
    year,
    incidents,
    journal: notes,
    agenda: plans,
    roster: roster(year, seed, incidents),
    floor: floor(
      hirePeople(year, scale, seed, incidents),
      plans,
      tellPresence(notes, year, () => plans.now),
    ),
    customers: customers(Math.max(200, Math.round(CUSTOMERS * scale)), year, seed, notes),
    luck: chance(seed, "contacts"),
    reading: chance(seed, "comments"),
    number(kind) {
      const next = (numbers.get(kind) ?? 1000) + 1
      numbers.set(kind, next)
      return next
    },
    contact: (contact) =>
      (contact.channel === "chat" ? receiveChat : contact.channel === "phone" ? receiveCall : receiveMail)(w, contact),
    work: (conversation) => workLikeMail(w, conversation),
  }
  return w
}

/** What is laid out at the start of each day, region by region in its own local time. */
function planner(w: World, seed: number): { begin(): void; plan(day: number): void } {
  const contacts = demand(w, seed)
  const orders = shop(w, seed)
  const members = memberships(w, seed)
  const help = helpCentre(w, seed)
  const { year } = w
  const months = Array.from({ length: 13 }, (_, month) => year.monthDay(month))
  return {
    begin: () => members.begin(),
    plan(day) {
      for (const team of TEAMS) planShifts(w, team, day)
      for (const region of REGIONS) {
        const rhythm = contacts.rhythm(day)
        contacts.plan(region, day)
        orders.planDay(region, day, rhythm)
        help.planDay(region, day, rhythm)
        if (weekday(day) % 6 !== 0) planOutbound(w, region, day)
      }
      members.planDay(day)
      countBefore(w, day)
      const month = months.indexOf(day)
      if (month >= 0) {
        members.bill()
        bookCosts(w, day, months[month + 1]!)
      }
      if (weekday(day) % 6 !== 0) w.agenda.plan(year.home.at(day, 10 * HOUR), () => askAboutUs(w))
    },
  }
}
