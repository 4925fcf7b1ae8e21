import { GRID } from "../src/query/plan/aggregates.ts"
import { type Fused, MATURE_MS, placed, WHOLE, word } from "./fused.ts"

/**
 * The mixed cards by hand once more, this time saying as much as an answer does: beside n, mean, median and 90th percentile also what is left out and
 * why, what still runs or is too young, the parts of a whole, Wilson's interval of each share, the order
 * statistics that are the ends of the intervals of median and 90th percentile, and the moments from which intervals of means are made, of the waits
 * those of their conversations. No Kaplan–Meier. Money needs none of it and is as in fused.ts.
 */
export function wholeStatements(f: Fused): readonly string[] {
  return [createdWhole, solvedWhole, firstSolvedWhole, waitedWhole, waitedByConversation, ratedWhole, calledWhole].flatMap(
    (one) => one(f),
  )
}

/** Aggregates over the rows of a cell, and what is made of them once for the cell; both by name. */
interface Card {
  readonly inner: readonly (readonly [name: string, text: string])[]
  readonly outer: readonly (readonly [name: string, text: string])[]
}

const Z = 1.959963984540054

function counts(card: string, conditions: Readonly<Record<string, string>>): Card {
  const names = Object.entries(conditions).map(([part, condition]) => [`${card}/${part}`, condition] as const)
  return {
    inner: names.map(([name, condition]) => [name, condition === "" ? "count(*)" : `count(*) FILTER (WHERE ${condition})`]),
    outer: names.map(([name]) => [name, `"${name}"`]),
  }
}

/** Both quantiles, and the values among which the ends of their intervals are found, however many rows there are. */
function values(card: string, value: string, among: string, { per = 1000, moments = false } = {}): Card {
  const where = `FILTER (WHERE ${among})`
  const powers = moments ? (["xx", "xxx"] as const) : []
  const inner: Card["inner"] = [
    [`${card}/n`, `count(*) ${where}`],
    [`${card}/mean`, `avg(${value}) ${where} / ${per}`],
    [`${card}/quantiles`, `quantile_cont(${value}, [0.5, 0.9]) ${where}`],
    [`${card}/order`, `quantile_disc(${value}, [${GRID.join(", ")}]) ${where}`],
    ...powers.map(
      (power) => [`${card}/${power}`, `sum(${power.replaceAll("x", `${value}::HUGEINT * `)}1) ${where}::VARCHAR`] as const,
    ),
  ]
  return { inner, outer: inner.map(([name]) => [name, `"${name}"`]) }
}

function share(card: string, of: string, among = "true"): Card {
  const [n, k] = [`"${card}/n"`, `"${card}/numerator"`]
  const half = `${Z} * sqrt(${k}::DOUBLE * (${n} - ${k}) / ${n} + ${(Z * Z) / 4})`
  const end = (sign: "+" | "-") => `(${k} + ${(Z * Z) / 2} ${sign} ${half}) / (${n} + ${Z * Z})`
  const { inner, outer } = counts(card, { n: among, numerator: `(${among}) AND (${of})` })
  return { inner, outer: [...outer, [`${card}/low`, end("-")], [`${card}/high`, end("+")]] }
}

/** Why rows are left out whatever is asked: a statement of its own over those few. */
function leftOut(from: string, at: string, cards: Readonly<Record<string, string>>, f: Fused): string {
  const reasons = ["spam", "deleted", "test", "merged", "backfill"]
  const all = Object.entries(cards).map(([card, among]) =>
    counts(card, Object.fromEntries(reasons.map((reason) => [`excluded/${reason}`, `excluded = ${word(reason)} AND ${among}`]))),
  )
  return statement(from, at, "excluded IS NOT NULL", all, f)
}

function statement(from: string, at: string, where: string, cards: readonly Card[], f: Fused): string {
  const inner = cards.flatMap((card) => card.inner).map(([name, text]) => `${text} AS "${name}"`)
  const outer = cards.flatMap((card) => card.outer).map(([name, text]) => `${text} AS "${name}"`)
  const inPeriods = [f.now, f.before].map(([from, to]) => `${at} >= ${from} AND ${at} < ${to}`).join(" OR ")
  return `WITH rows AS (SELECT *, ${placed(at, f)} FROM ${from} WHERE (${inPeriods}) AND ${where}),
cells AS (SELECT ${WHOLE.keys}, ${inner.join(",\n  ")}\nFROM rows WHERE before IS NOT NULL ${WHOLE.sets})
SELECT before, week, channel, all_channels, all_weeks, ${outer.join(",\n  ")}\nFROM cells`
}

