import { TEAMS, teamPlans } from "./company.ts"
import type { Said } from "./journal.ts"
import { us } from "./journal.ts"
import { DAY, HOUR } from "./local.ts"
import type { World } from "./world.ts"

const PAID_HOURS_A_MONTH = 168
const SIDE_COSTS = 1.22

/** Bookings for the month that just ended, on its last evening. */
export function bookCosts(w: World, firstDay: number, nextFirstDay: number): void {
  const from = w.year.home.at(firstDay, 0)
  const until = w.year.home.at(nextFirstDay, 0)
  const book = (category: string, amount: number, more: Said = {}) =>
    w.journal.write("finance", "cost.booked", `cost:${w.number("cost")}`, from + 12 * HOUR, {
      amount: Math.round(amount),
      category,
      currency: "EUR",
      until: us(until),
      ...more,
    })
  for (const team of TEAMS) {
    const people = w.floor.workers.filter(({ person }) => person.team === team)
    const months = people.reduce((sum, { person }) => sum + overlap(person.hiredDay, person.leftDay, firstDay, nextFirstDay), 0)
    book("wages", months * PAID_HOURS_A_MONTH * teamPlans[team].hourly * SIDE_COSTS, { team })
    book("facilities", months * 310, { team })
    book("training", months * 85, { team })
  }
  const size = w.scale * w.luck.between(0.95, 1.05)
  book("telecom", 3_900 * size, { channel: "phone" })
  book("technology", 6_400 * size)
  book("technology", 2_100 * size, { channel: "chat" })
  book("acquisition", 41_000 * size)
}

/** The share of the days in [from, to) on which somebody was there. */
function overlap(hired: number, left: number, from: number, to: number): number {
  return Math.max(0, Math.min(left, to) - Math.max(hired, from)) / ((to * DAY - from * DAY) / DAY)
}
