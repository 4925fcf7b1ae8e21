import { kind, type Kind } from "./kind.ts"

export const dataKinds = {
  "source.counted": kind(
    90,
    "data",
    "source",
    "A source said how many it has of a stretch of time, which begins at the event's moment and lasts a day where it does not say until when.",
    ["entity", "count"],
    ["until", "channel"],
  ),
} as const satisfies Record<string, Kind>
