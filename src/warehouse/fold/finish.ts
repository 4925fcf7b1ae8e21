import { openBase } from "./elapsed.ts"
import { countMovements } from "./movements.ts"
import { addRow, type Rows } from "./rows.ts"
import { forgetOpenSums } from "./statuses.ts"
import { CONVERSATION, MOVEMENT, PROMISE, PROMISE_STRETCH, SPAN, type Telling, WAIT } from "./story.ts"

/** The last columns of the conversation's row: what it is now. */
export function closeRow(t: Telling): void {
  const { story } = t
  const { row } = story
  if (story.excluded === 0 && t.identities.testCustomers.has(story.customer)) story.excluded = t.words.code.test
  row[CONVERSATION.conversation] = story.subject
  row[CONVERSATION.customer] = story.customer || NaN
  row[CONVERSATION.channel] = story.channel || NaN
  row[CONVERSATION.direction] = directionOf(t)
  row[CONVERSATION.team] = story.team || NaN
  row[CONVERSATION.agent] = story.agent || NaN
  row[CONVERSATION.brand] = story.brand || NaN
  row[CONVERSATION.priority] = story.priority || NaN
  row[CONVERSATION.type] = story.type || NaN
  row[CONVERSATION.topic] = story.topic || NaN
  row[CONVERSATION.tier] = story.tier
  row[CONVERSATION.excluded] = story.removedAs || story.excluded || NaN
  row[CONVERSATION.opened_at] = story.openedAt
  row[CONVERSATION.counted_at] = story.outbound && !t.rules.outbound_counts ? row[CONVERSATION.clock_at]! : story.openedAt
  if (Number.isNaN(row[CONVERSATION.customer_after_bot]!)) row[CONVERSATION.customer_after_bot] = 0
  if (story.stretch >= 0 && Number.isNaN(openBase(t, story.openedAt, story.openedOpen))) forgetOpenSums(t)
  const at = addRow(t.conversations)
  t.conversations.cells.set(row, at)
}

/** What is known of the conversation only at the end of its story is written into all its rows. */
export function stampRows(t: Telling): void {
  const { story } = t
  const { waits, movements, spans, promises, promiseStretches } = t
  const reason = story.removedAs || story.excluded || NaN
  const direction = directionOf(t)
  countMovements(t)
  stampEach(t, waits, story.firstWait, WAIT, reason)
  stampEach(t, promises, story.firstPromise, PROMISE, reason)
  stampEach(t, promiseStretches, story.firstPromiseStretch, PROMISE_STRETCH, reason)
  for (let row = story.firstMovement * movements.width; row < movements.count * movements.width; row += movements.width) {
    const contact = movements.cells[row + MOVEMENT.movement] === t.words.code.contacted
    movements.cells[row + MOVEMENT.customer] = story.customer || NaN
    movements.cells[row + MOVEMENT.channel] = story.channel || NaN
    movements.cells[row + MOVEMENT.direction] = direction
    movements.cells[row + MOVEMENT.removed_as] = story.removedAs || NaN
    movements.cells[row + MOVEMENT.excluded] = contact ? reason : story.excluded || NaN
  }
  for (let row = story.firstSpan * spans.width; row < spans.count * spans.width; row += spans.width) {
    spans.cells[row + SPAN.customer] = story.customer || NaN
    spans.cells[row + SPAN.channel] = story.channel || NaN
    spans.cells[row + SPAN.direction] = direction
    spans.cells[row + SPAN.removed_as] = story.removedAs || NaN
    spans.cells[row + SPAN.excluded] = story.excluded || NaN
  }
}

function stampEach(
  t: Telling,
  { cells, width, count }: Rows,
  first: number,
  place: { readonly customer: number; readonly channel: number; readonly direction: number; readonly excluded: number },
  reason: number,
): void {
  const { customer, channel } = t.story
  const direction = directionOf(t)
  for (let row = first * width; row < count * width; row += width) {
    cells[row + place.customer] = customer || NaN
    cells[row + place.channel] = channel || NaN
    cells[row + place.direction] = direction
    cells[row + place.excluded] = reason
  }
}

function directionOf(t: Telling): number {
  return t.story.outbound ? t.words.code.outbound : t.words.code.inbound
}
