import { lens } from "./lens.ts"

/** Calls, by the rules of Amazon Connect's historical metrics. */
export const amazonConnect = lens({
  name: "amazon-connect",
  title: "Amazon Connect",
  nearest: {
    average_speed_of_answer: {
      called: "Average queue answer time",
      steps: [{ because: "counted by the moment of the answer, not of the offer", variants: ["answered"] }],
      differs: "A call belongs to the period in which it was answered.",
      source: "definitions card 18",
    },
    service_level: {
      called: "Service level X",
      steps: [
        { because: "every call that left the queue in time counts for it, abandoned ones too", variants: ["removed_in_time"] },
      ],
      differs: "Calls removed from the queue in time for any reason, by all calls that were queued.",
      source: "the administrator guide's “Service level X”; the definitions give no formula",
      lacks: ["The formula is the guide's as far as it is known to us: compare one number before you rely on it."],
    },
    abandonment_rate: {
      called: "Abandonment rate",
      steps: [{ because: "short abandons count", variants: ["raw"] }],
      differs: "By all queued calls; asking to be called back is no abandoning, as ours.",
      source: "definitions card 22 and its example 2",
    },
    average_hold_time: {
      called: "Average customer hold time",
      steps: [{ because: "calls that were never on hold are left out", variants: ["held"] }],
      differs:
        "Only calls that were on hold. The same over all is there as “Average customer hold time all contacts”, which is our number.",
      source: "definitions card 20",
    },
    agent_missed_rate: {
      called: "Agent non-response",
      steps: [],
      differs:
        "Each presentation counts, as ours, so one call can be missed three times; shown as a count there, as a share here.",
      source: "definitions card 24",
    },
    average_handle_time: {
      called: "Average handle time",
      steps: [],
      differs: "As ours: a transfer is a contact of its own there and a part of its own here.",
      source: "definitions card 27; its contact records",
    },
  },
  beyond: {
    missed_call_rate:
      "Amazon Connect counts presentations to agents that nobody took, not calls that nobody answered. That is agent_missed_rate.",
  },
  lacks: ["Callbacks are contacts of their own there, with a wait of their own."],
})
