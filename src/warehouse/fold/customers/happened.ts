import { kinds } from "../../../events/kinds.ts"
import { dataKinds } from "../../../events/kinds/data.ts"
import { helpKinds } from "../../../events/kinds/help.ts"
import { moneyKinds } from "../../../events/kinds/money.ts"
import type { DuckWarehouse } from "../../duckdb.ts"
import type { MoneySettings } from "../../money/settings.ts"
import { quote } from "../../schema.ts"

const CHANGED = kinds["customer.changed"].code

/** The kinds of events these tables are made of. */
export const KINDS_OF_CUSTOMERS: readonly number[] = [
  ...Object.values(helpKinds).map(({ code }) => code),
  ...Object.values(moneyKinds).map(({ code }) => code),
  ...Object.values(dataKinds).map(({ code }) => code),
  CHANGED,
  kinds["customer.known_as"].code,
  kinds["agent.hired"].code,
  kinds["agent.left"].code,
  kinds["quality.reviewed"].code,
]

const FIELDS = [
  "plan",
  "voluntary_end",
  "network",
  "card_present",
  "reason",
  "sale_at",
  "order",
  "stage",
  "category",
  "channel",
  "until",
  "source",
  "visitor",
  "article",
  "seconds",
  "helpful",
  "found",
  "clicked",
  "author",
  "voluntary",
  "contractor",
  "entity",
  "count",
] as const

/** Beyond that an amount is a slip of the pen, and sums would no longer be exact. */
const MOST_MONEY = 1e11

/**
 * One look at the ledger: the temporary table `happened` has all events these tables are made of, with customer and team as the one
 * they are, and with money as ten-thousandths of the reporting currency. `lacks_rate`: the currency has no rate.
 */
export async function createHappened(own: DuckWarehouse, money: MoneySettings): Promise<void> {
  await createRates(own, money)
  // Of a number and one that is not known, least and greatest take the number.
  const amount = (field: string): string =>
    `CASE WHEN k.${field} IS NOT NULL
    THEN CAST(round(least(greatest(k.${field} * coalesce(r.rate, 1), -${MOST_MONEY}), ${MOST_MONEY}) * 10000) AS BIGINT) END AS ${field}`
  await own.run(`CREATE OR REPLACE TEMP TABLE happened AS
SELECT k.seq, k."at", k.kind::INTEGER AS kind, k.subject,
  CASE WHEN k.kind = ${CHANGED} THEN coalesce(s.root, k.subject) ELSE coalesce(c.root, k.customer) END AS customer,
  coalesce(f.root, k.referrer) AS referrer, coalesce(t.root, k.team) AS team,
  ${["amount", "cost", "mrr"].map(amount).join(", ")},
  k.currency IS NOT NULL AND r.rate IS NULL AS lacks_rate,
  ${FIELDS.map((field) => `k.${quote(field)}`).join(", ")}
FROM known k
LEFT JOIN temp.rates r ON r.currency = k.currency
LEFT JOIN temp.standing c ON c.kind = 'customers' AND c.code = k.customer
LEFT JOIN temp.standing s ON s.kind = 'customers' AND s.code = k.subject
LEFT JOIN temp.standing f ON f.kind = 'customers' AND f.code = k.referrer
LEFT JOIN temp.standing t ON t.kind = 'teams' AND t.code = k.team
WHERE k.kind IN (${KINDS_OF_CUSTOMERS.join(", ")})`)
}

/** Whether amounts are worth as much as at the last fold, of the ledger up to `folded`: a second currency makes a single one worth nothing. */
export async function sameRates(own: DuckWarehouse, money: MoneySettings, folded: number): Promise<boolean> {
  const before = `(SELECT * FROM ledger WHERE seq <= ${folded} AND seq NOT IN (SELECT seq FROM superseded WHERE by_seq <= ${folded}))`
  return (await onlyCurrency(own, money, before)) === (await onlyCurrency(own, money, "known"))
}

/** Without a reporting currency a single one needs no rate; of several none can be told in another. Small letters are the same currency. */
async function createRates(own: DuckWarehouse, money: MoneySettings): Promise<void> {
  const only = await onlyCurrency(own, money, "known")
  const all = only === undefined ? [...money.rates] : [[only, 1] as const]
  await own.run("CREATE OR REPLACE TEMP TABLE rates (currency INTEGER, rate DOUBLE)")
  for (const [currency, rate] of all)
    await own.run("INSERT INTO temp.rates SELECT code, $2::DOUBLE FROM words WHERE upper(word) = upper($1)", [currency, rate])
}

/** The only currency of these events, where none is named to report in. */
async function onlyCurrency(own: DuckWarehouse, { reporting }: MoneySettings, events: string): Promise<string | undefined> {
  if (reporting !== undefined) return undefined
  const codes = Object.values(moneyKinds).map(({ code }) => code)
  const used = await own.rows(
    `SELECT DISTINCT upper(w.word) AS word FROM ${events} k JOIN words w ON w.code = k.currency WHERE k.kind IN (${codes.join(", ")})`,
  )
  return used.length === 1 ? String(used[0]!["word"]) : undefined
}
