import type { DuckWarehouse } from "../duckdb.ts"
import { KIND } from "./kinds.ts"
import { begin, type Beginning, digestOfCalendars, type FoldOptions } from "./begin.ts"
import { createFacts, FACTS, FOLD_VERSION } from "./facts.ts"
import { foldConversations } from "./fold-conversations.ts"
import { gatherLabels } from "./labels.ts"
import { unusual } from "./rules.ts"
import { keepStanding } from "./standing.ts"
import { newTelling } from "./telling.ts"

/** Folds the whole ledger into `schema`, in one transaction: others see the old facts until the new ones are complete. */
export async function foldAll(
  duck: DuckWarehouse,
  options: FoldOptions,
  schema: string = FACTS,
  progress: (done: number, of: number) => void = () => {},
): Promise<void> {
  await inTransaction(duck, async (own) => {
    const beginning = await begin(own, options)
    await createFacts(own, schema)
    await foldAllConversations(own, schema, beginning, progress)
    await keepStanding(own, schema)
    await sign(own, schema, beginning)
  })
}

/** A slice has about so many events: they and their rows must fit in memory beside what the engine needs to sort them. */
const SLICE_EVENTS = 1_000_000

async function foldAllConversations(
  own: DuckWarehouse,
  schema: string,
  { words, timetable, identities, options }: Beginning,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const slices = await slicesOf(own)
  if (slices.length === 0) return
  const t = newTelling({ words, rules: options.rules, timetable, identities })
  const labels = await gatherLabels(own, identities.customers.size > 0 ? "linked" : "alone")
  for (const [i, slice] of slices.entries()) {
    await foldConversations(own, schema, t, slice, labels)
    progress(i + 1, slices.length)
  }
}

/** Ranges of subjects with about as many events each. Subjects are numbered as they come, so a range lies close together. */
async function slicesOf(own: DuckWarehouse): Promise<{ from: number; to: number }[]> {
  const rows = await own.rows(
    `SELECT subject // ${BLOCK} AS block, count(*) AS events FROM ledger WHERE kind <= ${KIND.promised} GROUP BY block ORDER BY block`,
  )
  const slices: { from: number; to: number }[] = []
  let events = Infinity
  for (const { block, events: more } of rows as readonly { block: number; events: number }[]) {
    const last = slices.at(-1)
    if (last && events + more <= SLICE_EVENTS) {
      last.to = (block + 1) * BLOCK
      events += more
    } else {
      slices.push({ from: last?.to ?? 0, to: (block + 1) * BLOCK })
      events = more
    }
  }
  // One merged into may have no events of its own, and a code beyond all others.
  if (slices.length > 0) slices.at(-1)!.to = 2 ** 31 - 1
  return slices
}

/** The fold says what it is made of. */
export async function sign(own: DuckWarehouse, schema: string, { options, timetable }: Beginning): Promise<void> {
  const { calendars, rules, asOf } = options
  await own.run(
    `INSERT INTO ${schema}.fold SELECT coalesce($1::BIGINT, max("at") FILTER ("at" <= learned_at)), max(learned_at), (SELECT coalesce(max(seq), 0) FROM ledger),
$1::BIGINT, $2, $3, from_json($4, '["VARCHAR"]'), ${FOLD_VERSION} FROM known`,
    [asOf ?? null, unusual(rules).join(" "), digestOfCalendars(calendars), JSON.stringify(timetable.calendars)],
  )
}

/** Work on a connection of its own, all of it or nothing. */
export async function inTransaction<T>(duck: DuckWarehouse, work: (own: DuckWarehouse) => Promise<T>): Promise<T> {
  const own = await duck.connect()
  try {
    await own.run("BEGIN TRANSACTION")
    const result = await work(own)
    await own.run("COMMIT")
    return result
  } finally {
    // Closing rolls back what was not committed.
    own.close()
  }
}

const BLOCK = 1024
