import { z } from "@hono/zod-openapi"
import { Problem } from "../../problem.ts"
import { closed } from "../../query/closed.ts"
import { targetOf } from "../../query/judged/targets.ts"
import { GRAINS, Question } from "../../query/question.ts"
import { readValue } from "../failures.ts"

/** A parameter that may be given several times. */
export const several = (means: string) =>
  z
    .union([z.array(z.string()), z.string()])
    .transform((given) => [given].flat())
    .optional()
    .openapi({ type: "array", items: { type: "string" }, description: means })

/** A question as an address can hold it. */
export const QuestionQuery = closed({
  metric: several("a metric, `first_response_time:business`; give it several times for several"),
  from: z.string().optional().openapi({ description: "local date or date-time in `zone`, or RFC 3339; included" }),
  to: z.string().optional().openapi({ description: "the same; not included" }),
  zone: z.string().optional(),
  grain: z.enum(GRAINS).optional(),
  by: several("what to split by; at most three"),
  where: several(
    "a condition: `team=billing`, `team!=billing`, `tier>=2`, `tier<=2`; several for one field mean any of them; nothing after the sign means not known",
  ),
  compare: z.enum(["previous", "last_year"]).optional(),
  asOf: z.string().optional().openapi({ description: "as it was known then" }),
  as: z.string().optional().openapi({ description: "a product, `zendesk`: beside each number what it would show" }),
  rule: several("a rule of the fold other than its default: `bot_stops_clock=true`"),
  variants: z.enum(["true", "false"]).optional().openapi({ description: "every variant of the metrics beside them" }),
  target: several("what a metric should be: `csat=0.9`"),
  limits: z.enum(["true", "false"]).optional().openapi({ description: "the limits of usual variation by bucket" }),
  against: z.string().optional().openapi({ description: "the group of the only split that the others are compared with" }),
  explain: z.enum(["true", "false"]).optional().openapi({ description: "carry the statement that made the answer" }),
})

export function questionOf(query: z.infer<typeof QuestionQuery>): Question {
  const { metric, where, rule, explain, variants, target, limits, ...same } = query
  return readValue(
    Question,
    {
      ...same,
      metrics: metric ?? [],
      ...(where && { where: filtersOf(where) }),
      ...(rule && { rules: rulesOf(rule) }),
      ...(target && { targets: target.map(targetOf) }),
      ...(limits && { limits: limits === "true" }),
      ...(explain && { explain: explain === "true" }),
      ...(variants && { variants: variants === "true" }),
    },
    "query",
  )
}

export function rulesOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(given.map((text) => splitAt(text, "=")))
}

type Written = { field: string; in?: (string | null)[]; notIn?: (string | null)[]; least?: number; most?: number }

/** Conditions on one field come together, so that `team=a` and `team=b` are one condition: any of them. */
function filtersOf(given: readonly string[]): Written[] {
  const filters = new Map<string, Written>()
  for (const text of given) {
    const [, field, sign, value = ""] = /^(.+?)(!=|>=|<=|=)(.*)$/s.exec(text) ?? []
    if (field === undefined) throw notACondition(text)
    const filter = filters.get(field) ?? { field }
    filters.set(field, filter)
    if (sign === "=") (filter.in ??= []).push(value === "" ? null : value)
    if (sign === "!=") (filter.notIn ??= []).push(value === "" ? null : value)
    if (sign === ">=") filter.least = numberOf(value, text)
    if (sign === "<=") filter.most = numberOf(value, text)
  }
  return [...filters.values()]
}

function numberOf(value: string, text: string): number {
  const number = Number(value)
  if (value.trim() === "" || !Number.isFinite(number)) throw notACondition(text)
  return number
}

function notACondition(text: string): Problem {
  const says = `"${text}" is not a condition; write team=billing, team!=billing, tier>=2 or tier<=2`
  return new Problem("request.invalid", { where: "query", issues: [{ field: "where", says }] })
}

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, "true"] : [text.slice(0, at), text.slice(at + 1)]
}
