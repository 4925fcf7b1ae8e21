import { many } from "../scope/scope.ts"

/** The rules under which the tape is told, where they are not the usual ones: `rule=bot_stops_clock=true`. */
export interface TapeSearch {
  readonly rule?: readonly string[] | undefined
}

/** The most rules one address may change. */
const MOST_RULES = 20

export function readTapeSearch(raw: Record<string, unknown>): TapeSearch {
  const rule = many(raw["rule"]).filter((text) => /^[a-z_]+=.+$/.test(text))
  return rule.length > 0 ? { rule: rule.slice(0, MOST_RULES) } : {}
}
