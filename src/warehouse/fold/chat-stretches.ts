import { KIND } from "./kinds.ts"
import { msBetween } from "./ms-between.ts"
import { add } from "./number-list.ts"
import { addRow } from "./rows.ts"
import { SPAN, type Telling } from "./story.ts"
import { AUTHOR, STATUS } from "./words.ts"

const MINUTE_US = 60_000_000

/** What shows that a chat goes on: its opening, whose it becomes, its status, and what its customer or a person writes. */
export function noteAct(t: Telling, i: number): void {
  const { kind, author } = t.events.codes
  const own = kind[i] === KIND.opened || kind[i] === KIND.assigned || kind[i] === KIND.status
  const by = kind[i] === KIND.message ? (t.words.author[author[i]!] ?? 0) : 0
  if (own || by === AUTHOR.customer || by === AUTHOR.agent) add(t.story.acts, t.story.at)
}

/** Of a stretch of a chat that a person had new or open: the stretches in which it was not idle. `to` is Infinity while it lasts. */
export function writeChat(t: Telling, row: number, to: number): void {
  const { story, words } = t
  const { cells } = t.spans
  if (story.channel !== words.code.chat || Number.isNaN(cells[row + SPAN.agent]!)) return
  const status = cells[row + SPAN.status]!
  if (status !== words.statusCode[STATUS.new] && status !== words.statusCode[STATUS.open]) return
  const from = cells[row + SPAN.from_at]!
  const idle = t.rules.chat_idle_after_min * MINUTE_US
  if (idle === 0) return addChat(t, row, from, to)
  const { values, count } = story.acts
  let start = NaN
  let end = NaN
  for (let i = 0; i < count; i++) {
    const begins = Math.max(values[i]!, from)
    const ends = Math.min(values[i]! + idle, to)
    if (begins >= ends) continue
    if (!(begins <= end)) {
      addChat(t, row, start, end)
      start = begins
    }
    end = ends
  }
  addChat(t, row, start, end)
}

/** The same in all but its time. */
function addChat(t: Telling, row: number, from: number, to: number): void {
  if (Number.isNaN(from)) return
  const at = addRow(t.spans)
  const { cells, width } = t.spans
  cells.copyWithin(at, row, row + width)
  cells[at + SPAN.span] = t.words.code.chat
  cells[at + SPAN.from_at] = from
  cells[at + SPAN.to_at] = to === Infinity ? NaN : to
  cells[at + SPAN.span_ms] = to === Infinity ? NaN : msBetween(from, to)
  cells[at + SPAN.span_business_ms] = NaN
}
