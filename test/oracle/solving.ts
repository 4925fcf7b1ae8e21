import { type Expected, share, tally } from "./estimates.ts"
import { type Asked, cohort, HOUR_MS, left, measured, ms, valid, within } from "./metrics.ts"
import { createdAt, fromAgent, fromCustomer, type Plain, reopensOf, solvedAt, solvesOf } from "./plain.ts"
import { agentTurns } from "./responses.ts"

const solvedIn = (asked: Asked) => valid(asked.all.filter((conversation) => within(solvedAt(conversation), asked)))
const firstSolveOf = (conversation: Plain) => solvesOf(conversation)[0]?.at ?? null
const firstSolvedIn = (asked: Asked) => asked.all.filter((conversation) => within(firstSolveOf(conversation), asked))

function firstResolution(asked: Asked): Expected {
  return measured(
    valid(cohort(asked)),
    (conversation) => {
      const first = firstSolveOf(conversation)
      return { done: first !== null, took: asked.clock(conversation, createdAt(conversation, asked.all), first ?? asked.asOf) }
    },
    left(cohort(asked)),
  )
}

/** From creation to the last solve, or to now, less the stretches in some statuses. */
function resolution(asked: Asked, list: readonly Plain[], without: readonly string[]): Expected {
  return measured(
    list,
    (conversation) => {
      const solved = solvedAt(conversation)
      const until = solved ?? asked.asOf
      const whole = asked.clock(conversation, createdAt(conversation, asked.all), until)
      const part = timeIn(asked, conversation, without, until)
      return { done: solved !== null, took: whole === null || part === null ? null : whole - part }
    },
    undefined,
  )
}

export function statusTime(asked: Asked, list: readonly Plain[], statuses: readonly string[]): Expected {
  return measured(
    list,
    (conversation) => {
      const solved = solvedAt(conversation)
      return { done: solved !== null, took: timeIn(asked, conversation, statuses, solved ?? asked.asOf) }
    },
    undefined,
  )
}

/** Milliseconds in these statuses until a moment; null where some of it is not known, or nothing of the whole. */
function timeIn(asked: Asked, conversation: Plain, statuses: readonly string[], until: number): number | null {
  const { own, opened } = conversation
  const changes = own.filter((event) => event.kind === "conversation.status_changed")
  const marks = [
    { at: opened.at, status: opened.status ?? "new" },
    ...changes.map(({ at, status }) => ({ at, status: String(status) })),
  ]
  if (asked.clock(conversation, createdAt(conversation, asked.all), until) === null) return null
  return marks.reduce((sum, { at, status }, i) => {
    if (!statuses.includes(status)) return sum
    return sum + asked.clock(conversation, at, marks[i + 1]?.at ?? until)!
  }, 0)
}

function assignment(asked: Asked): Expected {
  const list = valid(cohort(asked))
  const assignedAt = ({ own }: Plain) =>
    own.find((event) => event.kind === "conversation.assigned" && event.agent && event.agent_is !== "bot")?.at ?? null
  const never = list.filter((conversation) => assignedAt(conversation) === null && solvedAt(conversation) !== null)
  return measured(
    list.filter((conversation) => !never.includes(conversation)),
    (conversation) => {
      const at = assignedAt(conversation)
      return { done: at !== null, took: asked.clock(conversation, createdAt(conversation, asked.all), at ?? asked.asOf) }
    },
    { ...left(cohort(asked)), ...tally(never.map(() => "never_assigned")) },
  )
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

function reopenRateOfSolves(asked: Asked): Expected {
  const solves = valid(asked.all).flatMap((conversation) =>
    solvesOf(conversation).map(({ at }) => ({ at, reopened: reopensOf(conversation).find((reopen) => reopen.at > at)?.at })),
  )
  const inPeriod = solves.filter(({ at }) => within(at, asked))
  const mature = inPeriod.filter(({ at }) => at + WEEK_US <= asked.asOf)
  const soon = mature.filter(({ at, reopened }) => reopened !== undefined && reopened <= at + WEEK_US)
  return { ...share(soon.length, mature.length), pending: inPeriod.length - mature.length }
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
}
