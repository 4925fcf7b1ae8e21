import { duration, type Expected, share, tally } from "./estimates.ts"
import { type Asked, cohort, HOUR_MS, left, ms, valid, within } from "./metrics.ts"
import { createdAt, fromAgent, fromCustomer, isSolved, type Plain, reopensOf, solvedAt, solvesOf } from "./plain.ts"
import { agentTurns } from "./responses.ts"

/** Took, or has lasted so far; null where it is neither. */
type Measured = { readonly took: number } | { readonly running: number } | null

function measured(list: readonly Plain[], measure: (conversation: Plain) => Measured): Expected {
  const all = list.map(measure)
  return duration(
    all.flatMap((one) => (one && "took" in one ? [one.took] : [])),
    all.flatMap((one) => (one && "running" in one ? [one.running] : [])),
  )
}

const solvedIn = (asked: Asked) => valid(asked.all.filter((conversation) => within(solvedAt(conversation), asked)))
const firstSolveOf = (conversation: Plain) => solvesOf(conversation)[0]?.at ?? null
const firstSolvedIn = (asked: Asked) => asked.all.filter((conversation) => within(firstSolveOf(conversation), asked))

function firstResolution(asked: Asked): Expected {
  return {
    ...measured(valid(cohort(asked)), (conversation) => {
      const first = firstSolveOf(conversation)
      const created = createdAt(conversation, asked.all)
      return first === null ? { running: ms(created, asked.asOf) } : { took: ms(created, first) }
    }),
    excluded: left(cohort(asked)),
  }
}

/** From creation to the last solve, or to now, less the stretches in some statuses. */
function resolution(asked: Asked, list: readonly Plain[], without: readonly string[]): Expected {
  return measured(list, (conversation) => {
    const solved = solvedAt(conversation)
    const created = createdAt(conversation, asked.all)
    const rest = ms(created, solved ?? asked.asOf) - timeIn(conversation, without, solved ?? asked.asOf)
    return solved === null ? { running: rest } : { took: rest }
  })
}

function statusTime(asked: Asked, list: readonly Plain[], statuses: readonly string[]): Expected {
  return measured(list, (conversation) => {
    const solved = solvedAt(conversation)
    return solved === null
      ? { running: timeIn(conversation, statuses, asked.asOf) }
      : { took: timeIn(conversation, statuses, solved) }
  })
}

/** Milliseconds in these statuses until a moment. */
function timeIn({ own, opened }: Plain, statuses: readonly string[], until: number): number {
  const changes = own.filter((event) => event.kind === "conversation.status_changed")
  const marks = [
    { at: opened.at, status: opened.status ?? "new" },
    ...changes.map(({ at, status }) => ({ at, status: String(status) })),
  ]
  return marks.reduce((sum, { at, status }, i) => sum + (statuses.includes(status) ? ms(at, marks[i + 1]?.at ?? until) : 0), 0)
}

function assignment(asked: Asked): Expected {
  const list = valid(cohort(asked))
  const assignedAt = ({ own }: Plain) =>
    own.find((event) => event.kind === "conversation.assigned" && event.agent && event.agent_is !== "bot")?.at ?? null
  const never = list.filter((conversation) => assignedAt(conversation) === null && solvedAt(conversation) !== null)
  const rest = measured(list, (conversation) => {
    const at = assignedAt(conversation)
    const created = createdAt(conversation, asked.all)
    if (at !== null) return { took: ms(created, at) }
    return solvedAt(conversation) === null ? { running: ms(created, asked.asOf) } : null
  })
  return { ...rest, excluded: { ...left(cohort(asked)), ...tally(never.map(() => "never_assigned")) } }
}

function resolutionRate(asked: Asked): Expected {
  const list = valid(cohort(asked))
  return share(list.filter((conversation) => solvedAt(conversation) !== null).length, list.length)
}

function resolutionRateWithin(hours: number) {
  return (asked: Asked): Expected => {
    const age = (conversation: Plain) => ms(createdAt(conversation, asked.all), asked.asOf)
    const list = valid(cohort(asked))
    const mature = list.filter((conversation) => age(conversation) >= hours * HOUR_MS)
    const inTime = mature.filter((conversation) => {
      const solved = solvedAt(conversation)
      return solved !== null && ms(createdAt(conversation, asked.all), solved) <= hours * HOUR_MS
    })
    return { ...share(inTime.length, mature.length), pending: list.length - mature.length }
  }
}

function oneTouch(asked: Asked): Expected {
  const list = valid(firstSolvedIn(asked))
  const replies = ({ events }: Plain) => {
    const first = events.findIndex(fromCustomer)
    return first < 0 ? 0 : events.slice(first).filter(fromAgent).length
  }
  return {
    ...share(list.filter((conversation) => replies(conversation) === 1).length, list.length),
    excluded: left(firstSolvedIn(asked)),
  }
}

