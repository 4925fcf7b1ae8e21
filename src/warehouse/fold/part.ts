import type { DuckWarehouse } from "../duckdb.ts"
import { kinds } from "../../events/kinds.ts"
import { ahead } from "../../ahead.ts"
import { quote } from "../schema.ts"
import { chats, conversations, movements, promises, promiseStretches, ratings, spans, waits } from "../tables.ts"
import { begin, type Beginning, type FoldOptions, tellingOf } from "./begin.ts"
import { CONVERSATION_KINDS } from "./conversation-events.ts"
import { createFacts, FACTS } from "./facts.ts"
import { inTransaction, sign } from "./fold.ts"
import { CONVERSATION_CODES, CONVERSATION_NUMBERS } from "./events.ts"
import { foldRatings } from "./fold-calls-and-ratings.ts"
import { askForSlice, foldConversations } from "./fold-conversations.ts"
import { gatherLabels, type Labels } from "./labels.ts"
import { foldNextAnswers } from "./next-answers.ts"
import { KIND_OF_RATING } from "./rating.ts"
import { type Rules, unusual } from "./rules.ts"
import { slicesOf } from "./slices.ts"
import { keepStanding } from "./standing.ts"
import { newTelling } from "./telling.ts"

/** What a question needs of the facts, where that is less than all of them. */
export type Part = OfConversations | OfRatings

interface OfConversations {
  readonly family: "conversations"
  /** The tables that are asked; the others stay empty. */
  readonly tables: readonly string[]
  /** Whether tags and attributes are asked about. */
  readonly labelled: boolean
  /** Only stories that begin before `to` and do not end before `from`, where it is said. UTC microseconds. */
  readonly from: number | null
  readonly to: number
}

/** All ratings, and the conversations that they take from. */
interface OfRatings {
  readonly family: "ratings"
  readonly labelled: boolean
}

/** Of which family a table's rows are told, and the table that is filled for it. Others need more, or depend on what is asked of them. */
export const PARTS_OF: Readonly<Record<string, { readonly family: Part["family"]; readonly fills: string } | undefined>> = {
  ...Object.fromEntries(
    [conversations, waits, movements, promises, promiseStretches].map(
      ({ name }) => [name, { family: "conversations", fills: name }] as const,
    ),
  ),
  [chats.name]: { family: "conversations", fills: spans.name },
  [ratings.name]: { family: "ratings", fills: ratings.name },
}

/** Rules that change nothing but what is told of ratings. */
const OF_RATINGS = ["rating_credited_to", "survey_edit_window_h"]

/** Whether conversations are told as usual by such a fold. */
function hasUsualConversations({ rules, asOf }: FoldOptions): boolean {
  return asOf === undefined && unusual(rules).every((rule) => OF_RATINGS.includes(rule.split("=")[0]!))
}

/** One of several folds: its rules, and the schema it goes into. */
interface OneFold {
  readonly schema: string
  readonly rules: Rules
}

/** Folds a part of the ledger by several rules, in one transaction. The events are looked for once; tables of other families are empty. */
export async function foldParts(
  duck: DuckWarehouse,
  folds: readonly OneFold[],
  options: Omit<FoldOptions, "rules">,
  part: Part,
): Promise<void> {
  await inTransaction(duck, async (own) => {
    const beginning = await begin(own, { ...options, rules: folds[0]!.rules })
    const told = folds.map(({ schema, rules }) => ({ schema, beginning: { ...beginning, options: { ...options, rules } } }))
    for (const { schema, beginning: ours } of told) {
      await createFacts(own, schema)
      // Before the rest of the ledger is out of sight: a fold says what it knows of all of it.
      await keepStanding(own, schema)
      await sign(own, schema, ours)
    }
    if (part.family === "ratings") await foldOfRatings(own, told, part)
    else {
      await narrow(own, part)
      await foldOfConversations(own, told, part)
    }
  })
}

