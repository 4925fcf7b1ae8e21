import { helpKinds } from "../../../events/kinds/help.ts"
import { searches, sessions, votes } from "../../tables.ts"
import { insert, isTest, type Step } from "./insert.ts"

const VIEWED = helpKinds["article.viewed"].code
const VOTED = helpKinds["article.voted"].code
const SEARCHED = helpKinds["help.searched"].code
const FORM = helpKinds["help.form_opened"].code

/** An article that was open so long was read. */
const READ_S = 30

/** Visits of the help centre with their searches and votes. Whoever is known once is known for the whole visit. */
export async function foldHelp(step: Step): Promise<void> {
  const { code } = step.words
  await step.own.run(`CREATE OR REPLACE TEMP TABLE visits AS
SELECT subject, arg_min(customer, ("at", seq)) AS customer, arg_min(visitor, ("at", seq)) AS visitor, min("at") AS started_at, max("at") AS ended_at,
  count(*) FILTER (WHERE kind = ${SEARCHED}) AS searches, count(*) FILTER (WHERE kind = ${VIEWED}) AS articles, count(*) FILTER (WHERE kind = ${FORM}) AS forms,
  coalesce(bool_or(kind IN (${SEARCHED}, ${FORM}) OR (kind = ${VIEWED} AND seconds >= ${READ_S})), false) AS intent,
  coalesce(bool_or(author = ${code.bot}), false) AS bot, coalesce(bool_or(author = ${code.agent}), false) AS agent
FROM temp.happened WHERE kind IN (${[VIEWED, VOTED, SEARCHED, FORM].join(", ")}) GROUP BY subject`)
  const excluded = `CASE WHEN v.bot THEN ${code.bot} WHEN v.agent THEN ${code.agent} WHEN ${isTest("v")} THEN ${code.test} END`
  const visit = { session: "v.subject", customer: "v.customer", excluded }
  await insert(
    step,
    sessions,
    {
      ...visit,
      visitor: "v.visitor",
      started_at: "v.started_at",
      ended_at: "v.ended_at",
      searches: "v.searches",
      articles: "v.articles",
      forms: "v.forms",
      intent: "v.intent",
      next_contact_at: `c."at"`,
    },
    `FROM temp.visits v ASOF LEFT JOIN temp.turned_to_us c ON c.customer = v.customer AND c."at" >= v.started_at`,
  )
  await insert(
    step,
    searches,
    {
      ...visit,
      searched_at: `h."at"`,
      found: "h.found",
      clicked: "coalesce(h.clicked, false)",
      searched_again_at: "h.again_at",
    },
    `FROM (SELECT *, lead("at") OVER (PARTITION BY subject ORDER BY "at", seq) AS again_at FROM temp.happened WHERE kind = ${SEARCHED}) h
JOIN temp.visits v ON v.subject = h.subject`,
  )
  await insert(
    step,
    votes,
    { ...visit, voted_at: `h."at"`, article: "h.article", helpful: "h.helpful" },
    `FROM temp.happened h JOIN temp.visits v ON v.subject = h.subject WHERE h.kind = ${VOTED}`,
  )
}
