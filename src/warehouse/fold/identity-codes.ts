import type { Telling } from "./story.ts"

/** The person behind an agent's word, where several words are one person. */
export function agentOf(t: Telling, code: number): number {
  return t.identities.agents.size === 0 ? code : (t.identities.agents.get(code) ?? code)
}

export function teamOf(t: Telling, code: number): number {
  return t.identities.teams.size === 0 ? code : (t.identities.teams.get(code) ?? code)
}

export function customerOf(t: Telling, code: number): number {
  return t.identities.customers.size === 0 ? code : (t.identities.customers.get(code) ?? code)
}
