import { chance } from "./chance.ts"
import { type Region, regionPlans, VISITS_A_YEAR } from "./company.ts"
import { HOUR, SECOND } from "./local.ts"
import { ARTICLES, SEARCHES } from "./names.ts"
import type { World } from "./world.ts"

const KNOWN = 0.45

/** Visits of the help centre: a search or two, an article, now and then a vote or the contact form. */
export function helpCentre(w: World, seed: number): { planDay(region: Region, day: number, rhythm: number): void } {
  const luck = chance(seed, "help")
  const visitors = Math.max(10, Math.round(40_000 * w.scale))
  return {
    planDay(region, day, rhythm) {
      const plan = regionPlans[region]
      const clock = w.year.teamClock[plan.team]
      for (let left = luck.poisson((VISITS_A_YEAR * w.scale * plan.share * rhythm) / 365); left > 0; left--) {
        const subject = `visit:${w.number("visit")}`
        let at = clock.at(day, Math.min(23.9, Math.max(0, 15 + luck.normal() * 4)) * HOUR)
        const customer = luck.happens(KNOWN) ? w.customers.pick(region, at) : undefined
        if (customer !== undefined) w.customers.introduce(customer, at)
        const who = customer === undefined ? { visitor: `v${luck.whole(1, visitors)}` } : { customer: w.customers.ref(customer) }
        if (luck.happens(0.5)) {
          const found = luck.happens(0.84)
          w.journal.write("help", "help.searched", subject, at, {
            ...who,
            query: luck.pick(SEARCHES),
            found,
            clicked: found && luck.happens(0.7),
          })
          at += luck.between(6, 40) * SECOND
          if (!found && luck.happens(0.5)) {
            w.journal.write("help", "help.form_opened", subject, at, who)
            continue
          }
        }
        const article = ARTICLES[Math.floor(ARTICLES.length * luck.next() ** 1.5)]!
        const seconds = Math.round(luck.around(55, 0.9))
        w.journal.write("help", "article.viewed", subject, at, { ...who, article, seconds })
        at += seconds * SECOND
        if (luck.happens(0.05))
          w.journal.write("help", "article.voted", subject, at, { ...who, article, helpful: luck.happens(0.68) })
        if (luck.happens(0.14)) w.journal.write("help", "help.form_opened", subject, at + SECOND, who)
      }
    },
  }
}
