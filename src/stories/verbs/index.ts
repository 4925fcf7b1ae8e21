import { call } from "./call.ts"
import { conversation } from "./conversation.ts"
import { agent, cost, customer, dispute, invoice, order, source, subscription, survey, team, visit } from "./others.ts"
import type { Family } from "./verb.ts"

/** Everything a story can tell of, by what its blocks begin with. */
export const families: readonly Family[] = [
  conversation,
  call,
  survey,
  visit,
  agent,
  team,
  customer,
  subscription,
  invoice,
  order,
  dispute,
  cost,
  source,
]