function repliesPerResolution(asked: Asked): Expected {
  const turns = solvedIn(asked).map(agentTurns)
  return { value: turns.length === 0 ? null : turns.reduce((sum, count) => sum + count, 0) / turns.length, n: turns.length }
}

const WEEK_US = 7 * 24 * HOUR_MS * 1000

function reopenRate(asked: Asked): Expected {
  const list = valid(firstSolvedIn(asked))
  const mature = list.filter((conversation) => firstSolveOf(conversation)! + WEEK_US <= asked.asOf)
  const reopened = mature.filter((conversation) =>
    reopensOf(conversation).some(({ at }) => at <= firstSolveOf(conversation)! + WEEK_US),
  )
  return { ...share(reopened.length, mature.length), pending: list.length - mature.length }
}

/** Steps into and out of the backlog count as they were taken, also those of what later proved to be spam, so that they add up to it. */
const moving = (asked: Asked) =>
  asked.all.filter(({ own }) => !own.some(({ test, backfill }) => test === true || backfill === true))

function reopenRateOfSolves(asked: Asked): Expected {
  const solves = moving(asked).flatMap((conversation) =>
    solvesOf(conversation).map(({ at }) => ({ at, reopened: reopensOf(conversation).find((reopen) => reopen.at > at)?.at })),
  )
  const inPeriod = solves.filter(({ at }) => within(at, asked))
  const mature = inPeriod.filter(({ at }) => at + WEEK_US <= asked.asOf)
  const soon = mature.filter(({ at, reopened }) => reopened !== undefined && reopened <= at + WEEK_US)
  return { ...share(soon.length, mature.length), pending: inPeriod.length - mature.length }
}

function clearance(asked: Asked): Expected {
  const solves = moving(asked)
    .flatMap(solvesOf)
    .filter(({ at }) => within(at, asked)).length
  const reopens = moving(asked)
    .flatMap(reopensOf)
    .filter(({ at }) => within(at, asked)).length
  const created = moving(asked).filter(({ opened }) => within(opened.at, asked)).length
  return { value: created + reopens === 0 ? null : solves / (created + reopens), n: solves + reopens + created }
}

/** Open at the end of the period, or of the data: created, not solved, not yet spam, deleted or merged away. */
function backlog(asked: Asked): Expected {
  if (asked.from > asked.asOf) return { value: null, n: 0 }
  const instant = Math.min(asked.to, asked.asOf + 1)
  const open = moving(asked).filter((conversation) => isOpenAt(conversation, instant))
  return { value: open.length, n: open.length }
}

function isOpenAt({ own, opened }: Plain, instant: number): boolean {
  if (opened.at >= instant) return false
  const marked = own.filter((event) => event.kind === "conversation.marked_spam")
  const leaving = [
    ...(marked.at(-1)?.linked === false ? [] : marked),
    ...own.filter(({ kind }) => kind === "conversation.deleted" || kind === "conversation.merged_into"),
  ]
  if (leaving.some(({ at }) => at < instant)) return false
  const status =
    own.findLast((event) => event.at < instant && event.kind === "conversation.status_changed")?.status ?? opened.status
  return !isSolved(status)
}

const WORK = ["new", "open"]
const WAIT = [...WORK, "on_hold"]

export const solving: Readonly<Record<string, (asked: Asked) => Expected>> = {
  first_resolution_time: firstResolution,
  resolution_time: (asked) => resolution(asked, solvedIn(asked), []),
  "resolution_time:net": (asked) => resolution(asked, solvedIn(asked), ["pending"]),
  "resolution_time:created": (asked) => resolution(asked, valid(cohort(asked)), []),
  requester_wait_time: (asked) => statusTime(asked, solvedIn(asked), WAIT),
  agent_wait_time: (asked) => statusTime(asked, solvedIn(asked), ["pending"]),
  on_hold_time: (asked) => statusTime(asked, solvedIn(asked), ["on_hold"]),
  agent_work_time: (asked) => statusTime(asked, solvedIn(asked), WORK),
  "requester_wait_time:created": (asked) => statusTime(asked, valid(cohort(asked)), WAIT),
  time_to_assignment: assignment,
  resolution_rate: resolutionRate,
  "resolution_rate:within(hours=72)": resolutionRateWithin(72),
  one_touch_rate: oneTouch,
  replies_per_resolution: repliesPerResolution,
  reopen_rate: reopenRate,
  "reopen_rate:solves": reopenRateOfSolves,
  clearance_ratio: clearance,
  backlog,
}
