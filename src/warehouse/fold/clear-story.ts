import { conversations } from "../tables.ts"
import { numberList } from "./number-list.ts"
import { numbersOf } from "./rows.ts"
import type { Story } from "./story.ts"

/** Counts and sums begin with zero, all else with NULL. */
const SUMS = /^(new|opened|pending|on_hold|unassigned|handle)(_business)?_ms$/
const BLANK_ROW = Float64Array.from(numbersOf(conversations), (name) => {
  const columns: Readonly<Record<string, { readonly type: string }>> = conversations.columns
  const isCount = columns[name]?.type === "count" && !name.endsWith("tier") && name !== "calendar"
  return isCount || SUMS.test(name) ? 0 : NaN
})

/** All fields in one literal, so that all stories have one shape for the engine that runs this. */
const BLANK: Omit<Story, "row" | "participants" | "acts"> = {
  subject: 0,
  lead: 0,
  start: 0,
  end: 0,
  at: NaN,
  open: NaN,
  begun: false,
  openedAt: NaN,
  openedOpen: NaN,
  outbound: false,
  clockFromOpening: false,
  clocked: false,
  clockAt: NaN,
  clockOpen: NaN,
  firstMessageOpen: NaN,
  handoffOpen: NaN,
  customer: 0,
  channel: 0,
  team: 0,
  agent: 0,
  agentIsBot: false,
  agentSince: NaN,
  lastHuman: 0,
  brand: 0,
  priority: 0,
  type: 0,
  topic: 0,
  tier: NaN,
  status: 0,
  statusAt: NaN,
  statusOpen: NaN,
  unassignedAt: NaN,
  unassignedOpen: NaN,
  waiting: false,
  waitAt: NaN,
  waitOpen: NaN,
  waitAfterFirst: false,
  turns: 0,
  side: 0,
  afterSolveAt: NaN,
  afterSolveOpen: NaN,
  reopenedAt: NaN,
  excluded: 0,
  gone: false,
  removedAs: 0,
  firstWait: 0,
  firstMovement: 0,
  firstSpan: 0,
  firstPromise: 0,
  firstPromiseStretch: 0,
  stretch: -1,
  stretchOpen: NaN,
  stretchCalendar: -1,
  calendarChange: Infinity,
  lastSolve: -1,
  turned: false,
  book: undefined,
}

export function newStory(): Story {
  return { ...BLANK, row: Float64Array.from(BLANK_ROW), participants: numberList(), acts: numberList() }
}

/** Field by field: five times as fast as copying from a blank one, and this is done for every conversation. */
export function clearStory(story: Story): void {
  story.row.set(BLANK_ROW)
  story.participants.count = 0
  story.acts.count = 0
  clearOpening(story)
  clearState(story)
  clearClocks(story)
}

function clearOpening(story: Story): void {
  story.subject = 0
  story.lead = 0
  story.start = 0
  story.end = 0
  story.at = NaN
  story.open = NaN
  story.begun = false
  story.openedAt = NaN
  story.openedOpen = NaN
  story.outbound = false
  story.clockFromOpening = false
  story.clocked = false
  story.clockAt = NaN
  story.clockOpen = NaN
  story.firstMessageOpen = NaN
  story.handoffOpen = NaN
}

function clearState(story: Story): void {
  story.customer = 0
  story.channel = 0
  story.team = 0
  story.agent = 0
  story.agentIsBot = false
  story.agentSince = NaN
  story.lastHuman = 0
  story.brand = 0
  story.priority = 0
  story.type = 0
  story.topic = 0
  story.tier = NaN
  story.status = 0
  story.statusAt = NaN
  story.statusOpen = NaN
  story.unassignedAt = NaN
  story.unassignedOpen = NaN
}

function clearClocks(story: Story): void {
  story.waiting = false
  story.waitAt = NaN
  story.waitOpen = NaN
  story.waitAfterFirst = false
  story.turns = 0
  story.side = 0
  story.afterSolveAt = NaN
  story.afterSolveOpen = NaN
  story.reopenedAt = NaN
  story.excluded = 0
  story.gone = false
  story.removedAs = 0
  story.firstWait = 0
  story.firstMovement = 0
  story.firstSpan = 0
  story.firstPromise = 0
  story.firstPromiseStretch = 0
  story.stretch = -1
  story.stretchOpen = NaN
  story.stretchCalendar = -1
  story.calendarChange = Infinity
  story.lastSolve = -1
  story.turned = false
  story.book = undefined
}
