import type { Call, Stage } from "../worlds/calls.ts"
import { duration, type Expected, share } from "./estimates.ts"

/** The calls of a floor as they truly went, a period, and until when they are known. */
export interface Line {
  readonly calls: readonly Call[]
  readonly from: number
  readonly to: number
  readonly now: number
}

type Outcome = NonNullable<Call["left"]>["how"] | "answered" | "waiting"

/** A call that reached a queue, as far as it has gone. Durations are seconds. */
interface Offered {
  readonly call: Call
  readonly at: number
  readonly outcome: Outcome
  readonly answeredAt: number | null
  /** In all queues together, ringing included; null while the caller waits, and how long so far. */
  readonly wait: number | null
  readonly soFar: number
}

const seconds = (from: number, to: number): number => (to - from) / 1e6
const within = (at: number | null, { from, to }: Line): boolean => at !== null && at >= from && at < to
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const mean = (values: readonly number[]): Expected => ({
  value: values.length === 0 ? null : sum(values) / values.length,
  n: values.length,
})

const answeredAt = ({ talk }: Stage): number | null => talk?.parts[0]!.from ?? null

function waitOf(call: Call, stage: Stage, now: number): { readonly over: boolean; readonly waited: number } {
  const end = answeredAt(stage) ?? call.left!.at
  return { over: end <= now, waited: seconds(stage.from, Math.min(end, now)) }
}

/** Nobody offers a queue a call of ours. */
function offered(line: Line): readonly Offered[] {
  const { now } = line
  return line.calls
    .filter(({ inbound, test, stages }) => inbound && !test && stages.length > 0 && stages[0]!.from <= now)
    .map((call) => {
      const begun = call.stages.filter(({ from }) => from <= now)
      const waits = begun.map((stage) => waitOf(call, stage, now))
      const answers = begun.flatMap((stage) => answeredAt(stage) ?? []).filter((at) => at <= now)
      const left = call.left && call.left.at <= now ? call.left.how : "waiting"
      const soFar = sum(waits.map(({ waited }) => waited))
      return {
        call,
        at: call.stages[0]!.from,
        outcome: answers.length > 0 ? "answered" : left,
        answeredAt: answers[0] ?? null,
        wait: waits.every(({ over }) => over) ? soFar : null,
        soFar,
      }
    })
}

const inPeriod = (line: Line) => offered(line).filter(({ at }) => within(at, line))

const are =
  (...outcomes: readonly Outcome[]) =>
  (call: Offered) =>
    outcomes.includes(call.outcome)
const waits = (calls: readonly Offered[]): readonly number[] => calls.flatMap(({ wait }) => wait ?? [])

const WITHIN_S = 20
const SHORT_S = 5
const soon = ({ wait }: Offered) => wait !== null && wait <= WITHIN_S
const short = (call: Offered) => call.outcome === "abandoned" && call.wait! <= SHORT_S

interface Level {
  /** Which calls the formula is about, beside those that wait. */
  readonly of: (call: Offered) => boolean
  readonly good: (call: Offered) => boolean
}

/** Who already waits too long is a miss; who waits less is pending, and so is who was answered and waits again. */
function serviceLevel({ of, good }: Level, waiting = are("waiting")) {
  return (line: Line): Expected => {
    const all = inPeriod(line).filter((call) => waiting(call) || of(call))
    const decided = all.filter((call) => call.wait !== null || (waiting(call) && call.soFar > WITHIN_S))
    return { ...share(decided.filter(good).length, decided.length), pending: all.length - decided.length }
  }
}

const inTime = (call: Offered): boolean => call.outcome === "answered" && soon(call)
const answered = are("answered")
const decidedByCaller = are("answered", "abandoned")

/** Of all offered calls that no longer wait. */
function outcome(is: (call: Offered) => boolean, leaves: (call: Offered) => boolean = () => false) {
  return (line: Line): Expected => {
    const all = inPeriod(line).filter((call) => !leaves(call))
    const over = all.filter(({ outcome: how }) => how !== "waiting")
    return { ...share(over.filter(is).length, over.length), pending: all.length - over.length }
  }
}

/** The rings of a stage that had begun; those that still ring were presented, and are not missed yet. */
function rings(line: Line): Expected {
  const calls = inPeriod(line).map(({ call }) =>
    call.stages.flatMap((stage) => stage.rings).filter(({ from }) => from <= line.now),
  )
  const all = calls.flat()
  const missed = all.filter(({ taken, to }) => !taken && to <= line.now)
  return { value: all.length === 0 ? null : missed.length / all.length, n: calls.filter((one) => one.length > 0).length }
}

/** By product over each abandonment: a call that was answered would have waited longer. */
function patience(line: Line): Expected {
  const all = inPeriod(line).filter(decidedByCaller)
  const [gone, stayed] = [all.filter(are("abandoned")), all.filter(answered)].map(waits) as [number[], number[]]
  return duration(
    gone.map((wait) => wait * 1000),
    stayed.map((wait) => wait * 1000),
  )
}

