import { kinds } from "../../../events/kinds.ts"
import { disputes } from "../../tables.ts"
import { named } from "../named.ts"
import { asKnown, ATTRIBUTES, insertInSlices, type Step, whyNot } from "./insert.ts"

const [RECEIVED, FRAUD] = [kinds["dispute.received"].code, kinds["fraud.reported"].code]

/** Disputes and fraud reports. What they do not say themselves, their order says. */
export async function foldDisputes(step: Step): Promise<void> {
  const { code } = step.words
  await step.own.run(`CREATE OR REPLACE TEMP TABLE disputed AS SELECT * FROM temp.happened WHERE kind IN (${RECEIVED}, ${FRAUD})`)
  await insertInSlices(
    step,
    disputes,
    {
      dispute: "d.subject",
      customer: "d.customer",
      attributes: ATTRIBUTES,
      received_at: `d."at"`,
      report: `CASE d.kind WHEN ${FRAUD} THEN ${code.fraud} ELSE ${code.dispute} END`,
      stage: "d.stage",
      reason: "d.reason",
      network: "d.network",
      amount: "d.amount",
      sale_at: "d.sale_at",
      card_present: "d.card_present",
      also_fraud: `d.kind = ${RECEIVED} AND EXISTS (SELECT 1 FROM temp.disputed f WHERE f.kind = ${FRAUD} AND (f.subject = d.subject OR f."order" = d."order"))`,
      excluded: whyNot(step, "d"),
    },
    (among) => `FROM ${among.of(`(${WITH_ORDERS})`)} d ${asKnown("d", `"at"`, among)}`,
  )
}

/** Of all orders those that are disputed: the engine does not know how few they are before it has found them. */
const WITH_ORDERS = `SELECT h.subject, h.seq, h."at", h.kind, h.stage, h.reason, h.amount, h."order", coalesce(h.customer, o.customer) AS customer,
  coalesce(h.network, o.network) AS network, coalesce(h.sale_at, o."at") AS sale_at, o.card_present, h.lacks_rate OR coalesce(o.lacks_rate, false) AS lacks_rate
FROM temp.disputed h
LEFT JOIN ${named("temp.placed", "subject", `SELECT "order" FROM temp.disputed`)} o ON o.subject = h."order"`
