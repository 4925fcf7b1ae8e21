import { describe, expect, test } from "vitest"
import { printMoment } from "../events/moment.ts"
import { Problem } from "../problem.ts"
import { readStories } from "./read.ts"
import type { Asked, Story } from "./story.ts"

const read = (text: string): Story => readStories(text, "a.story")[0]!
const told = (text: string) =>
  read(text).items.flatMap((item) => {
    if (item.kind === "ask") return []
    const { id: _, at, ...rest } = item.event
    return [{ at: printMoment(at), ...rest }]
  })
const asked = (text: string) => read(text).items.filter((item): item is Asked => item.kind === "ask")

describe("times", () => {
  test.each<[string, string, string]>([
    ["a weekday of the first week", "mon 16:50", "2024-01-01T16:50:00Z"],
    ["a day counted from the first", "d9 08:00:30", "2024-01-09T08:00:30Z"],
    ["a later week", "w2 tue 10:00", "2024-01-09T10:00:00Z"],
    ["a date", "2024-05-31 22:30", "2024-05-31T22:30:00Z"],
    ["a moment", "2024-05-31T22:30:00+02:00", "2024-05-31T20:30:00Z"],
    ["a day alone is its first moment", "wed", "2024-01-03T00:00:00Z"],
    ["minutes from the beginning", "@90", "2024-01-01T01:30:00Z"],
    ["seconds from the beginning", "@62s", "2024-01-01T00:01:02Z"],
  ])("%s", (_, when, moment) => expect(told(`#1 ${when} customer writes`)[0]!.at).toBe(moment))

  test("of local clocks", () => {
    expect(told("zone Europe/Berlin\n#1 2024-07-01 09:00 customer writes")[0]!.at).toBe("2024-07-01T07:00:00Z")
    expect(told("hours mon-fri 09:00-17:00 Europe/Berlin\n#1 mon 09:00 customer writes")[0]!.at).toBe("2024-01-01T08:00:00Z")
  })
  test("go on from the line before, and from the beginning of their conversation", () => {
    const moments = told("#1  tue 23:50 customer writes\n    +20m ana replies\n    00:30 ana notes\n    @120 ana solves").map(
      ({ at }) => at,
    )
    expect(moments).toEqual(["2024-01-02T23:50:00Z", "2024-01-03T00:10:00Z", "2024-01-03T00:30:00Z", "2024-01-03T01:50:00Z"])
  })
  test("of another first week, and from another start", () => {
    expect(told("week 2024-05-20\n#1 fri 10:00 customer writes")[0]!.at).toBe("2024-05-24T10:00:00Z")
    expect(told("start mon 09:00\n#1 @5 customer writes")[0]!.at).toBe("2024-01-01T09:05:00Z")
  })
})

describe("sentences", () => {
  test.each<[string, string, Record<string, unknown>]>([
    ["a customer writes", "customer writes", { kind: "message.sent", author: "customer", public: true }],
    [
      "an agent of a team replies",
      "ana@support replies",
      { kind: "message.sent", author: "agent", agent: "ana", team: "support", public: true },
    ],
    ["a note", "ana notes", { kind: "message.sent", author: "agent", agent: "ana", public: false }],
    ["an automatic reply", "auto-reply", { kind: "message.sent", author: "auto", public: true }],
    ["a solve", "ana solves", { kind: "conversation.status_changed", status: "solved", author: "agent", agent: "ana" }],
    ["to a bot", "assigns to bot", { kind: "conversation.assigned", agent: "bot", agent_is: "bot" }],
    ["to a team alone", "lee assigns to @sales", { kind: "conversation.assigned", team: "sales", author: "agent" }],
    ["merging", "merges into #2", { kind: "conversation.merged_into", into: "conversation:2" }],
    ["a tier", "escalates to tier 2", { kind: "conversation.escalated", to: "tier", tier: 2 }],
    [
      "fields by name",
      'changes priority=high topic="my login" attributes.seats=5',
      { kind: "conversation.changed", priority: "high", topic: "my login", attributes: { seats: 5 } },
    ],
    [
      "a promise",
      "promises resolution in 4h on business pausing pending,on_hold",
      {
        kind: "conversation.promised",
        promise: "resolution",
        target_s: 14_400,
        clock: "business",
        pauses: ["pending", "on_hold"],
      },
    ],
  ])("%s", (_, sentence, fields) => {
    const { at: _at, subject, ...event } = told(`#1 mon 09:00 ${sentence}`)[0]!
    expect(subject).toBe("conversation:1")
    expect(event).toEqual(fields)
  })

  test("opening is two events: the conversation and its first message", () => {
    expect(told("#7 mon 09:00 customer opens via chat about login customer=bea")).toEqual([
      {
        at: "2024-01-01T09:00:00Z",
        kind: "conversation.opened",
        subject: "conversation:7",
        channel: "chat",
        direction: "inbound",
        topic: "login",
        customer: "customer:bea",
      },
      { at: "2024-01-01T09:00:00Z", kind: "message.sent", subject: "conversation:7", author: "customer", public: true },
    ])
  })
  test("a part of a call that lasts so long", () => {
    expect(told("call 3 mon 09:00 enters queue sales for 25s")).toEqual([
      {
        at: "2024-01-01T09:00:00Z",
        kind: "call.segment",
        subject: "call:3",
        segment: "queue",
        queue: "sales",
        until: Date.UTC(2024, 0, 1, 9, 0, 25) * 1000,
      },
    ])
  })
  test("one header for forty", () => {
    const subjects = told("#T1..T40 mon customer opens").map(({ subject }) => subject)
    expect(new Set(subjects).size).toBe(40)
    expect(subjects.at(-1)).toBe("conversation:T40")
  })
  test("ids are those of the lines, or the author's own", () => {
    const ids = read("#1 mon customer opens\n    tue ana replies id=x").items.map(
      (item) => item.kind === "event" && item.event.id,
    )
    expect(ids).toEqual(["story:1", "story:1:2", "x"])
  })
  test("learned when it happened, unless the author says later", () => {
    const items = read("#1 mon 09:00 customer opens\n    10:00 ana replies learned=wed").items
    expect(items.map((item) => item.kind === "event" && printMoment(item.learned_at)).at(-1)).toBe("2024-01-03T00:00:00Z")
  })
})

