const UNIT_MS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const
type UnitName = keyof typeof UNIT_MS

const PART = /(\d+(?:\.\d+)?)([wdhms])/g
const WHOLE = /^(?:\d+(?:\.\d+)?[wdhms])+$/

/** `1h30m`, `20s`, `2d` → milliseconds. A day is 24 hours. `undefined` for anything else. */
export function durationMs(text: string): number | undefined {
  if (!WHOLE.test(text)) return undefined
  let ms = 0
  for (const [, amount, unit] of text.matchAll(PART)) ms += Number(amount) * UNIT_MS[unit as UnitName]
  return Math.round(ms)
}

/** Milliseconds of one unit, by its letter. */
export function unitMs(letter: string): number {
  return UNIT_MS[letter as UnitName]
}

/** Seconds as people write them, exactly: `64h 30m`, `0s`, `1.5s`. */
export function writeSeconds(seconds: number): string {
  const ms = Math.round(Math.abs(seconds) * 1000)
  const parts = [
    [Math.floor(ms / UNIT_MS.h), "h"],
    [Math.floor((ms % UNIT_MS.h) / UNIT_MS.m), "m"],
    [(ms % UNIT_MS.m) / 1000, "s"],
  ] as const
  const said = parts.filter(([amount]) => amount !== 0).map(([amount, unit]) => `${amount}${unit}`)
  return `${seconds < 0 ? "-" : ""}${said.join(" ") || "0s"}`
}
