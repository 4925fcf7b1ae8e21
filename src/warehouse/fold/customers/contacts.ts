import { contacts } from "../../tables.ts"
import { insert, type Step, takenFrom } from "./insert.ts"
import { nextOf } from "./next-contact.ts"
import { STORIES_OF_CONTACT } from "./retold.ts"

/** A customer's message and the reopening it causes may be noted this far apart. */
const SAME_ACT_US = 60_000_000

/**
 * Each time a customer turned to us. A contact that starts something is followed by the customer's next one that does and that came
 * after it had ended; what the customer wrote after a solve starts something where the conversation was reopened for it.
 */
export async function foldContacts(step: Step): Promise<void> {
  const { own } = step
  await own.run(inboundCallsSql(step))
  await own.run(COVERED)
  await own.run(leavingsSql(step))
  await own.run(turnsSql(step))
  await own.run(startsSql(step))
  await insert(
    step,
    contacts,
    {
      conversation: "t.conversation",
      call: "t.call",
      ...takenFrom("t"),
      contact: "t.contact",
      at: `t."at"`,
      handled_by: "t.handled_by",
      starts: "s.id IS NOT NULL",
      ended_at: "s.ended_at",
      next_at: "n.next_at",
      next_same_topic_at: "n.next_same_topic_at",
    },
    `FROM temp.turned t LEFT JOIN temp.started s ON s.id = t.id
LEFT JOIN (${nextOf("started", "ended_at", "counts")}) n ON n.id = t.id
WHERE ${step.retold.missing("t", STORIES_OF_CONTACT)}`,
  )
}

const inboundCallsSql = ({ schema, words: { code }, retold }: Step): string => `CREATE OR REPLACE TEMP TABLE inbound_calls AS
SELECT *, coalesce(offered_at, started_at) AS "at" FROM ${retold.calls(`${schema}.calls`)}
WHERE direction = ${code.inbound} AND coalesce(offered_at, started_at) IS NOT NULL`

/** From when until when a conversation was on the telephone; `until_at` is the end of all its calls begun so far. */
const COVERED = `CREATE OR REPLACE TEMP TABLE covered AS
SELECT conversation, started_at, max(coalesce(ended_at, ${Number.MAX_SAFE_INTEGER})) OVER (
    PARTITION BY conversation ORDER BY started_at ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS until_at
FROM temp.inbound_calls WHERE conversation IS NOT NULL`

/** When conversations were solved or closed, until when, and whether the customer took it back. Of several at once the last. */
const leavingsSql = ({ schema, words: { code }, retold }: Step): string => `CREATE OR REPLACE TEMP TABLE leavings AS
SELECT s.conversation, s."at", s.next_reopened_at AS reopened_at, EXISTS (
    SELECT 1 FROM ${retold.conversations(`${schema}.movements`)} r
    WHERE r.conversation = s.conversation AND r."at" = s.next_reopened_at AND r.movement = ${code.reopened} AND r."by" = ${code.customer}
  ) AS by_customer
FROM ${retold.conversations(`${schema}.movements`)} s WHERE s.movement IN (${code.solved}, ${code.removed})
QUALIFY row_number() OVER (PARTITION BY s.conversation, s."at" ORDER BY s.movement, s.ordinal DESC) = 1`

/** Turns and calls side by side. A ticket of which only its opening is known, and a call, is the call. */
const turnsSql = ({ schema, words: { code }, retold }: Step): string => `CREATE OR REPLACE TEMP TABLE turned AS
SELECT row_number() OVER () AS id, * FROM (
  SELECT m.conversation, NULL::INTEGER AS call, m.customer, m.channel, m.direction, m.team, m.agent, m.brand, m.priority, m.type, m.topic,
    m.excluded, m.ordinal, ${code.turn} AS contact, m."at", c.topic AS about,
    CASE WHEN c.human_at IS NOT NULL THEN ${code.agent} WHEN c.bot_at IS NOT NULL THEN ${code.bot} END AS handled_by, NULL::BIGINT AS over_at
  FROM ${retold.conversations(`${schema}.movements`)} m
  JOIN ${retold.conversations(`${schema}.conversations`)} c ON c.conversation = m.conversation
  ASOF LEFT JOIN temp.covered k ON k.conversation = m.conversation AND k.started_at <= m."at"
  WHERE m.movement = ${code.contacted} AND (k.until_at >= m."at") IS NOT TRUE
    AND NOT (c.customer_messages = 0 AND m.conversation IN (SELECT conversation FROM temp.covered))
  UNION ALL
  SELECT conversation, call, customer, channel, direction, team, agent, brand, priority, type, topic, excluded, 0,
    CASE WHEN offered_at IS NULL THEN ${code.ivr_only} ELSE ${code.call} END, "at", topic,
    CASE WHEN answered_at IS NOT NULL THEN ${code.agent} END, ended_at
  FROM temp.inbound_calls
)`

/** Those that start something: what it is about, whether it is new, and when it had ended. Who answers us did not come by himself. */
const startsSql = ({ words: { code } }: Step): string => `CREATE OR REPLACE TEMP TABLE started AS
WITH placed AS (
  SELECT id, conversation, call, customer, direction, about, excluded, over_at, "at", lag("at") OVER story AS before_at, lead("at") OVER story AS after_at
  FROM temp.turned WHERE contact <> ${code.ivr_only}
  WINDOW story AS (PARTITION BY coalesce(conversation, call) ORDER BY "at", call, ordinal)
), judged AS (
  SELECT p.*, s."at" AS left_at, s.reopened_at, s.by_customer, call IS NOT NULL OR (before_at IS NULL AND direction = ${code.inbound}) AS is_new
  FROM placed p ASOF LEFT JOIN temp.leavings s ON s.conversation = p.conversation AND s."at" < p."at"
), starting AS (
  SELECT * FROM judged WHERE is_new
    OR (reopened_at >= "at" AND (after_at <= reopened_at) IS NOT TRUE AND (by_customer OR reopened_at - "at" <= ${SAME_ACT_US}))
    OR (reopened_at < "at" AND before_at <= left_at AND by_customer)
)
SELECT b.id, b.customer, b.about, b.is_new, b."at", CASE WHEN b.call IS NOT NULL THEN b.over_at ELSE e."at" END AS ended_at,
  b.customer IS NOT NULL AND b.excluded IS NULL AS counts
FROM starting b ASOF LEFT JOIN temp.leavings e ON e.conversation = b.conversation AND e."at" >= b."at"`
