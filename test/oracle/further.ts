import { isOpenAt, moving, openIn } from "./backlog.ts"
import type { Computed, Oracle } from "./everything.ts"
import { duration, type Expected, median, share } from "./estimates.ts"
import { type Asked, cohort, HOUR_MS, measured, ms, oracle, valid, within } from "./metrics.ts"
import { createdAt, fromAgent, fromCustomer, isSolved, type Plain, reopensOf, solvedAt, solvesOf } from "./plain.ts"
import { firstReplyOf, waitsOf } from "./responses.ts"
import { statusTime } from "./solving.ts"

const instantOf = ({ to, asOf }: Asked): number => Math.min(to, asOf + 1)
const HOUR_US = HOUR_MS * 1000

function hourBefore(asked: Asked): Expected {
  if (asked.from > asked.asOf) return { value: null, n: 0 }
  const open = moving(asked).filter((conversation) => isOpenAt(conversation, instantOf(asked) - HOUR_US))
  return { value: open.length, n: open.length }
}

const ages = (asked: Asked, since: (conversation: Plain) => number): Expected => {
  const all = (openIn(asked) ?? []).map((conversation) => asked.clock(conversation, since(conversation), instantOf(asked)))
  return duration(
    all.flatMap((age) => age ?? []),
    [],
  )
}

const lastReopenBefore = (conversation: Plain, instant: number): number | undefined =>
  reopensOf(conversation).findLast(({ at }) => at < instant)?.at

function recentSolves(asked: Asked): Expected {
  if (asked.from > asked.asOf) return { value: null, n: 0 }
  const instant = instantOf(asked)
  const n = moving(asked)
    .flatMap(solvesOf)
    .filter(({ at }) => at < instant && at >= instant - 28 * 24 * HOUR_US).length
  return { value: n, n }
}

const replies = (asked: Asked, list: readonly Plain[]): readonly number[] =>
  list.flatMap((conversation) => {
    const reply = firstReplyOf(conversation)
    if (reply?.replied_at === null || reply === null) return []
    return asked.clock(conversation, reply.from_at, reply.replied_at) ?? []
  })

function replied(asked: Asked): Expected {
  return duration(
    replies(
      asked,
      valid(asked.all).filter((conversation) => within(firstReplyOf(conversation)?.replied_at ?? null, asked)),
    ),
    [],
  )
}

const completed = (asked: Asked): Expected => duration(replies(asked, valid(cohort(asked))), [])

const meanOf = (took: readonly number[]): Expected => ({
  value: took.length === 0 ? null : took.reduce((sum, one) => sum + one, 0) / took.length / 1000,
  n: took.length,
})

/** The turn of a wait is its number in the conversation. */
function waits(asked: Asked, from: number): readonly number[] {
  return valid(asked.all).flatMap((conversation) =>
    waitsOf(conversation)
      .slice(from)
      .filter(({ replied_at }) => within(replied_at, asked))
      .flatMap(({ from_at, replied_at }) => asked.clock(conversation, from_at, replied_at!) ?? []),
  )
}

const firstSolve = (conversation: Plain): number | null => solvesOf(conversation)[0]?.at ?? null
const firstSolvedIn = (asked: Asked) => valid(asked.all.filter((conversation) => within(firstSolve(conversation), asked)))

const untilFirstSolve = (asked: Asked, list: readonly Plain[]): Expected =>
  duration(
    list.flatMap(
      (conversation) => asked.clock(conversation, createdAt(conversation, asked.all), firstSolve(conversation)!) ?? [],
    ),
    [],
  )

const firstSolved = (list: readonly Plain[]) => list.filter((conversation) => firstSolve(conversation) !== null)

/** Wrote in public or was given it. */
const tookPart = ({ events, own }: Plain): boolean =>
  events.some(fromAgent) ||
  own.some(({ kind, agent, agent_is }) => kind === "conversation.assigned" && agent && agent_is !== "bot")

function byPeople(asked: Asked): Expected {
  return measured(
    valid(cohort(asked)).filter(tookPart),
    (conversation) => {
      const at = firstSolve(conversation)
      return { done: at !== null, took: asked.clock(conversation, createdAt(conversation, asked.all), at ?? asked.asOf) }
    },
    undefined,
  )
}

const solvedIn = (asked: Asked) => valid(asked.all.filter((conversation) => within(solvedAt(conversation), asked)))

function resolution(asked: Asked): Expected {
  const took = solvedIn(asked).flatMap(
    (conversation) => asked.clock(conversation, createdAt(conversation, asked.all), solvedAt(conversation)!) ?? [],
  )
  return duration(took, [])
}

function eachSolve(asked: Asked): Expected {
  const took = valid(asked.all).flatMap((conversation) =>
    solvesOf(conversation)
      .filter(({ at }) => within(at, asked))
      .map(({ at }) => ms(createdAt(conversation, asked.all), at)),
  )
  return meanOf(took)
}

