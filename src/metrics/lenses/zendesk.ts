import { lens, type Step } from "./lens.ts"

const lastSchedule: Step = {
  because: "the last schedule measures the whole span",
  rules: { schedule: "last" },
  clock: "business",
}
const eachStretch = [
  "Zendesk measures all stretches of a status by the last schedule; here each goes by the schedule in force at its end.",
]

/** Tickets, by the rules of Zendesk Support and Explore. */
export const zendesk = lens({
  name: "zendesk",
  title: "Zendesk",
  nearest: {
    first_response_time: {
      called: "First reply time",
      steps: [
        {
          because: "tickets that agents began count, from their creation to the second public comment of an agent",
          rules: { outbound: "second_agent_message", outbound_counts: true },
        },
        { because: "a reopening never starts the clock again", rules: { reopen_restarts_first_response: "never" } },
        lastSchedule,
        { because: "those still waiting are left out", variants: ["completed"] },
      ],
      differs:
        "Tickets that agents began are measured from the creation to the second public comment; a ticket without a reply has no number at all.",
      source: "definitions §0.5, §0.6, card 11, §L 1, 8, 22; the Support API's reply_time_in_minutes",
    },
    first_resolution_time: {
      called: "First resolution time",
      steps: [lastSchedule, { because: "those not solved yet are left out", variants: ["completed"] }],
      differs: "Only solved tickets have one. A ticket closed without being solved counts as solved, as here.",
      source: "definitions §0.6, card 13, §L 8; the Support API's first_resolution_time_in_minutes",
    },
    resolution_time: {
      called: "Full resolution time",
      steps: [lastSchedule],
      differs: "As ours on the calendar; in open hours the last schedule measures the whole span.",
      source: "definitions §0.6, §L 8; the Support API's full_resolution_time_in_minutes",
    },
    requester_wait_time: {
      called: "Requester wait time",
      steps: [lastSchedule],
      differs: "New, open and on hold, as ours.",
      source: "definitions §0.6, card 15; the Support API's requester_wait_time_in_minutes",
      lacks: eachStretch,
    },
    agent_wait_time: {
      called: "Agent wait time",
      steps: [lastSchedule],
      differs: "Pending, as ours.",
      source: "definitions §0.6, cards 15 and 16; the Support API's agent_wait_time_in_minutes",
      lacks: eachStretch,
    },
    on_hold_time: {
      called: "On-hold time",
      steps: [lastSchedule],
      differs: "On hold, as ours.",
      source: "definitions §0.6, card 16; the Support API's on_hold_time_in_minutes",
      lacks: eachStretch,
    },
    backlog: {
      called: "Backlog tickets",
      steps: [{ because: "it was solved, created or reopened after the snapshot of 23 h", variants: ["hour_before"] }],
      differs: "Counted once a day, some time in the 23rd hour, and not at the end of the day.",
      source: "definitions card 8, §L 24",
      lacks: ["When in that hour the snapshot was taken is not known; here it is its beginning, 23:00."],
    },
    one_touch_rate: {
      called: "One-touch tickets",
      steps: [{ because: "solved without any reply counts too", variants: ["at_most_one"] }],
      differs: "Fewer than two replies, so none counts too.",
      source: "definitions card 37, §L 2",
      lacks: ["Zendesk's newer German text says exactly one, which is our number."],
    },
    first_contact_resolution: {
      called: "One-touch tickets, read as first contact resolution",
      steps: [{ because: "by the number of replies, whether or not the customer came again", variants: ["at_most_one"] }],
      differs: "Fewer than two replies of an agent; follow-ups and reopenings by the customer are not looked at.",
      source: "definitions card 36 a, §L 2, 3",
    },
    replies_per_resolution: {
      called: "Agent replies",
      steps: [{ because: "each message of an agent counts, also several in a row", variants: ["messages"] }],
      differs: "The number of public replies of agents; several in a row are several.",
      source: "definitions card 38; the Support API's replies",
      lacks: ["Of a chat Zendesk counts one for each active session; the events tell of no sessions."],
    },
    reopen_rate: {
      called: "Reopened tickets",
      steps: [{ because: "reopened after our days were over, or solved too recently for them", variants: ["ever"] }],
      differs: "A ticket keeps the number of its reopenings, without a window.",
      source: "the Support API's reopens",
    },
    csat: {
      called: "Satisfaction score",
      steps: [{ because: "credited to the last assignee", rules: { rating_credited_to: "last_assignee" } }],
      differs:
        "The same share of good ratings. By agent or team it is the last assignee's, whoever was asked about. Of five points 3 is shown as bad, which does not change the score.",
      source: "definitions §0.8, card 46, §L 21",
      lacks: ["The share of bad ratings, which holds the 3 of 5, is no metric here: look at the scores of csat."],
    },
    sla_attainment: {
      called: "SLA achievement",
      steps: [{ because: "a solve keeps a promised reply", rules: { solve_meets_reply_promise: true } }],
      differs: "A solve without a reply keeps the promise of one.",
      source: "definitions card 12, §L 15, as dbt_zendesk 0.15 reads Zendesk's own events",
    },
    self_service_score: {
      called: "Self-service ratio",
      steps: [],
      differs: "Help centre users for each user who sends a ticket, as ours.",
      source: "definitions card 54",
    },
  },
  beyond: {},
  lacks: [
    "Zendesk keeps whole minutes; here seconds are kept.",
    "What Zendesk stored is not read: numbers are made of the events that were imported.",
  ],
})
