import { lens, type Step } from "./lens.ts"

const officeHours: Step = {
  because: "hours outside of office hours are taken off, and those not finished are left out",
  variants: ["office_hours"],
}

/** Conversations, by the rules of Intercom's reports and statistics. */
export const intercom = lens({
  name: "intercom",
  title: "Intercom",
  nearest: {
    ticket_volume: {
      called: "New conversations",
      steps: [],
      differs: "Without those that we began and nobody answered, as ours.",
      source: "definitions card 1",
    },
    first_response_time: {
      called: "Median first response time",
      steps: [officeHours],
      differs:
        "The median of the answered ones, always less the time outside of office hours; by the start of the conversation, as ours.",
      source: "definitions §0.7, card 11; the API's time_to_admin_reply",
    },
    average_response_time: {
      called: "Median time to reply",
      steps: [officeHours],
      differs: "The median instead of the mean, less the time outside of office hours.",
      source: "definitions §0.7; the API's median_time_to_reply",
      lacks: ["Intercom takes the median of each conversation first; here it is that of all waits."],
    },
    first_resolution_time: {
      called: "Median time to first close",
      steps: [officeHours],
      differs: "The median of the closed ones, less the time outside of office hours.",
      source: "definitions §0.7; the API's time_to_first_close",
      lacks: ["Intercom looks at the first close after the customer's first reply only."],
    },
    resolution_time: {
      called: "Median time to close",
      steps: [officeHours],
      differs: "To the last close, less the time outside of office hours.",
      source: "definitions §0.7; the API's time_to_last_close",
    },
    first_contact_resolution: {
      called: "First contact resolution",
      steps: [
        {
          because: "by who took part and how often it was closed, not by what came after",
          variants: ["single_agent_single_close"],
        },
      ],
      differs: "Closed once, with one teammate taking part and no escalation.",
      source: "definitions card 36 e, §L 3",
    },
    bot_containment_rate: {
      called: "Resolution rate of the bot, assumed resolutions included",
      steps: [{ because: "silence after the bot's message counts as settled", variants: ["lenient"] }],
      differs: "A customer who says nothing more is assumed to be helped.",
      source: "definitions card 44",
    },
  },
  beyond: {
    time_to_assignment:
      "Intercom measures to the last assignment before a teammate's first reply (time_to_assignment); here only the first assignee is known by time.",
    average_handle_time:
      "Intercom's handling time runs from an assignment to the close of a conversation; ours is that of calls.",
    reopen_rate:
      "Intercom counts only the reopenings after the customer's first reply (count_reopens), and says nothing of a window.",
  },
  lacks: [
    "Intercom gives the latest 500 parts of a conversation at most; what it left out there is counted here if it was imported.",
  ],
})
