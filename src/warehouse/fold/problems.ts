import { didYouMean } from "../../near.ts"

/** What can go wrong for a user who folds by other rules, or asks for a tape. */
export const foldProblems = {
  "rule.unknown": {
    status: 404,
    say: (p: { name: string; known: readonly string[] }) =>
      `There is no fold rule "${p.name}".${didYouMean(p.name, p.known)} The rules are ${p.known.join(", ")}.`,
  },
  "rule.malformed": {
    status: 422,
    say: (p: { text: string }) => `"${p.text}" is not a rule. Write name=value, as in bot_stops_clock=true.`,
  },
  "rule.value": {
    status: 422,
    say: (p: { name: string; text: string; expected: string }) =>
      `The rule ${p.name} cannot be "${p.text}". It takes ${p.expected}.`,
  },
  "conversation.unknown": {
    status: 404,
    say: (p: { conversation: string }) =>
      `There is no conversation "${p.conversation}". Give its id as the events have it, as in conversation:917.`,
  },
} as const
