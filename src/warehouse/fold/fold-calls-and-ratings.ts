import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { calls, legs, problems, ratings, spans, type Table } from "../tables.ts"
import type { Beginning } from "./begin.ts"
import { foldCall, KIND_OF_CALL } from "./call.ts"
import { CALL_CODES, CALL_NUMBERS, type CallTelling } from "./call-story.ts"
import { columnsFor } from "./events.ts"
import { foldStories } from "./fold-stories.ts"
import { named } from "./named.ts"
import { foldRating, KIND_OF_RATING, RATING_CODES, RATING_NUMBERS, type RatingTelling } from "./rating.ts"
import { selectList, type Slice, within } from "./read-events.ts"
import { rowsOf } from "./rows.ts"
import { factColumns } from "./write-rows.ts"

/** Folds the calls of a slice. */
export async function foldCalls(
  own: DuckWarehouse,
  schema: string,
  { words, identities }: Beginning,
  slice: Slice,
): Promise<void> {
  const t: CallTelling = {
    events: columnsFor(CALL_CODES, CALL_NUMBERS),
    words,
    identities,
    calls: rowsOf(calls),
    legs: rowsOf(legs),
    spans: rowsOf(spans),
    problems: rowsOf(problems),
  }
  await foldStories(own, await own.connection.run(eventsSql(CALL_CODES, CALL_NUMBERS, KIND_OF_CALL, slice)), {
    get events() {
      return t.events
    },
    set events(larger) {
      t.events = larger
    },
    rows: [t.calls, t.legs, t.spans, t.problems],
    tell: (start, end) => foldCall(t, start, end),
  })
  for (const table of [calls, legs, spans, problems] as readonly Table[])
    await own.run(insertSql(schema, table, fromConversation(table)))
}

/** Folds the ratings of a slice. They take from the facts of their conversation what they do not say themselves. */
export async function foldRatings(own: DuckWarehouse, schema: string, beginning: Beginning, slice: Slice): Promise<void> {
  const { words, identities, options } = beginning
  const t: RatingTelling = {
    events: columnsFor(RATING_CODES, RATING_NUMBERS),
    words,
    rules: options.rules,
    identities,
    ratings: rowsOf(ratings),
  }
  await foldStories(own, await own.connection.run(eventsSql(RATING_CODES, RATING_NUMBERS, KIND_OF_RATING, slice)), {
    get events() {
      return t.events
    },
    set events(larger) {
      t.events = larger
    },
    rows: [t.ratings],
    tell: (start, end) => foldRating(t, start, end),
  })
  for (const statement of followUpSql(schema, beginning)) await own.run(statement)
  await own.run(askedAgentsSql(slice))
  await own.run(
    insertSql(
      schema,
      ratings,
      {
        ...fromConversation(ratings),
        ...(options.rules.rating_credited_to === "last_assignee" && { agent: "c.agent", team: "c.team" }),
        conversation_solved_at: "c.solved_at",
        followed_up_at: "f.followed_up_at",
        agents: "a.agents",
      },
      `LEFT JOIN temp.follow_ups f ON f.invitation = s.invitation
LEFT JOIN temp.asked_agents a ON a.invitation = s.invitation`,
    ),
  )
}

/** What a call or a rating does not say of the customer and the matter is what its conversation says. */
function fromConversation(table: Table): Readonly<Record<string, string>> {
  if (table.columns["conversation"] === undefined) return {}
  const filled = ["customer", "channel", "brand", "topic"].map((name) => [name, `coalesce(s.${name}, c.${name})`] as const)
  const taken = ["priority", "type", ...(table.name === "ratings" ? ["direction"] : [])]
  return { ...Object.fromEntries(filled), ...Object.fromEntries(taken.map((name) => [name, `c."${name}"`])) }
}

function insertSql(schema: string, table: Table, also: Readonly<Record<string, string>>, joins = ""): string {
  const conversation = table.columns["conversation"]
    ? `LEFT JOIN ${those(schema, "conversation", `staged_${table.name}`)} c ON c.conversation = s.conversation`
    : ""
  return `INSERT INTO ${schema}.${table.name} SELECT ${factColumns(table, also)}
FROM temp.staged_${table.name} s ${conversation}
${joins}`
}

/** The conversations that a temporary table names. */
const those = (schema: string, by: "conversation" | "customer", table: string): string =>
  named(`${schema}.conversations`, by, `SELECT ${by} FROM temp.${table}`)

function eventsSql(codes: readonly string[], numbers: readonly string[], kinds: readonly number[], slice: Slice): string {
  return `SELECT ${selectList({ codeNames: codes, numberNames: numbers })} FROM (
  SELECT e.*, e.subject AS story FROM known e WHERE e.kind IN (${kinds.join(", ")}) AND ${within("e.subject", slice)}
) ORDER BY story, "at", kind, seq`
}

/**
 * The first person who wrote to the customer in public after the answer, in whatever conversation of theirs. One statement after another:
 * of what a statement has made the engine knows how much it is, and so it does not hold all messages of the ledger against a few answers.
 */
const followUpSql = (schema: string, { words }: Beginning): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE answered AS
SELECT s.invitation, s.answered_at, coalesce(s.customer, c.customer) AS customer, c.conversation
FROM temp.staged_ratings s LEFT JOIN ${those(schema, "conversation", "staged_ratings")} c ON c.conversation = s.conversation
WHERE s.answered_at IS NOT NULL`,
  `CREATE OR REPLACE TEMP TABLE theirs AS
SELECT invitation, answered_at, conversation FROM temp.answered WHERE conversation IS NOT NULL
UNION SELECT a.invitation, a.answered_at, c.conversation
FROM temp.answered a JOIN ${those(schema, "customer", "answered")} c ON c.customer = a.customer`,
  `CREATE OR REPLACE TEMP TABLE follow_ups AS
SELECT t.invitation, min(k."at") AS followed_up_at FROM temp.theirs t JOIN known k ON k.subject = t.conversation
WHERE k.kind = ${kinds["message.sent"].code} AND k.author = ${words.code.agent} AND coalesce(k.public, true) AND k."at" > t.answered_at
GROUP BY t.invitation`,
]

/** The agents at the time of sending; an answer without an invitation may name them itself. */
const askedAgentsSql = (slice: Slice): string => `CREATE OR REPLACE TEMP TABLE asked_agents AS
SELECT subject AS invitation, arg_min(coalesce(agents, [agent]), (kind, "at", seq)) AS agents FROM known
WHERE kind IN (${kinds["survey.sent"].code}, ${kinds["survey.answered"].code}) AND (agents IS NOT NULL OR agent IS NOT NULL)
AND ${within("subject", slice)} GROUP BY subject`