const all = (...conditions: readonly string[]): string => conditions.map((one) => `(${one})`).join(" AND ")
const known = (column: string): string => `${column} IS NOT NULL`
const unknown = (column: string): string => `${column} IS NULL`

function createdWhole(f: Fused): readonly string[] {
  const [asked, replied, solved] = [known("first_reply_from_at"), known("first_reply_at"), known("solved_at")]
  const [by, automatic] = [
    (who: string) => `solved_by = ${word(who)}`,
    `automatic_close OR solved_by IN (${word("auto")}, ${word("system")})`,
  ]
  const cards = [
    counts("ticket_volume", { n: "" }),
    values("first_response_time", "first_reply_ms", all(asked, replied, known("first_reply_ms"))),
    counts("first_response_time", {
      censored: all(asked, unknown("first_reply_at"), unknown("unreplied_end_at")),
      "excluded/no_customer_message": unknown("first_reply_from_at"),
      "excluded/solved_without_reply": all(asked, unknown("first_reply_at"), known("unreplied_end_at")),
      "excluded/no_calendar": all(asked, replied, unknown("first_reply_ms")),
    }),
    share("response_rate", replied, asked),
    values("first_resolution_time", "first_solve_ms", all(known("first_solved_at"), known("first_solve_ms"))),
    counts("first_resolution_time", {
      censored: all(unknown("first_solved_at"), known("resolution_from_at")),
      "excluded/no_calendar": `(${all(known("first_solved_at"), unknown("first_solve_ms"))}) OR (${all(unknown("first_solved_at"), unknown("resolution_from_at"))})`,
    }),
    share("resolution_rate", solved),
    counts("resolution_rate", {
      "parts/by_agent": all(solved, by("agent")),
      "parts/by_bot": all(solved, by("bot")),
      "parts/automatic": all(solved, automatic),
    }),
    values("time_to_assignment", "assignment_ms", all(known("assigned_at"), known("assignment_ms"))),
    counts("time_to_assignment", {
      censored: all(unknown("assigned_at"), known("opened_at"), known("unassigned_since_at")),
      "excluded/never_assigned": all(unknown("assigned_at"), unknown("unassigned_since_at")),
    }),
  ]
  const from = "facts.conversations"
  return [statement(from, "counted_at", "excluded IS NULL", cards, f), leftOut(from, "counted_at", each(cards), f)]
}

function solvedWhole(f: Fused): readonly string[] {
  const cards = [
    values("resolution_time", "resolution_ms", known("resolution_ms")),
    counts("resolution_time", { "excluded/no_calendar": unknown("resolution_ms") }),
    values("resolution_time:business", "resolution_business_ms", known("resolution_business_ms")),
    counts("resolution_time:business", { "excluded/no_calendar": unknown("resolution_business_ms") }),
    values("replies_per_resolution", "replies", known("replies"), { per: 1, moments: true }),
    counts("replies_per_resolution", { "excluded/not_known": unknown("replies") }),
  ]
  const from = "facts.conversations"
  return [statement(from, "solved_at", "excluded IS NULL", cards, f), leftOut(from, "solved_at", each(cards), f)]
}

function firstSolvedWhole(f: Fused): readonly string[] {
  const mature = `first_solved_at + ${MATURE_MS}000 <= ${f.knownUntil}`
  const cards = [
    share("one_touch_rate", "reply_messages = 1"),
    counts("one_touch_rate", {
      "parts/0": "reply_messages = 0",
      "parts/1": "reply_messages = 1",
      "parts/2": "reply_messages = 2",
      "parts/3+": "reply_messages >= 3",
    }),
    share("reopen_rate", `first_reopened_at - first_solved_at <= ${MATURE_MS}000`, mature),
    counts("reopen_rate", { pending: `NOT (${mature})` }),
  ]
  const from = "facts.conversations"
  return [statement(from, "first_solved_at", "excluded IS NULL", cards, f), leftOut(from, "first_solved_at", each(cards), f)]
}