/** Since the customer first wrote; our own opening message is none. */
const messages = ({ events }: Plain): readonly { readonly at: number }[] => {
  const first = events.findIndex(fromCustomer)
  return first < 0 ? [] : events.slice(first).filter(fromAgent)
}

/** Of those first solved in the period. */
const solvedWith =
  (is: (conversation: Plain) => boolean) =>
  (asked: Asked): Expected => {
    const list = firstSolvedIn(asked)
    return share(list.filter(is).length, list.length)
  }

function messagesPerResolution(asked: Asked): Expected {
  const counts = solvedIn(asked).map((conversation) => messages(conversation).length)
  return { value: counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0) / counts.length, n: counts.length }
}

/** Whether a person has it after each of its steps. A team alone takes it from the agent of another team. */
function assignedAfter({ own, opened }: Plain): readonly { readonly at: number; readonly free: boolean }[] {
  let [team, agent, solved] = [opened.team, undefined as string | undefined, isSolved(opened.status)]
  return own.map((event) => {
    const { at, kind } = event
    if (kind === "conversation.status_changed") solved = isSolved(event.status)
    if (kind === "conversation.assigned") {
      const elsewhere = event.team === undefined || event.team !== team
      if (event.agent !== undefined) agent = event.agent_is === "bot" ? undefined : event.agent
      else if (elsewhere) agent = undefined
    }
    if (kind !== "message.sent") team = event.team ?? team
    return { at, free: agent === undefined && !solved }
  })
}

/** All the time in which nobody had it and it was not solved. */
function unassigned(asked: Asked): Expected {
  return measured(
    valid(cohort(asked)),
    (conversation) => {
      const steps = assignedAfter(conversation)
      const marks = [{ at: createdAt(conversation, asked.all), free: true }, ...steps]
      const parts = marks.map(({ at, free }, i) => (free ? asked.clock(conversation, at, marks[i + 1]?.at ?? asked.asOf)! : 0))
      return { done: !marks.at(-1)!.free, took: parts.reduce((sum, part) => sum + part, 0) }
    },
    undefined,
  )
}

const medianOf = (took: readonly number[]): Expected => {
  const value = median(took)
  return { value: value === null ? null : value / 1000, n: took.length }
}

const everywhere: Oracle = {
  "backlog:hour_before": hourBefore,
  backlog_age: (asked) => ages(asked, (conversation) => createdAt(conversation, asked.all)),
  "backlog_age:since_reopen": (asked) =>
    ages(asked, (conversation) => lastReopenBefore(conversation, instantOf(asked)) ?? createdAt(conversation, asked.all)),
  recent_solves: recentSolves,
  "first_response_time:replied": replied,
  "first_response_time:completed": completed,
  "first_response_time:mean": (asked) => meanOf(replies(asked, valid(cohort(asked)))),
  "average_response_time:exclude_first": (asked) => meanOf(waits(asked, 1)),
  "first_resolution_time:solved": (asked) => untilFirstSolve(asked, firstSolvedIn(asked)),
  "first_resolution_time:completed": (asked) => untilFirstSolve(asked, firstSolved(valid(cohort(asked)))),
  "first_resolution_time:people": byPeople,
  "time_to_assignment:unassigned": unassigned,
  "resolution_time:each_solve": eachSolve,
  "agent_wait_time:created": (asked) => statusTime(asked, valid(cohort(asked)), ["pending"]),
  "on_hold_time:created": (asked) => statusTime(asked, valid(cohort(asked)), ["on_hold"]),
  "agent_work_time:created": (asked) => statusTime(asked, valid(cohort(asked)), ["new", "open"]),
  "one_touch_rate:at_first_solve": solvedWith((one) => messages(one).filter(({ at }) => at <= firstSolve(one)!).length === 1),
  "one_touch_rate:at_most_one": solvedWith((one) => messages(one).length <= 1),
  "replies_per_resolution:messages": messagesPerResolution,
  "reopen_rate:ever": solvedWith((one) => reopensOf(one).length > 0),
}

/** On the clock of open hours. */
const inOpenHours: Oracle = {
  "backlog_age:business": everywhere["backlog_age"]!,
  // Whether somebody answered has no hours; only the window of `within` has.
  "response_rate:business": oracle["response_rate"]!,
}

/** In open hours, and where there are none on the wall. */
const inOfficeHours: Oracle = {
  "first_response_time:office_hours": completed,
  "average_response_time:office_hours": (asked) => medianOf(waits(asked, 0)),
  "first_resolution_time:office_hours": (asked) => untilFirstSolve(asked, firstSolved(valid(cohort(asked)))),
  "resolution_time:office_hours": resolution,
}

/** Other ways to count what the usual ones count. */
export const further: Computed = { everywhere, inOpenHours, inOfficeHours }
