import { kind, type Kind } from "./kind.ts"

export const peopleKinds = {
  "agent.hired": kind(60, "people", "agent", "A person joined.", [], ["team", "role", "contractor", "name"]),
  "agent.left": kind(61, "people", "agent", "A person left.", [], ["voluntary", "reason", "team"]),
  "shift.planned": kind(
    62,
    "people",
    "agent",
    "A stretch of a person's working time was planned.",
    ["until"],
    ["activity", "paid", "team"],
  ),
  "presence.changed": kind(63, "people", "agent", "What a person can do now changed.", ["presence"], ["on_queue", "team"]),
  "quality.reviewed": kind(
    64,
    "people",
    ["conversation", "call"],
    "Somebody reviewed an agent's work.",
    ["agent"],
    ["questionnaire", "version", "criteria", "critical_error", "team", "author"],
  ),
} as const satisfies Record<string, Kind>