describe("questions", () => {
  const world = "#1 tue 09:00 customer opens\n    thu 10:00 ana replies\n"

  test("are about all that was told, in whole days", () => {
    expect(asked(`${world}ask ticket_volume total`)[0]!.question).toEqual({
      metrics: ["ticket_volume"],
      from: "2024-01-02",
      to: "2024-01-05",
      zone: "UTC",
    })
  })
  test("with everything", () => {
    const line =
      "ask a:business(hours=24), b per week by channel, team where priority=high,- mon..fri in Asia/Tokyo as of fri 12:00 with bot_stops_clock=true compare last_year"
    expect(asked(world + line)[0]!.question).toEqual({
      metrics: ["a:business(hours=24)", "b"],
      grain: "week",
      by: ["channel", "team"],
      where: [{ field: "priority", in: ["high", null] }],
      from: "2024-01-01",
      to: "2024-01-05",
      zone: "Asia/Tokyo",
      asOf: "2024-01-05T12:00:00Z",
      rules: { bot_stops_clock: "true" },
      compare: "last_year",
    })
  })
  test("rows have labels, a value and what else is said", () => {
    const [{ expected }] = asked(
      `${world}ask a per day by channel\n    mon 09:00  live chat  64h 30m  76.7%..90.7%  n=3\n    tue chat -`,
    ) as [Asked]
    expect(expected.map(({ labels, value, said }) => ({ labels, value, said }))).toEqual([
      {
        labels: ["mon 09:00", "live chat"],
        value: "64h 30m",
        said: [
          ["low..high", "76.7%..90.7%"],
          ["n", "3"],
        ],
      },
      { labels: ["tue", "chat"], value: "-", said: [] },
    ])
  })
  test("as of a moment, until it is now again", () => {
    const questions = asked(`${world}as of wed\nask a total\nas of now\nask a total`).map(({ question }) => question.asOf)
    expect(questions).toEqual(["2024-01-03T00:00:00Z", undefined])
  })
})

describe("several stories in a file", () => {
  const stories = readStories(
    "# about\nzone Europe/Berlin\nstory one\n#1 mon customer opens\nstory two\nask a total mon..tue",
    "a.story",
  )
  test("each begins with an empty world and shares the settings above the first", () => {
    expect(stories.map(({ name, zone, items }) => [name, zone, items.length])).toEqual([
      ["one", "Europe/Berlin", 2],
      ["two", "Europe/Berlin", 1],
    ])
  })
})

describe("what cannot be understood says where and what was expected", () => {
  test.each<[string, string, RegExp]>([
    ["a misspelt verb", "#1 mon 09:00 ana replys", /a\.story, line 1: .*Did you mean "replies"\?/],
    ["no time", "#1 customer opens", /line 1: I expected a time/],
    ["a date that does not exist", "#1 2024-02-30 customer opens", /line 1: I expected a time/],
    ["a line without an owner", "zone UTC\n    mon 09:00 ana replies", /line 2: an indented line belongs to/],
    ["an unknown setting", "opening mon", /line 1: I do not know "opening"/],
    ["a word too many", "zone UTC please", /line 1: I do not understand "please"/],
    ["a verb without its end", "#1 mon merges into 2", /after "merges into" I expected into which, as in #2/],
    ["a field the kind does not have", "#1 mon ana replies priority=high", /line 1: priority is not a field of message\.sent/],
    ["a value the field does not have", "#1 mon becomes happy", /line 1: status/],
    ["a question about nothing", "ask a total", /line 1: nothing has happened yet/],
    ["a grain that is none", "#1 mon customer opens\nask a per fortnight", /line 2: I expected one of hour, day/],
    ["hours that are none", "hours mon-fri 9-5", /calendar lines.*09:00-17:00/s],
    ["a range too wide", "#1..20000 mon customer opens", /no range/],
  ])("%s", (_, text, sentence) => {
    expect(() => readStories(text, "a.story")).toThrow(sentence)
    expect(() => readStories(text, "a.story")).toThrow(Problem)
  })
})
