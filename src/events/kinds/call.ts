import { kind, type Kind } from "./kind.ts"

export const callKinds = {
  "call.started": kind(
    20,
    "call",
    "call",
    "A call came in or went out.",
    [],
    ["direction", "conversation", "customer", "channel", "queue", "team", "agent", "topic", "test", "brand"],
  ),
  "call.segment": kind(
    21,
    "call",
    "call",
    "A part of a call: in the menu, in the queue, ringing, talking, on hold, wrapping up.",
    ["segment"],
    ["until", "agent", "team", "queue", "leg"],
  ),
  "call.transferred": kind(
    22,
    "call",
    "call",
    "It was handed to another agent or team.",
    [],
    ["agent", "team", "to_agent", "to_team", "planned"],
  ),
  "call.abandoned": kind(23, "call", "call", "The caller hung up before anybody answered.", [], ["queue", "team"]),
  "call.callback_asked": kind(24, "call", "call", "The caller chose to be called back.", [], ["queue", "team"]),
  "call.called_back": kind(25, "call", "call", "The caller was called back and answered.", [], ["agent", "team"]),
  "call.voicemail": kind(26, "call", "call", "The caller left a message.", [], ["queue", "team"]),
  "call.flowed_out": kind(
    27,
    "call",
    "call",
    "The queue gave it away: overflow, closed, disconnected by the system.",
    [],
    ["queue", "team", "reason"],
  ),
  "call.ended": kind(28, "call", "call", "The call was over.", [], ["agent", "reason"]),
} as const satisfies Record<string, Kind>
