import type { Question } from "../src/query/question.ts"
import type { Warehouse } from "../src/warehouse/warehouse.ts"

/**
 * The dashboards of dashboard.ts as a good analyst would write it by hand over the same facts: one statement for each table and moment it
 * counts by, everything in one scan, all totals by grouping sets. It says n, numerator, mean, median and 90th percentile; unlike an
 * answer it has no intervals, no reasons for what is left out, and no Kaplan–Meier where many are unfinished.
 */
export interface Fused {
  /** Half-open, in microseconds: the period and the one before. */
  readonly now: readonly [from: number, to: number]
  readonly before: readonly [from: number, to: number]
  readonly knownUntil: number
  /** Summer time: the moments it begins and ends within both periods. */
  readonly summers: readonly (readonly [from: number, to: number])[]
  /** What is asked for; nothing else is computed. */
  readonly cards: ReadonlySet<string>
  /** Whether by channel too. */
  readonly byChannel: boolean
}

/** The columns of one card. */
interface Columns {
  readonly card: string
  readonly text: string
}

const WEEK_US = 604_800_000_000
/** Monday, 1970-01-05, local. */
const FIRST_MONDAY_US = 345_600_000_000
const HOUR_US = 3_600_000_000
export const MATURE_MS = 604_800_000

export function fusedStatements(f: Fused): readonly string[] {
  const all = [created, solved, firstSolved, moved, standing, waited, rated, called, paying, ordered]
  return all.map((one) => one(f)).filter((sql) => sql !== undefined)
}

/** The number of the local week, and 1 for the period before. */
export const placed = (at: string, { now, before, summers }: Fused): string => {
  const summer = summers.map(([from, to]) => `${at} >= ${from} AND ${at} < ${to}`).join(" OR ") || "false"
  return `(${at} + CASE WHEN ${summer} THEN ${2 * HOUR_US} ELSE ${HOUR_US} END - ${FIRST_MONDAY_US}) // ${WEEK_US} AS week,
    CASE WHEN ${at} >= ${now[0]} AND ${at} < ${now[1]} THEN 0 WHEN ${at} >= ${before[0]} AND ${at} < ${before[1]} THEN 1 END AS before`
}

const BY_CHANNEL = {
  keys: "before, week, channel, grouping(channel) AS all_channels, grouping(week) AS all_weeks",
  sets: "GROUP BY GROUPING SETS ((before, week, channel), (before, channel), (before, week), (before))",
}
export const WHOLE = {
  keys: "before, week, NULL AS channel, 1 AS all_channels, grouping(week) AS all_weeks",
  sets: "GROUP BY GROUPING SETS ((before, week), (before))",
}

const duration = (card: string, ms: string, among?: string): Columns => {
  const value = among ? `CASE WHEN ${among} THEN ${ms} END` : ms
  return {
    card,
    text: `count(${value}) AS "${card}/n", avg(${value}) / 1000 AS "${card}/mean",
  quantile_cont(${value}, [0.5, 0.9]) AS "${card}/quantiles"`,
  }
}
const share = (card: string, of: string, among?: string): Columns => ({
  card,
  text: `count(*)${among ? ` FILTER (WHERE ${among})` : ""} AS "${card}/n", count(*) FILTER (WHERE ${among ? `${among} AND ` : ""}${of}) AS "${card}/numerator"`,
})
const count = (card: string): Columns => ({ card, text: `count(*) AS "${card}/n"` })

function statement(from: string, at: string, where: string, columns: readonly Columns[], f: Fused): string | undefined {
  const { keys, sets } = f.byChannel ? BY_CHANNEL : WHOLE
  const wanted = columns.filter(({ card }) => f.cards.has(card)).map(({ text }) => text)
  if (wanted.length === 0) return undefined
  return `WITH rows AS (SELECT *, ${placed(at, f)} FROM ${from} WHERE excluded IS NULL AND ${where})
SELECT ${keys}, ${wanted.join(",\n  ")}
FROM rows WHERE before IS NOT NULL ${sets}`
}

function created(f: Fused): string | undefined {
  const replied = "CASE WHEN first_reply_from_at IS NOT NULL THEN"
  const columns = [
    count("ticket_volume"),
    duration("first_response_time", `${replied} first_reply_ms END`),
    duration("first_response_time:business", `${replied} first_reply_business_ms END`),
    duration("first_response_time:since_handoff", `${replied} first_reply_since_handoff_ms END`),
    share("response_rate", "first_reply_at IS NOT NULL", "first_reply_from_at IS NOT NULL"),
    duration("first_resolution_time", "first_solve_ms"),
    share("resolution_rate", "solved_at IS NOT NULL"),
    duration("time_to_assignment", "assignment_ms"),
    share("escalation_rate", "escalations > 0", "(first_tier > 1) IS NOT TRUE"),
  ]
  return statement("facts.conversations", "counted_at", "counted_at IS NOT NULL", columns, f)
}

function solved(f: Fused): string | undefined {
  const columns = [
    duration("resolution_time", "resolution_ms"),
    duration("resolution_time:business", "resolution_business_ms"),
    duration("resolution_time:net", "resolution_ms - pending_ms"),
    {
      card: "replies_per_resolution",
      text: `count(replies) AS "replies_per_resolution/n", avg(replies) AS "replies_per_resolution/mean"`,
    },
  ]
  return statement("facts.conversations", "solved_at", "solved_at IS NOT NULL", columns, f)
}

