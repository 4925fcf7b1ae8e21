import { written } from "../query/time/zone.ts"
import type { Warehouse } from "../warehouse/warehouse.ts"

/** What a folder holds, for the head of the page. */
export interface Status {
  readonly company: string | null
  readonly zone: string
  readonly calendars: readonly string[]
  readonly events: number
  readonly conversations: number
  /** RFC 3339; null while there are no events. */
  readonly firstAt: string | null
  readonly knownUntil: string | null
  readonly lastLearned: string | null
  /** Why the files of the folder's own metrics do not count as they are; those read before still do. */
  readonly metricsProblem: string | null
}

type About = Pick<Status, "zone" | "calendars" | "metricsProblem"> & { readonly company: string | undefined }

export async function statusOf(
  reader: Warehouse,
  schema: string,
  { zone, calendars, company, metricsProblem }: About,
): Promise<Status> {
  const [ledger] = await reader.rows(
    'SELECT count(*) AS events, min("at") AS first_at FROM ledger WHERE seq <= (SELECT max(last_seq) FROM batches)',
  )
  const [facts] = await reader.rows(`SELECT count(*) AS conversations FROM ${schema}.conversations`)
  const [fold] = await reader.rows(`SELECT known_until, learned_until FROM ${schema}.fold`)
  const text = (at: unknown) => (typeof at === "number" ? written(at, zone) : null)
  return {
    company: company ?? null,
    zone,
    calendars,
    events: Number(ledger?.["events"] ?? 0),
    conversations: Number(facts?.["conversations"] ?? 0),
    firstAt: text(ledger?.["first_at"]),
    knownUntil: text(fold?.["known_until"]),
    lastLearned: text(fold?.["learned_until"]),
    metricsProblem,
  }
}
