import type { Warehouse } from "../src/warehouse/warehouse.ts"

/**
 * The dashboard of dashboard.ts as a good analyst would write it by hand over the same facts: one statement for each table and moment it
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
}

const WEEK_US = 604_800_000_000
/** Monday, 1970-01-05, local. */
const FIRST_MONDAY_US = 345_600_000_000
const HOUR_US = 3_600_000_000
const WEEK_MS = 604_800_000

export function fusedStatements(f: Fused): readonly string[] {
  return [created(f), solved(f), firstSolved(f), moved(f), standing(f), waited(f), rated(f)]
}

/** The number of the local week, and 1 for the period before. */
const placed = (at: string, { now, before, summers }: Fused): string => {
  const summer = summers.map(([from, to]) => `${at} >= ${from} AND ${at} < ${to}`).join(" OR ") || "false"
  return `(${at} + CASE WHEN ${summer} THEN ${2 * HOUR_US} ELSE ${HOUR_US} END - ${FIRST_MONDAY_US}) // ${WEEK_US} AS week,
    CASE WHEN ${at} >= ${now[0]} AND ${at} < ${now[1]} THEN 0 WHEN ${at} >= ${before[0]} AND ${at} < ${before[1]} THEN 1 END AS before`
}

const SETS = "GROUP BY GROUPING SETS ((before, week, channel), (before, channel), (before, week), (before))"
const KEYS = "before, week, channel, grouping(channel) AS all_channels, grouping(week) AS all_weeks"

const duration = (name: string, ms: string): string => `count(${ms}) AS "${name}/n", avg(${ms}) / 1000 AS "${name}/mean",
  quantile_cont(${ms}, [0.5, 0.9]) AS "${name}/quantiles"`
const share = (name: string, of: string, among?: string): string =>
  `count(*)${among ? ` FILTER (WHERE ${among})` : ""} AS "${name}/n", count(*) FILTER (WHERE ${among ? `${among} AND ` : ""}${of}) AS "${name}/numerator"`

function statement(from: string, at: string, where: string, columns: readonly string[], f: Fused): string {
  return `WITH rows AS (SELECT *, ${placed(at, f)} FROM ${from} WHERE excluded IS NULL AND ${where})
SELECT ${KEYS}, ${columns.join(",\n  ")}
FROM rows WHERE before IS NOT NULL ${SETS}`
}

function created(f: Fused): string {
  const replied = "CASE WHEN first_reply_from_at IS NOT NULL THEN"
  const columns = [
    `count(*) AS "ticket_volume/n"`,
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

function solved(f: Fused): string {
  const columns = [
    duration("resolution_time", "resolution_ms"),
    duration("resolution_time:business", "resolution_business_ms"),
    duration("resolution_time:net", "resolution_ms - pending_ms"),
    `count(replies) AS "replies_per_resolution/n", avg(replies) AS "replies_per_resolution/mean"`,
  ]
  return statement("facts.conversations", "solved_at", "solved_at IS NOT NULL", columns, f)
}

function firstSolved(f: Fused): string {
  const mature = `first_solved_at + ${WEEK_MS}000 <= ${f.knownUntil}`
  const columns = [
    share("one_touch_rate", "reply_messages = 1"),
    share("reopen_rate", `first_reopened_at - first_solved_at <= ${WEEK_MS}000`, mature),
  ]
  return statement("facts.conversations", "first_solved_at", "first_solved_at IS NOT NULL", columns, f)
}

const word = (text: string): string => `(SELECT code FROM words WHERE word = '${text}')`

function moved(f: Fused): string {
  const columns = [
    `count(*) FILTER (WHERE movement = ${word("solved")}) AS "clearance_ratio/numerator"`,
    `count(*) FILTER (WHERE movement IN (${word("created")}, ${word("reopened")})) AS "clearance_ratio/denominator"`,
  ]
  return statement("facts.movements", `"at"`, "true", columns, f)
}

/** The open ones at the end of each week. The totals of a period are those of its last week. */
function standing(f: Fused): string {
  const ends = [...endsOf(f.now, f, 0), ...endsOf(f.before, f, 1)]
  const list = ends.map(({ before, week, end }) => `(${before}, ${week}, ${end})`).join(", ")
  return `WITH ends(before, week, moment) AS (VALUES ${list})
SELECT before, week, channel, grouping(channel) AS all_channels, 0 AS all_weeks, count(*) AS "backlog/n",
  count(*) AS "aged_backlog_share/n", count(*) FILTER (WHERE moment - opened_at > ${24 * HOUR_US}) AS "aged_backlog_share/numerator"
FROM facts.spans JOIN ends ON from_at < moment AND (to_at IS NULL OR to_at >= moment)
WHERE excluded IS NULL AND span = ${word("unsolved")}
GROUP BY GROUPING SETS ((before, week, channel), (before, week))`
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

function waited(f: Fused): string {
  return statement("facts.waits", "replied_at", "replied_at IS NOT NULL", [duration("average_response_time", "wait_ms")], f)
}

function rated(f: Fused): string {
  const counts = `survey = ${word("csat")} AND invalid IS NULL AND score IS NOT NULL`
  return statement("facts.ratings", "answered_at", counts, [share("csat", "score >= scale_max - 1")], f)
}

/** The moments of the question, by hand as well: both halves, cut where the data end. */
export async function fusedOf(warehouse: Warehouse): Promise<Fused> {
  const [fold] = await warehouse.rows("SELECT known_until FROM facts.fold")
  const knownUntil = Number(fold!["known_until"])
  const us = (text: string) => Date.parse(text) * 1000
  return {
    now: [us("2026-05-01T00:00+02:00"), Math.min(knownUntil + 1, us("2026-11-01T00:00+01:00"))],
    before: [us("2025-11-01T00:00+01:00"), us("2026-05-01T00:00+02:00")],
    knownUntil,
    summers: [[us("2026-03-29T01:00Z"), us("2026-10-25T01:00Z")]],
  }
}
