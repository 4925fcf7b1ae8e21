import { writeChat } from "./chat-stretches.ts"
import { openBase, openMsSince } from "./elapsed.ts"
import { msBetween } from "./ms-between.ts"
import { addRow, dropRow } from "./rows.ts"
import { SPAN, type Telling } from "./story.ts"

/** From here on the conversation is in the backlog with this status, assignee, team and the like. */
export function startStretch(t: Telling): void {
  const { story } = t
  story.stretch = addRow(t.spans)
  story.stretchOpen = story.open
  const { cells } = t.spans
  cells[story.stretch + SPAN.subject] = story.subject
  cells[story.stretch + SPAN.span] = t.words.code.unsolved
  cells[story.stretch + SPAN.from_at] = story.at
  describe(t)
}

/** Its status, assignee, team or calendar is another: one stretch ends and the next begins. */
export function turnStretch(t: Telling): void {
  const { story } = t
  story.turned = false
  if (story.stretch < 0) return
  // What happens at one moment is one turn: a stretch of no length covers nothing.
  if (t.spans.cells[story.stretch + SPAN.from_at] === story.at) return describe(t)
  endStretch(t)
  startStretch(t)
}

export function endStretch(t: Telling): void {
  const { story } = t
  const { cells } = t.spans
  const row = story.stretch
  if (row < 0) return
  story.stretch = -1
  const from = cells[row + SPAN.from_at]!
  if (from === story.at) return dropRow(t.spans)
  cells[row + SPAN.to_at] = story.at
  cells[row + SPAN.span_ms] = msBetween(from, story.at)
  cells[row + SPAN.span_business_ms] = openMsSince(t, from, story.stretchOpen)
  writeChat(t, row, story.at)
}

/** A rule of the timetable begins or ends while nothing happens: the stretch is cut there if the calendar is another. */
export function passCalendarChange(t: Telling): void {
  const { story } = t
  story.at = story.calendarChange
  story.open = t.odometer.read(story.at)
  story.calendarChange = t.timetable.nextChange(story.at)
  if (story.stretch < 0 || t.odometer.calendar() === story.stretchCalendar) return
  t.listener?.calendar()
  turnStretch(t)
}

function describe(t: Telling): void {
  const { story } = t
  const { cells } = t.spans
  const row = story.stretch
  story.stretchCalendar = t.odometer.calendar()
  story.calendarChange = t.timetable.nextChange(story.at)
  cells[row + SPAN.status] = t.words.statusCode[story.status]!
  cells[row + SPAN.opened_at] = story.openedAt
  cells[row + SPAN.opened_business_base_ms] = openBase(t, story.openedAt, story.openedOpen)
  cells[row + SPAN.reopened_at] = story.reopenedAt
  cells[row + SPAN.calendar] = story.stretchCalendar < 0 ? NaN : story.stretchCalendar
  cells[row + SPAN.team] = story.team || NaN
  cells[row + SPAN.agent] = (t.rules.bot_assignment_counts || !story.agentIsBot) && story.agent !== 0 ? story.agent : NaN
  cells[row + SPAN.brand] = story.brand || NaN
  cells[row + SPAN.priority] = story.priority || NaN
  cells[row + SPAN.type] = story.type || NaN
  cells[row + SPAN.topic] = story.topic || NaN
}
