import { chance, type Chance } from "./chance.ts"
import { TEAMS, type TeamId, teamPlans } from "./company.ts"
import type { Incidents } from "./incidents.ts"
import { FAMILY, GIVEN } from "./names.ts"
import type { Year } from "./year.ts"

/** A person of the support: who, from when to when, how good. What they do right now is the floor's matter. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly team: TeamId
  readonly number: number
  readonly contractor: boolean
  readonly hiredDay: number
  readonly leftDay: number
  readonly voluntary: boolean
  /** Beside an average one; below 1 is quicker. */
  readonly pace: number
  /** What their manner does to the mood. */
  readonly manner: number
  /** First days of their five weeks of holiday. */
  readonly holidays: readonly number[]
}

const NEVER = Number.MAX_SAFE_INTEGER

interface Job {
  readonly team: TeamId
  readonly hiredDay: number
  readonly leftDay: number
  readonly voluntary?: boolean
  readonly contractor?: boolean
}

/** Everybody who works there at some time of the year. */
export function hirePeople(year: Year, scale: number, seed: number, incidents: Incidents): readonly Person[] {
  const luck = chance(seed, "people")
  const jobs = TEAMS.flatMap((team) => [...permanent(team, year, scale, luck, incidents), ...seasonal(team, year, scale, luck)])
  return jobs.map((job, number) => person(job, number, year, luck))
}

function permanent(team: TeamId, year: Year, scale: number, luck: Chance, { leaving }: Incidents): Job[] {
  const count = Math.max(2, Math.ceil(teamPlans[team].people * scale))
  const jobs: Job[] = Array.from({ length: count }, () => ({
    team,
    hiredDay: year.firstDay - luck.whole(40, 1600),
    leftDay: NEVER,
  }))
  const quit = (index: number, leftDay: number, voluntary: boolean) => {
    const job = jobs[index]
    if (job) jobs[index] = { ...job, leftDay, voluntary }
  }
  // Now and then somebody leaves, and somebody follows a few weeks later.
  for (let i = 0; i < count; i += 9) {
    const leftDay = luck.whole(year.monthDay(1), year.monthDay(11))
    quit(i, leftDay, luck.happens(0.7))
    jobs.push({ team, hiredDay: leftDay + luck.whole(5, 30), leftDay: NEVER })
  }
  const grown = Math.round(count * 0.1)
  for (let i = 0; i < grown; i++) jobs.push({ team, hiredDay: luck.whole(year.monthDay(4), year.monthDay(10)), leftDay: NEVER })
  if (team !== leaving.team || count < 3) return jobs
  const losses = Math.max(1, Math.round(scale * leaving.days.length))
  for (let i = 0; i < losses; i++) {
    quit(1 + i + Math.floor(i / 8), leaving.days[i % leaving.days.length]!, true)
    jobs.push({ team, hiredDay: leaving.replacedOn[i % leaving.days.length]!, leftDay: NEVER })
  }
  return jobs
}

/** Help for the gift season. */
function seasonal(team: TeamId, year: Year, scale: number, luck: Chance): Job[] {
  if (team === "specialists") return []
  const count = Math.round(teamPlans[team].people * scale * 0.3)
  return Array.from({ length: count }, () => ({
    team,
    hiredDay: year.monthDay(0) + luck.whole(1, 12),
    leftDay: year.monthDay(2) + luck.whole(6, 20),
    voluntary: false,
    contractor: true,
  }))
}

function person(job: Job, number: number, year: Year, luck: Chance): Person {
  const given = GIVEN[(number * 7) % GIVEN.length]!
  const family = FAMILY[(number * 11 + Math.floor(number / GIVEN.length)) % FAMILY.length]!
  const again = Math.floor(number / (GIVEN.length * FAMILY.length))
  const newcomer = job.hiredDay > year.firstDay
  return {
    id: `${given}.${family}`.toLowerCase() + (again > 0 ? again + 1 : ""),
    name: `${given} ${family}`,
    team: job.team,
    number,
    contractor: job.contractor ?? false,
    hiredDay: job.hiredDay,
    leftDay: job.leftDay,
    voluntary: job.voluntary ?? false,
    pace: luck.around(newcomer ? 1.1 : 0.97, 0.14),
    manner: luck.normal() * 0.28,
    holidays: Array.from({ length: 5 }, (_, i) => holidayWeek(year, i, luck)),
  }
}

/** One week in each of five stretches of the year, none before Christmas. */
function holidayWeek(year: Year, index: number, luck: Chance): number {
  const monday = year.monthDay(2) + luck.whole(0, 7) * 7 + index * 60
  return monday - ((monday + 3) % 7)
}
