import { resolutions } from "../../tables.ts"
import { insert, type Step, takenFrom } from "./insert.ts"
import { nextOf } from "./next-contact.ts"
import { STORY_OF_RESOLUTION } from "./retold.ts"

/** First solves of conversations a customer came with, and when the customer next began another or called. Needs the contacts. */
export async function foldResolutions(step: Step): Promise<void> {
  const { own, schema, words, retold } = step
  await createLeadsTo(step)
  await own.run(`CREATE OR REPLACE TEMP TABLE first_solved AS
SELECT conversation AS id, customer, topic AS about, first_solved_at AS solved_at FROM ${retold.conversations(`${schema}.conversations`)} c
WHERE first_solved_at IS NOT NULL AND counted_at IS NOT NULL AND (${retold.missing("c", STORY_OF_RESOLUTION)})`)
  await insert(
    step,
    resolutions,
    {
      conversation: "c.conversation",
      ...takenFrom("m"),
      excluded: "c.excluded",
      solved_at: "f.solved_at",
      bot_only: "c.bot_at IS NOT NULL AND c.human_at IS NULL",
      reply_messages: "c.reply_messages",
      customer_messages_after_first: "c.customer_messages_after_first",
      participants: "c.participants",
      solves: "c.solves",
      escalations: "c.escalations",
      hand_overs: "c.hand_overs",
      reopened_at: "c.first_reopened_at",
      next_at: "n.next_at",
      next_same_topic_at: "n.next_same_topic_at",
      next_related_at: "least(n.next_same_topic_at, l.next_led_at)",
    },
    `FROM temp.first_solved f JOIN ${retold.conversations(`${schema}.conversations`)} c ON c.conversation = f.id
JOIN ${retold.conversations(`${schema}.movements`)} m ON m.conversation = f.id AND m.movement = ${words.code.solved} AND m.ordinal = 1
JOIN (${nextOf("first_solved", "solved_at", "counts AND is_new")}) n ON n.id = f.id
LEFT JOIN (${NEXT_LED}) l ON l.id = f.id`,
  )
}

/** Of each topic that follows from a conversation's, the customer's next contact about it. */
const NEXT_LED = `SELECT f.id, min(s."at") AS next_led_at
FROM (SELECT o.id, o.customer, o.solved_at, t.next AS about FROM temp.first_solved o JOIN temp.leads_to t ON t.topic = o.about) f
ASOF JOIN (SELECT customer, about, "at" FROM temp.started WHERE counts AND is_new) s
  ON s.customer = f.customer AND s.about = f.about AND s."at" > f.solved_at
GROUP BY f.id`

/** The temporary table `leads_to` (topic, next), as codes. A topic nobody ever had has none. */
async function createLeadsTo({ own, topics }: Step): Promise<void> {
  await own.run("CREATE OR REPLACE TEMP TABLE leads_to (topic INTEGER, next INTEGER)")
  for (const [topic, next] of topics)
    await own.run(
      `INSERT INTO temp.leads_to SELECT a.code, b.code FROM words a, words b
WHERE a.word = $1 AND list_contains(from_json($2, '["VARCHAR"]'), b.word)`,
      [topic, JSON.stringify(next)],
    )
}
