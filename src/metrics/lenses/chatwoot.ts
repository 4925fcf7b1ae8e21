import { lens } from "./lens.ts"

/** Conversations, by the rules of Chatwoot's reports. */
export const chatwoot = lens({
  name: "chatwoot",
  title: "Chatwoot",
  nearest: {
    first_response_time: {
      called: "First response time",
      steps: [
        {
          because: "conversations that we began count, from their creation to our first message",
          rules: { outbound: "first_agent_message", outbound_counts: true },
        },
        {
          because: "the clock starts with the creation, not with the customer's first message",
          rules: { response_from: "created" },
        },
        { because: "the clock starts again when the bot gives it to people", rules: { handoff_restarts_first_response: true } },
        { because: "every reopening starts the clock again", rules: { reopen_restarts_first_response: "always" } },
        { because: "by the day of the reply, so the unanswered have no place", variants: ["replied"] },
        { because: "the mean instead of the median", variants: ["mean"] },
      ],
      differs:
        "The mean of the replies sent in the period, from the creation or from the bot's hand-off, conversations that we began among them; a reopening starts the clock again.",
      source: "definitions §0.5, card 11 and its example 5, §L 22",
    },
    average_response_time: {
      called: "Customer waiting time (reply time)",
      steps: [],
      differs: "From the first unanswered message, as ours.",
      source: "definitions §0.5, card 12",
      lacks: ["Versions without the mending of #11787 let a wait survive the resolution; such numbers are not imitated."],
    },
    resolution_time: {
      called: "Resolution time",
      steps: [
        {
          because: "every solve counts from the creation, also those that were taken back, and the mean stands for all",
          variants: ["each_solve"],
        },
      ],
      differs:
        "One entry for each solve, each from the creation, and the mean: a conversation reopened twice enters three times.",
      source: "definitions card 14",
      lacks: ["Chatwoot took the row's last change for the time of the solve; here it is the solve's own."],
    },
    csat: {
      called: "CSAT, responses by rating",
      steps: [],
      differs: "Chatwoot shows how many gave each rating; these are the parts of our number.",
      source: "definitions card 46",
    },
  },
  beyond: {
    bot_containment_rate:
      "Chatwoot divides the bot's resolutions of the period by the conversations created in it, whoever dealt with them. What happened and what was created are two sets, so the result can pass 100 %, and a quotient of two bases is not made here.",
    bot_handoff_rate:
      "Chatwoot divides the hand-offs of the period by the conversations created in it. What happened and what was created are two sets, so the result can pass 100 %, and a quotient of two bases is not made here.",
  },
  lacks: [
    "A day without an answer is drawn as 0 s in Chatwoot's charts; here it has no value.",
    "Chatwoot cuts off the digits of rates; here they are kept.",
    "Chatwoot's reports go by when an entry was written, not by when it happened; here the latter.",
    "With opening hours switched off, Chatwoot's time in business hours is 0; here it is not known.",
  ],
})
