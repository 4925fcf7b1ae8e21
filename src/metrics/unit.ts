/** What a number is a number of. Seconds and shares are told as such whatever the screen makes of them; `money` is the reporting currency. */
export const UNITS = ["count", "seconds", "share", "ratio", "points", "score", "money", "per_hour", "days"] as const
export type Unit = (typeof UNITS)[number]
