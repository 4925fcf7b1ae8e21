import { ahead } from "../../ahead.ts"
import { assert } from "../../assert.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { KIND_OF_CALL } from "./call.ts"
import { CONVERSATION_KINDS } from "./conversation-events.ts"
import { foldNextAnswers } from "./next-answers.ts"
import { foldPeopleAndMoney } from "./fold-people-and-money.ts"
import { foldWorkingTimes } from "./fold-working-times.ts"
import { KIND_OF_WORK } from "./working-time.ts"
import { foldCalls, foldRatings } from "./fold-calls-and-ratings.ts"
import { KIND_OF_RATING } from "./rating.ts"
import { slicesOf } from "./slices.ts"
import { begin, type Beginning, digestOfSettings, type FoldOptions, tellingOf } from "./begin.ts"
import { foldCustomers } from "./customers/fold-customers.ts"
import { createFacts, FACTS, FOLD_VERSION } from "./facts.ts"
import { askForSlice, foldConversations } from "./fold-conversations.ts"
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
    await foldSlices(own, schema, beginning, progress)
    await keepStanding(own, schema)
    await sign(own, schema, beginning)
  })
}

/** Conversations first: calls and ratings take from them what they do not say themselves. */
async function foldSlices(
  own: DuckWarehouse,
  schema: string,
  beginning: Beginning,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const t = newTelling(tellingOf(beginning))
  const [ofConversations, ofCalls, ofWork, ofRatings] = [
    await slicesOf(own, CONVERSATION_KINDS),
    await slicesOf(own, KIND_OF_CALL),
    await slicesOf(own, KIND_OF_WORK),
    await slicesOf(own, KIND_OF_RATING),
  ]
  const labels = await gatherLabels(own, beginning)
  const conversations = ahead(ofConversations, (slice) => askForSlice(own, slice, t))
  const nextSlice = async () => {
    const { value, done } = await conversations.next()
    assert(done !== true, "a step for each slice")
    await foldConversations(own, schema, t, value, labels)
  }
  const steps = [
    ...ofConversations.map(() => nextSlice),
    ...ofCalls.map((slice) => () => foldCalls(own, schema, beginning, slice)),
    () => foldPeopleAndMoney(own, schema, beginning, "all"),
    // Not in slices: two subjects can be one person.
    ...(ofWork.length > 0 ? [() => foldWorkingTimes(own, schema, beginning, EVERYBODY)] : []),
    ...ofRatings.map((slice) => () => foldRatings(own, schema, beginning, slice)),
    () => foldNextAnswers(own, schema),
    () => foldCustomers(own, schema, beginning, labels),
  ]
  for (const [i, step] of steps.entries()) {
    await step()
    progress(i + 1, steps.length)
  }
}

const EVERYBODY = { from: 0, to: 2 ** 31 - 1 }

/** The fold says what it is made of. */
export async function sign(own: DuckWarehouse, schema: string, { options, timetable, knownUntil }: Beginning): Promise<void> {
  const { rules, asOf } = options
  await own.run(
    `INSERT INTO ${schema}.fold SELECT $5::BIGINT, max(learned_at), (SELECT coalesce(max(seq), 0) FROM ledger),
$1::BIGINT, $2, $3, from_json($4, '["VARCHAR"]'), ${FOLD_VERSION} FROM known`,
    [asOf ?? null, unusual(rules).join(" "), digestOfSettings(options), JSON.stringify(timetable.calendars), knownUntil],
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
