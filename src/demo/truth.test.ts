import { describe, expect, test } from "vitest"
import type { CanonicalEvent } from "../events/event.ts"
import { demo } from "./demo.ts"
import { plantIncidents } from "./incidents.ts"
import { DAY } from "./local.ts"

const company = demo({ scale: 0.5 })
const { year } = company
const incidents = plantIncidents(year)
const opened: CanonicalEvent[] = []
const calls: CanonicalEvent[] = []
const sent = new Map<string, CanonicalEvent>()
const answers: CanonicalEvent[] = []
const firstReply = new Map<string, number>()
const hiredAndLeft: CanonicalEvent[] = []
const counts: CanonicalEvent[] = []
for await (const chunk of company.events()) chunk.forEach(sort)

describe("what was planted shows", () => {
  test("the outage: twice the contacts of a usual Tuesday, and longer waits", () => {
    const day = year.home.day(incidents.outage.from)
    const contacts = (of: number) => opened.filter(({ at, team }) => team === "care_berlin" && year.home.day(at / 1000) === of)
    expect(contacts(day).length).toBeGreaterThan(1.8 * contacts(day - 7).length)
    expect(median(waits(contacts(day)))).toBeGreaterThan(2 * median(waits(contacts(day - 7))))
  })

  test("the bot's release: content chat customers, before and during", () => {
    const { from, to } = incidents.botRelease
    expect(csat("chat", from - 28 * DAY, from) - csat("chat", from, to)).toBeGreaterThan(0.12)
    expect(csat("chat", to + DAY, to + 28 * DAY) - csat("chat", from, to)).toBeGreaterThan(0.12)
  })

  test("the team that lost people: their customers wait, the others' no longer than in any summer", () => {
    const { days, replacedOn } = incidents.leaving
    const mails = (team: string, fromDay: number, toDay: number) =>
      opened.filter((event) => event.team === team && event.channel === "email" && within(event, fromDay * DAY, toDay * DAY))
    const thin = median(waits(mails("care_toronto", days[1]! + 7, replacedOn[0]! + 10)))
    expect(
      hiredAndLeft.filter(({ kind, team, voluntary }) => kind === "agent.left" && team === "care_toronto" && voluntary).length,
    ).toBeGreaterThan(0)
    expect(thin).toBeGreaterThan(1.4 * median(waits(mails("care_toronto", year.firstDay, days[0]!))))
  })

  test("the topic that rises: from hardly any to one in ten", () => {
    const share = (from: number, to: number) => {
      const known = opened.filter((event) => event.topic !== undefined && within(event, from * DAY, to * DAY))
      return known.filter(({ topic }) => topic === "zip_defect").length / known.length
    }
    expect(share(year.firstDay, incidents.rising.fromDay)).toBeLessThan(0.01)
    expect(share(year.lastDay - 30, year.lastDay)).toBeGreaterThan(0.09)
  })

  test("the forgotten holiday: nobody in Toronto writes, while the calendar says they are open", () => {
    expect(company.calendars).toContain("America/Toronto")
    const clock = year.teamClock.care_toronto
    const day = opened.filter(
      ({ at, team, channel }) =>
        team === "care_toronto" && channel === "email" && clock.day(at / 1000) === incidents.forgottenHoliday,
    )
    const replies = day.map(({ subject }) => firstReply.get(subject)).filter((at) => at !== undefined)
    expect(replies.length).toBeGreaterThan(5)
    expect(replies.filter((at) => clock.day(at / 1000) === incidents.forgottenHoliday)).toEqual([])
  })

  test("the gap: no call of the hours between, while conversations go on", () => {
    const { from, to } = incidents.gap
    expect(calls.filter((event) => within(event, from, to))).toEqual([])
    expect(calls.filter((event) => within(event, from - 7 * DAY, to - 7 * DAY)).length).toBeGreaterThan(8)
    expect(opened.filter((event) => event.channel === "phone" && within(event, from, to)).length).toBeGreaterThan(2)
  })

  test("the gap is the only day on which a source counted more than arrived", () => {
    const dayOf = ({ at }: CanonicalEvent) => year.home.day(at / 1000)
    const arrived = new Map<string, number>()
    for (const [entity, begun] of [["call", calls] as const, ["conversation", opened] as const])
      for (const event of begun.filter(({ test }) => test !== true))
        arrived.set(`${entity} ${dayOf(event)}`, (arrived.get(`${entity} ${dayOf(event)}`) ?? 0) + 1)
    const short = counts.filter((event) => {
      const { entity, count } = event
      const here = arrived.get(`${entity} ${dayOf(event)}`) ?? 0
      expect(here).toBeLessThanOrEqual(count!)
      return here < count!
    })
    expect(short).toMatchObject([{ subject: "source:phone", at: year.home.at(year.home.day(incidents.gap.from), 0) * 1000 }])
    expect(counts.length).toBe(2 * (year.lastDay - year.firstDay - 1))
  })
})

test("the company is a plausible one", () => {
  const phone = calls.length
  expect(opened.length).toBeGreaterThan(56_000)
  expect(opened.length).toBeLessThan(68_000)
  expect(phone / opened.length).toBeGreaterThan(0.12)
  const content = csat(undefined, year.start, year.end)
  expect(content).toBeGreaterThan(0.8)
  expect(content).toBeLessThan(0.9)
  const mail = median(waits(opened.filter(({ channel }) => channel === "email")))
  expect(mail / 3600).toBeGreaterThan(1)
  expect(mail / 3600).toBeLessThan(16)
})

function sort(event: CanonicalEvent): void {
  if (event.kind === "conversation.opened") opened.push(event)
  else if (event.kind === "call.started") calls.push(event)
  else if (event.kind === "survey.sent") sent.set(event.subject, event)
  else if (event.kind === "survey.answered") answers.push(event)
  else if (event.kind === "agent.left") hiredAndLeft.push(event)
  else if (event.kind === "source.counted") counts.push(event)
  else if (event.kind === "message.sent" && event.author === "agent" && event.public === true && !firstReply.has(event.subject))
    firstReply.set(event.subject, event.at)
}

/** Seconds to the first reply, of those that have one and wait for one. */
function waits(conversations: readonly CanonicalEvent[]): number[] {
  return conversations
    .filter(({ direction }) => direction === "inbound")
    .map(({ subject, at }) => (firstReply.get(subject)! - at) / 1e6)
    .filter((wait) => wait > 0)
}

function csat(channel: string | undefined, from: number, to: number): number {
  const scores = answers
    .filter(({ subject }) => {
      const invitation = sent.get(subject)!
      return (
        invitation.survey === "csat" && (channel === undefined || invitation.channel === channel) && within(invitation, from, to)
      )
    })
    .map(({ score }) => score!)
  return scores.filter((score) => score >= 4).length / scores.length
}

function within({ at }: CanonicalEvent, from: number, to: number): boolean {
  return at >= from * 1000 && at < to * 1000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
