import { MOST_CALLERS } from "./limits.ts"

/** What one caller may do: so many at once, and so many more each second. */
export interface Rate {
  readonly atOnce: number
  readonly perSecond: number
}

interface Left {
  readonly tokens: number
  readonly at: number
}

/** Takes one from a caller's allowance. Returns the seconds to wait where nothing is left, and 0 where there was. Time comes in as a value. */
export type Take = (caller: string, at: number) => number

export function allowances(rate: Rate): Take {
  const callers = new Map<string, Left>()
  return (caller, at) => {
    const before = callers.get(caller) ?? { tokens: rate.atOnce, at }
    const grown = Math.min(rate.atOnce, before.tokens + (Math.max(0, at - before.at) / 1e6) * rate.perSecond)
    const enough = grown >= 1
    // Taken out and put back, so that the map's own order is the order of last use.
    callers.delete(caller)
    callers.set(caller, { tokens: enough ? grown - 1 : grown, at: Math.max(at, before.at) })
    if (callers.size > MOST_CALLERS) callers.delete(callers.keys().next().value ?? caller)
    return enough ? 0 : Math.ceil((1 - grown) / rate.perSecond)
  }
}