function waitedWhole(f: Fused): readonly string[] {
  const cards = [
    values("average_response_time", "wait_ms", known("wait_ms")),
    counts("average_response_time", { "excluded/no_calendar": unknown("wait_ms") }),
  ]
  return [
    statement("facts.waits", "replied_at", "excluded IS NULL", cards, f),
    leftOut("facts.waits", "replied_at", each(cards), f),
  ]
}

/** x is the sum of a conversation's waits and y their number; without a conversation a wait stands for itself. */
function waitedByConversation(f: Fused): readonly string[] {
  const moments = ["x", "y", "xx", "xy", "yy", "xxx", "xxy", "xyy", "yyy"].map(
    (factors) =>
      `sum(${factors
        .split("")
        .map((factor) => `${factor}::HUGEINT`)
        .join(" * ")})::VARCHAR AS "average_response_time/${factors}"`,
  )
  return [
    `WITH rows AS (SELECT conversation, wait_ms, ${placed("replied_at", f)} FROM facts.waits WHERE excluded IS NULL AND wait_ms IS NOT NULL),
clusters AS (
  SELECT before, week, grouping(week) AS all_weeks, conversation, sum(wait_ms) AS x, count(*) AS y
  FROM rows WHERE before IS NOT NULL GROUP BY GROUPING SETS ((before, week, conversation), (before, conversation))
)
SELECT before, week, NULL AS channel, 1 AS all_channels, all_weeks, count(*) AS "average_response_time/clusters", ${moments.join(", ")}
FROM clusters GROUP BY before, week, all_weeks`,
  ]
}

function ratedWhole(f: Fused): readonly string[] {
  const [asked, valid] = [`survey = ${word("csat")}`, all(unknown("invalid"), known("score"))]
  const scores = Array.from({ length: 10 }, (_, i) => [`parts/${i + 1}`, all(asked, valid, `score = ${i + 1}`)])
  const cards = [
    share("csat", "score >= scale_max - 1", all(asked, valid)),
    counts("csat", { "excluded/no_score": all(asked, unknown("invalid"), unknown("score")) }),
    counts("csat", Object.fromEntries(scores) as Record<string, string>),
    ...["by_agent", "not_whole", "out_of_range", "wrong_scale"].map((reason) =>
      counts("csat", { [`excluded/${reason}`]: all(asked, `invalid = ${word(reason)}`) }),
    ),
  ]
  return [
    statement("facts.ratings", "answered_at", "excluded IS NULL", cards, f),
    leftOut("facts.ratings", "answered_at", { csat: asked }, f),
  ]
}

function calledWhole(f: Fused): readonly string[] {
  const [answered, abandoned, waiting] = ["answered", "abandoned", "waiting"].map((outcome) => `outcome = ${word(outcome)}`) as [
    string,
    string,
    string,
  ]
  const short = all(abandoned, "wait_ms <= 5000")
  const inbound = `direction IS DISTINCT FROM ${word("outbound")}`
  const over = all(`NOT (${waiting})`, `(${short}) IS NOT TRUE`)
  const cards = [
    values("average_speed_of_answer", "wait_ms", all(answered, known("wait_ms")), { moments: true }),
    share("service_level", all(answered, "wait_ms <= 20000"), all(`(${answered}) OR (${abandoned})`, `(${short}) IS NOT TRUE`)),
    counts("service_level", { "excluded/short_abandon": short }),
    share("abandonment_rate", abandoned, over),
    counts("abandonment_rate", { "excluded/short_abandon": short, pending: waiting }),
    share("answered_call_rate", answered, `NOT (${waiting})`),
    counts("answered_call_rate", { pending: waiting }),
  ]
  const left = { ...each(cards), average_speed_of_answer: answered }
  return [
    statement("facts.calls", "offered_at", `excluded IS NULL AND ${inbound}`, cards, f),
    leftOut(
      "facts.calls",
      "offered_at",
      Object.fromEntries(Object.entries(left).map(([card, among]) => [card, all(inbound, among)])),
      f,
    ),
  ]
}

/** The cards of which rows are left out, on no further condition. */
const each = (cards: readonly Card[]): Readonly<Record<string, string>> =>
  Object.fromEntries(cards.flatMap(({ outer }) => outer).map(([name]) => [name.split("/")[0]!, "true"]))
