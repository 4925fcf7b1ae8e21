import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import type { spans } from "../tables.ts"
import type { Beginning } from "./begin.ts"
import { employmentsOf } from "./employments.ts"

export const KINDS_OF_PEOPLE_AND_MONEY = [
  kinds["agent.hired"].code,
  kinds["agent.left"].code,
  kinds["shift.planned"].code,
  kinds["presence.changed"].code,
  kinds["subscription.changed"].code,
] as const
const [, LEFT, SHIFT, PRESENCE, SUBSCRIPTION] = KINDS_OF_PEOPLE_AND_MONEY

/**
 * Shifts, presence, employment and subscriptions as spans, of all subjects or of those in the temporary table `refolded`. Each lasts from
 * an event to the next one of its subject, so the engine finds them with one look ahead.
 */
export async function foldPeopleAndMoney(
  own: DuckWarehouse,
  schema: string,
  { words, identities }: Beginning,
  subjects: "all" | "refolded",
): Promise<void> {
  const within = subjects === "all" ? "true" : "k.subject IN (SELECT subject FROM temp.refolded)"
  const agents = identities.agents.size > 0
  const customers = identities.customers.size > 0
  const word = (name: "shift" | "employed" | "subscribed"): string => `${words.code[name]}::INTEGER`
  const person = agents ? "coalesce(l.root, p.code)" : "p.code"
  const people = joinPeople(agents)
  const team = "coalesce(t.root, k.team)"
  const customer = customers ? "coalesce(c.root, k.customer)" : "k.customer"
  const payers = customers ? "LEFT JOIN temp.standing c ON c.kind = 'customers' AND c.code = k.customer" : ""

  await write(own, schema, {
    from: `known k ${people} WHERE k.kind = ${SHIFT} AND ${within}`,
    columns: {
      span: word("shift"),
      from_at: `k."at"`,
      to_at: `greatest(k.until, k."at")`,
      status: "k.activity",
      paid: "k.paid",
      agent: person,
      team,
    },
  })
  await write(own, schema, {
    from: `${nextOf("k.presence, k.on_queue, k.team", [PRESENCE, LEFT], within)} k ${people} WHERE k.kind = ${PRESENCE}`,
    columns: {
      span: "k.presence",
      from_at: `k."at"`,
      to_at: "k.next_at",
      value: "k.on_queue::INTEGER::DOUBLE",
      agent: person,
      team,
    },
  })
  await write(own, schema, {
    from: `${employmentsOf(`(SELECT *, subject AS person FROM known k WHERE ${within})`)} k ${people} WHERE true`,
    columns: { span: word("employed"), from_at: `k."at"`, to_at: "k.gone.left_at", agent: person, team },
  })
  await write(own, schema, {
    from: `${nextOf('k.mrr, k.customer, k."plan"', [SUBSCRIPTION], within)} k ${payers} WHERE k.mrr > 0`,
    columns: { span: word("subscribed"), from_at: `k."at"`, to_at: "k.next_at", value: "k.mrr", type: 'k."plan"', customer },
  })
}

/** Who the event is of, and the team it names as the one that it is. */
const joinPeople = (
  agentsAreLinked: boolean,
): string => `JOIN subjects n ON n.code = k.subject JOIN words p ON p.word = substr(n.name, instr(n.name, ':') + 1)
${agentsAreLinked ? "LEFT JOIN temp.standing l ON l.kind = 'agents' AND l.code = p.code" : ""}
LEFT JOIN temp.standing t ON t.kind = 'teams' AND t.code = k.team`

/** The events of these kinds with the moment of the subject's next one. */
const nextOf = (columns: string, kinds: readonly number[], within: string): string =>
  `(SELECT k.subject, k.kind, k."at", ${columns}, lead(k."at") OVER (PARTITION BY k.subject ORDER BY k."at", k.kind, k.seq) AS next_at
FROM known k WHERE k.kind IN (${kinds.join(", ")}) AND ${within})`

interface Written {
  readonly from: string
  readonly columns: { readonly span: string; readonly from_at: string; readonly to_at: string } & {
    readonly [name in keyof typeof spans.columns]?: string
  }
}

/** What lasts no time covers nothing and is left out. */
async function write(own: DuckWarehouse, schema: string, { from, columns }: Written): Promise<void> {
  const { from_at, to_at } = columns
  const span_ms = `(${to_at}) // 1000 - (${from_at}) // 1000`
  const all = Object.entries({ subject: "k.subject", span_ms, ...columns })
  await own.run(`INSERT INTO ${schema}.spans (${all.map(([name]) => quote(name)).join(", ")})
SELECT ${all.map(([, value]) => value).join(", ")} FROM ${from} AND (${to_at} IS NULL OR ${to_at} > ${from_at})`)
}