function firstSolved(f: Fused): string | undefined {
  const mature = `first_solved_at + ${MATURE_MS}000 <= ${f.knownUntil}`
  const columns = [
    share("one_touch_rate", "reply_messages = 1"),
    share("reopen_rate", `first_reopened_at - first_solved_at <= ${MATURE_MS}000`, mature),
  ]
  return statement("facts.conversations", "first_solved_at", "first_solved_at IS NOT NULL", columns, f)
}

export const word = (text: string): string => `(SELECT code FROM words WHERE word = '${text}')`

function moved(f: Fused): string | undefined {
  const came = `movement IN (${word("created")}, ${word("reopened")})`
  const text = `count(*) FILTER (WHERE movement = ${word("solved")}) AS "clearance_ratio/numerator",
  count(*) FILTER (WHERE ${came}) AS "clearance_ratio/denominator"`
  const columns = [{ card: "clearance_ratio", text }]
  return statement("facts.movements", `"at"`, "true", columns, f)
}

/** The open ones at the end of each week. The totals of a period are those of its last week. */
function standing(f: Fused): string | undefined {
  if (!f.cards.has("backlog")) return undefined
  return `WITH ${ends(f)}
SELECT before, week, channel, grouping(channel) AS all_channels, 0 AS all_weeks, count(*) AS "backlog/n",
  count(*) AS "aged_backlog_share/n", count(*) FILTER (WHERE moment - opened_at > ${24 * HOUR_US}) AS "aged_backlog_share/numerator"
FROM facts.spans JOIN ends ON from_at < moment AND (to_at IS NULL OR to_at >= moment)
WHERE excluded IS NULL AND span = ${word("unsolved")}
GROUP BY GROUPING SETS ((before, week, channel), (before, week))`
}

/** What comes in each month at the end of each week, by customer. */
function paying(f: Fused): string | undefined {
  if (!f.cards.has("mrr")) return undefined
  return `WITH ${ends(f)}
SELECT before, week, NULL AS channel, 1 AS all_channels, 0 AS all_weeks, count(*) AS "mrr/n", sum(mrr) / 10000 AS "mrr/value"
FROM facts.revenue JOIN ends ON from_at < moment AND (to_at IS NULL OR to_at >= moment)
WHERE excluded IS NULL AND mrr > 0 GROUP BY before, week`
}

function ends(f: Fused): string {
  const all = [...endsOf(f.now, f, 0), ...endsOf(f.before, f, 1)]
  return `ends(before, week, moment) AS (VALUES ${all.map(({ before, week, end }) => `(${before}, ${week}, ${end})`).join(", ")})`
}

function endsOf([from, to]: Fused["now"], { summers }: Fused, before: number): { before: number; week: number; end: number }[] {
  const offset = (at: number) => (summers.some(([begin, end]) => at >= begin && at < end) ? 2 * HOUR_US : HOUR_US)
  const week = (at: number) => Math.floor((at + offset(at) - FIRST_MONDAY_US) / WEEK_US)
  const ends: { before: number; week: number; end: number }[] = []
  for (let number = week(from); number <= week(to - 1); number++) {
    const wall = FIRST_MONDAY_US + (number + 1) * WEEK_US
    ends.push({ before, week: number, end: Math.min(to, wall - offset(wall - HOUR_US)) })
  }
  return ends
}

function waited(f: Fused): string | undefined {
  return statement("facts.waits", "replied_at", "replied_at IS NOT NULL", [duration("average_response_time", "wait_ms")], f)
}

function rated(f: Fused): string | undefined {
  const counts = `survey = ${word("csat")} AND invalid IS NULL AND score IS NOT NULL`
  return statement("facts.ratings", "answered_at", counts, [share("csat", "score >= scale_max - 1")], f)
}

function called(f: Fused): string | undefined {
  const [answered, abandoned] = [`outcome = ${word("answered")}`, `outcome = ${word("abandoned")}`]
  const [over, short] = [`outcome <> ${word("waiting")}`, `(${abandoned} AND wait_ms <= 5000)`]
  const columns = [
    duration("average_speed_of_answer", "wait_ms", answered),
    share("service_level", `${answered} AND wait_ms <= 20000`, `(${answered} OR ${abandoned}) AND NOT ${short}`),
    share("abandonment_rate", abandoned, `${over} AND NOT ${short}`),
    share("answered_call_rate", answered, over),
  ]
  return statement("facts.calls", "offered_at", `direction IS DISTINCT FROM ${word("outbound")}`, columns, f)
}

function ordered(f: Fused): string | undefined {
  const amount = { card: "chargeback_rate:ordered_amount", text: `sum(amount) / 10000 AS "chargeback_rate:ordered_amount/value"` }
  return statement("facts.orders", "placed_at", "true", [count("chargeback_rate:orders"), amount], f)
}

/** The moments of the question, by hand as well: both halves, cut where the data end. */
export async function fusedOf(warehouse: Warehouse, { metrics, by }: Pick<Question, "metrics" | "by">): Promise<Fused> {
  const [fold] = await warehouse.rows("SELECT known_until FROM facts.fold")
  const knownUntil = Number(fold!["known_until"])
  const us = (text: string) => Date.parse(text) * 1000
  return {
    now: [us("2026-05-01T00:00+02:00"), Math.min(knownUntil + 1, us("2026-11-01T00:00+01:00"))],
    before: [us("2025-11-01T00:00+01:00"), us("2026-05-01T00:00+02:00")],
    knownUntil,
    summers: [[us("2026-03-29T01:00Z"), us("2026-10-25T01:00Z")]],
    cards: new Set(metrics),
    byChannel: by !== undefined,
  }
}