interface Told {
  readonly schema: string
  readonly beginning: Beginning
}

async function foldOfConversations(
  own: DuckWarehouse,
  told: readonly Told[],
  { tables, labelled }: Pick<OfConversations, "tables" | "labelled">,
): Promise<void> {
  const labels = labelled ? await gatherLabels(own, told[0]!.beginning) : NO_LABELS
  const slices = await slicesOf(own, CONVERSATION_KINDS, "known")
  for (const { schema, beginning } of told) {
    const t = newTelling(tellingOf(beginning))
    for await (const asked of ahead(slices, (slice) => askForSlice(own, slice, t)))
      await foldConversations(own, schema, t, asked, labels, tables)
  }
}

const NO_LABELS: Labels = { tags: false, attributes: false, customers: false }

/** Ratings take from all conversations of who answered: where those are told as usual, they are there already. */
async function foldOfRatings(own: DuckWarehouse, told: readonly Told[], { labelled }: OfRatings): Promise<void> {
  const others = told.filter(({ beginning }) => !hasUsualConversations(beginning.options))
  if (others.length > 0) await foldOfConversations(own, others, { tables: [conversations.name], labelled })
  for (const { schema, beginning } of told) {
    if (hasUsualConversations(beginning.options)) {
      await own.run(`DROP TABLE ${schema}.${conversations.name}`)
      await own.run(`CREATE VIEW ${schema}.${conversations.name} AS SELECT * FROM ${FACTS}.${conversations.name}`)
    }
    for (const slice of await slicesOf(own, KIND_OF_RATING)) await foldRatings(own, schema, beginning, slice)
    await foldNextAnswers(own, schema)
  }
}

/** From here on `known` holds the stories of the part alone, each with all its events and those merged into it. */
async function narrow(own: DuckWarehouse, part: OfConversations): Promise<void> {
  await own.run(chosenSql(part))
  const [bounds] = await own.rows("SELECT min(subject) AS least, max(subject) AS most FROM temp.chosen")
  const { least, most } = bounds as { readonly least: number | null; readonly most: number | null }
  const columns = [...new Set([...READ, ...(part.labelled ? READ_BY_LABELS : [])])].map(quote)
  // The range of subjects is what lets the engine leave most of the ledger unread.
  await own.run(`CREATE OR REPLACE TEMP TABLE chosen_events AS SELECT ${columns.join(", ")} FROM known
WHERE kind IN (${TOLD}) AND subject >= ${least ?? 0} AND subject <= ${most ?? 0} AND subject IN (SELECT subject FROM temp.chosen)
${part.labelled ? `UNION ALL SELECT ${columns.join(", ")} FROM known WHERE kind = ${kinds["customer.changed"].code}` : ""}`)
  await own.run(`CREATE OR REPLACE TEMP VIEW known AS SELECT * FROM temp.chosen_events`)
}

const TOLD = CONVERSATION_KINDS.join(", ")
const READ = ["seq", "subject", ...CONVERSATION_CODES, ...CONVERSATION_NUMBERS].filter((name) => name !== "story")
const READ_BY_LABELS = ["tags", "removed_tags", "attributes", "plan", "name", "source"]

/** The stories that lie in the part, and those that were merged into them or that they went into. */
function chosenSql({ from, to }: OfConversations): string {
  return `CREATE OR REPLACE TEMP TABLE chosen AS
WITH direct AS (
  SELECT subject FROM known WHERE kind IN (${TOLD}) GROUP BY subject
  HAVING min("at") < ${to}${from === null ? "" : ` AND max("at") >= ${from}`}
), stories AS (
  SELECT subject FROM direct
  UNION SELECT m.root FROM temp.standing m JOIN direct d ON d.subject = m.code WHERE m.kind = 'merged'
)
SELECT subject FROM stories
UNION SELECT m.code FROM temp.standing m JOIN stories s ON s.subject = m.root WHERE m.kind = 'merged'`
}