/** A part of a call with one person, once it is over. */
interface Handled {
  readonly endedAt: number
  readonly talk: number
  readonly hold: number
  readonly wrap: number
}

type Parts = NonNullable<Stage["talk"]>["parts"]

function handledOf(parts: Parts): Handled {
  const time = (segment: string): number =>
    sum(parts.filter((part) => part.segment === segment).map(({ from, to }) => seconds(from, to)))
  return { endedAt: Math.max(...parts.map(({ to }) => to)), talk: time("talk"), hold: time("hold"), wrap: time("wrap") }
}

/** Calls of ours are work too. */
const valid = ({ calls }: Line) => calls.filter(({ test }) => !test)
const over = (line: Line) => (handled: Handled) => handled.endedAt <= line.now && within(handled.endedAt, line)

/** Who will write something down after the call does not say so before. */
const begun = (line: Line, { talk }: Stage): Parts => talk?.parts.filter(({ from }) => from <= line.now) ?? []

const legs = (line: Line): readonly Handled[] =>
  valid(line)
    .flatMap(({ stages }) => stages.map((stage) => begun(line, stage)))
    .filter((parts) => parts.length > 0)
    .map(handledOf)
    .filter(over(line))

/** By call: over when nobody works on any part of it. */
const contacts = (line: Line): readonly Handled[] =>
  valid(line)
    .map(({ stages, endedAt }) => ({ parts: stages.flatMap((stage) => begun(line, stage)), endedAt }))
    .filter(({ parts }) => parts.length > 0)
    .map(({ parts, endedAt }) => ({ ...handledOf(parts), endedAt: Math.max(endedAt, handledOf(parts).endedAt) }))
    .filter(over(line))

const work = ({ talk, hold, wrap }: Handled): number => talk + hold + wrap

/** Where the source numbers the parts of a call, each queue is one; else a queue after a queue is the same wait. */
function legWaits(line: Line): Expected {
  const all = line.calls
    .filter(({ inbound, test }) => inbound && !test)
    .flatMap(({ stages, numbered }) =>
      stages.flatMap((stage) => {
        const from = numbered ? (stage.queues.at(-1)?.from ?? stage.from) : stage.from
        const until = answeredAt(stage)
        return until !== null && until <= line.now && within(from, line) ? [seconds(from, until)] : []
      }),
    )
  return mean(all)
}

/** The second computations, by metric. */
export const calls: Readonly<Record<string, (line: Line) => Expected>> = {
  average_speed_of_answer: (line) => mean(waits(inPeriod(line).filter(answered))),
  "average_speed_of_answer:answered": (line) =>
    mean(waits(offered(line).filter((call) => within(call.answeredAt, line) && answered(call)))),
  "average_speed_of_answer:legs": legWaits,
  time_to_abandon: (line) => mean(waits(inPeriod(line).filter(are("abandoned")))),
  "time_to_abandon:patience": patience,
  service_level: serviceLevel({ of: (call) => decidedByCaller(call) && !short(call), good: inTime }),
  "service_level:answered_only": serviceLevel({ of: answered, good: inTime }, () => false),
  "service_level:abandons_negative": serviceLevel({ of: decidedByCaller, good: inTime }),
  "service_level:abandons_ignored": serviceLevel({
    of: (call) => decidedByCaller(call) && !(call.outcome === "abandoned" && soon(call)),
    good: inTime,
  }),
  "service_level:abandons_positive": serviceLevel({ of: decidedByCaller, good: soon }),
  "service_level:removed_in_time": serviceLevel({ of: () => true, good: soon }),
  "service_level:with_flowouts": serviceLevel({
    of: (call) => are("answered", "abandoned", "flowed_out")(call) && !short(call),
    good: inTime,
  }),
  abandonment_rate: outcome(are("abandoned"), short),
  "abandonment_rate:raw": outcome(are("abandoned")),
  answered_call_rate: outcome(answered),
  missed_call_rate: outcome((call) => !answered(call)),
  agent_missed_rate: rings,
  average_handle_time: (line) => mean(legs(line).map(work)),
  "average_handle_time:contact": (line) => mean(contacts(line).map(work)),
  after_call_work: (line) => mean(legs(line).map(({ wrap }) => wrap)),
  "after_call_work:with_some": (line) => mean(legs(line).flatMap(({ wrap }) => (wrap > 0 ? [wrap] : []))),
  average_hold_time: (line) => mean(contacts(line).map(({ hold }) => hold)),
  "required_agents:offered": (line) => ({ value: inPeriod(line).length, n: inPeriod(line).length }),
  "required_agents:handle_time": (line) =>
    mean(contacts({ ...line, calls: line.calls.filter(({ inbound }) => inbound) }).map(work)),
  "average_hold_time:held": (line) => mean(contacts(line).flatMap(({ hold }) => (hold > 0 ? [hold] : []))),
}
