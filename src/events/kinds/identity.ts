import { kind, type Kind } from "./kind.ts"

export const identityKinds = {
  "customer.known_as": kind(
    80,
    "identity",
    "customer",
    "Two ids turned out to be one customer, or not.",
    ["same_as"],
    ["linked"],
  ),
  "customer.changed": kind(
    81,
    "identity",
    "customer",
    "What we know of a customer changed.",
    [],
    ["plan", "name", "referrer", "source", "test"],
  ),
  "agent.known_as": kind(
    82,
    "identity",
    "agent",
    "An agent's name, or another id of the same person.",
    [],
    ["name", "same_as", "linked", "team", "role"],
  ),
  "team.known_as": kind(
    83,
    "identity",
    "team",
    "A team's name, or another id of the same team.",
    [],
    ["name", "same_as", "linked"],
  ),
} as const satisfies Record<string, Kind>
