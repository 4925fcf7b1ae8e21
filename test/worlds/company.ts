import type { CalendarSettings } from "../../src/calendar/settings.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { callWorldOf } from "./calls.ts"
import { moneyWorldOf } from "./money.ts"
import { peopleWorldOf } from "./people.ts"
import { teamsOf } from "./teams.ts"
import { worldOf } from "./world.ts"
import { yearOf } from "./year.ts"

export interface Company {
  readonly calendars: CalendarSettings
  readonly events: readonly CanonicalEvent[]
}

/** All that happens in the other worlds, in one: each event once, and no two at one moment, as what counts first of those is for other worlds. */
export function companyOf(seed: number): Company {
  const { calendars, events: conversations } = worldOf(seed, 3)
  const worlds = [
    conversations,
    yearOf(seed),
    peopleWorldOf(seed),
    callWorldOf(seed, 2).events,
    moneyWorldOf(seed),
    teamsOf(seed),
  ]
  const byId = new Map(worlds.flatMap((world, i) => world.map((event) => [`${i}-${event.id}`, event] as const)))
  const taken = new Set<number>()
  const events = [...byId].map(([id, event]) => {
    let { at } = event
    while (taken.has(at)) at += 1000
    taken.add(at)
    return { ...event, id, at }
  })
  return { calendars, events }
}
