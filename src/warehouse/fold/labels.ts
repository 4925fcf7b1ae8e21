import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import type { Beginning } from "./begin.ts"
import { type Among, between, EVERYONE } from "./customers/customer-slices.ts"
import { KIND } from "./kinds.ts"
import { slicesOf } from "./slices.ts"

/** Whether there is anything to label with: most ledgers lack one or the other, and then the joins are saved. */
export interface Labels {
  readonly tags: boolean
  readonly attributes: boolean
  readonly customers: boolean
}

/**
 * What lists and maps say of conversations is gathered by the engine. Here, once for all slices: `customer_states` (customer, at, known),
 * what was known of each customer from each moment on; of these customers, where only their rows are made.
 */
export async function gatherLabels(duck: DuckWarehouse, { identities }: Beginning, among: Among = EVERYONE): Promise<Labels> {
  const [found] = await duck.rows(
    `SELECT coalesce(bool_or(tags IS NOT NULL OR removed_tags IS NOT NULL), false) AS tags,
  coalesce(bool_or(attributes IS NOT NULL AND kind <= ${KIND.promised}), false) AS attributes,
  coalesce(bool_or(kind = ${kinds["customer.changed"].code}), false) AS customers FROM known`,
  )
  const labels = found as unknown as Labels
  if (labels.customers) await gatherCustomers(duck, identities.customers.size > 0, among)
  return labels
}

/** In slices: a map takes much room while it is made. */
async function gatherCustomers(duck: DuckWarehouse, linked: boolean, among: Among): Promise<void> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE customer_states (customer INTEGER, "at" BIGINT, known MAP(VARCHAR, VARCHAR))`)
  const slices = among === EVERYONE ? await slicesOf(duck, [kinds["customer.changed"].code], "known") : null
  for (const one of slices?.map(({ from, to }) => between(from, to)) ?? [among]) await duck.run(customerStates(linked, one))
}

/** What the insert of a slice's conversations takes their labels from, where `s` is the staged one. */
export interface LabelSql {
  readonly tags: string
  readonly attributes: string
  /** The tables of these labels, which stand before the select: temporary tables would stay, and fill the disk, until the fold is committed. */
  readonly tables: string
  readonly joins: string
}

export function labelsOfSlice(labels: Labels, subjects: string): LabelSql {
  const { tags, attributes, customers } = labels
  const parts = [
    ...(tags ? [{ name: "tagged", sql: tagsSql(subjects), by: "subject" }] : []),
    ...(attributes ? [{ name: "described", sql: attributesSql(subjects), by: "subject" }] : []),
    ...(customers ? [{ name: "in_force", sql: STATES_IN_FORCE, by: "conversation" }] : []),
  ]
  return {
    tags: tags ? "tagged.tags" : "NULL::INTEGER[]",
    attributes: known(labels),
    tables: parts.length === 0 ? "" : `WITH ${parts.map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`).join(", ")}`,
    joins: parts.map(({ name, by }) => `LEFT JOIN ${name} ON ${name}.${by} = s.conversation`).join("\n"),
  }
}

/** What the conversation itself says comes first. Making a map is dear: that of a customer is made once for all conversations. */
function known({ attributes, customers }: Labels): string {
  const own = "map_from_entries(described.entries)"
  if (!attributes) return customers ? "in_force.known" : "NULL::MAP(VARCHAR, VARCHAR)"
  if (!customers) return own
  return `CASE WHEN described.entries IS NULL THEN in_force.known WHEN in_force.known IS NULL THEN ${own}
ELSE map_from_entries(list_concat(described.entries, map_entries(in_force.known))) END`
}

export function isLabelled({ tags, attributes, customers }: Labels): boolean {
  return tags || attributes || customers
}

/** What was known of the customer when the conversation was created. A slice has few of all customers, and the join puts them in order. */
const STATES_IN_FORCE = `SELECT o.conversation, c.known FROM temp.staged_conversations o
ASOF JOIN (
  SELECT customer, "at", known FROM temp.customer_states WHERE customer IN (SELECT customer FROM temp.staged_conversations)
) c ON c.customer = o.customer AND o.opened_at >= c."at"`

/** The tags a conversation has now: of each tag, the last event that named it decides. */
const tagsSql = (subjects: string): string => `WITH named AS (
  SELECT subject, "at", seq, unnest(tags) AS tag, true AS has FROM known WHERE kind <= ${KIND.promised} AND tags IS NOT NULL AND ${subjects}
  UNION ALL
  SELECT subject, "at", seq, unnest(removed_tags) AS tag, false AS has FROM known
  WHERE kind <= ${KIND.promised} AND removed_tags IS NOT NULL AND ${subjects}
), final AS (SELECT subject, tag FROM named GROUP BY subject, tag HAVING arg_max(has, ("at", seq)))
SELECT subject, list_sort(list(tag)) AS tags FROM final GROUP BY subject`

/** The source's own fields as they stand now: of each field, the last event that named it decides. */
const attributesSql = (subjects: string): string => `WITH named AS (
  SELECT subject, "at", seq, attributes, unnest(json_keys(attributes)) AS field FROM known
  WHERE kind <= ${KIND.promised} AND attributes IS NOT NULL AND ${subjects}
), final AS (
  SELECT subject, field, arg_max(${fieldText}, ("at", seq)) AS text FROM named GROUP BY subject, field
)
SELECT subject, list_sort(list({key: field, value: text})) AS entries FROM final GROUP BY subject`

/** A path that takes any name: quotes and backslashes in it are escaped as JSON has them. */
const fieldText = `json_extract_string(attributes, '$.' || to_json(field)::VARCHAR)`

/** The fields of these customers as they stood from each change on. What is linked to a customer may itself have any number. */
const customerStates = (linked: boolean, among: Among): string => `INSERT INTO customer_states
WITH all_changes AS (
  SELECT ${customer(linked)} AS customer, k."at", k.seq, k."plan", "name", "source", attributes
  FROM known k ${linked ? "LEFT JOIN temp.standing l ON l.kind = 'customers' AND l.code = k.subject" : ""}
  WHERE k.kind = ${kinds["customer.changed"].code}
), changes AS (SELECT * FROM ${among.of("all_changes")}
), named AS (
  SELECT customer, "at", seq, 'customer.plan' AS name, w.word AS text FROM changes JOIN words w ON w.code = "plan"
  UNION ALL SELECT customer, "at", seq, 'customer.name', w.word FROM changes JOIN words w ON w.code = "name"
  UNION ALL SELECT customer, "at", seq, 'customer.source', w.word FROM changes JOIN words w ON w.code = "source"
  UNION ALL SELECT customer, "at", seq, 'customer.' || field, ${fieldText}
  FROM (SELECT *, unnest(json_keys(attributes)) AS field FROM changes WHERE attributes IS NOT NULL)
), moments AS (SELECT DISTINCT customer, "at" FROM named
), states AS (
  SELECT m.customer, m."at", n.name, arg_max(n.text, (n."at", n.seq)) AS text
  FROM moments m JOIN named n ON n.customer = m.customer AND n."at" <= m."at" GROUP BY m.customer, m."at", n.name
)
SELECT customer, "at", map_from_entries(list_sort(list({key: name, value: text}))) AS known
FROM states GROUP BY customer, "at"`

const customer = (linked: boolean): string => (linked ? "coalesce(l.root, k.subject)" : "k.subject")
