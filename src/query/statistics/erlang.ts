/** The chance that an arrival finds all `agents` busy and is lost, at an offered load in Erlangs. */
export function erlangB(load: number, agents: number): number {
  let blocked = 1
  for (let n = 1; n <= agents; n++) blocked = (load * blocked) / (n + load * blocked)
  return blocked
}

/** The chance that an arrival must wait where nobody hangs up. `null` where the queue would grow without end. */
export function erlangC(load: number, agents: number): number | null {
  if (agents <= load) return null
  const blocked = erlangB(load, agents)
  return (agents * blocked) / (agents - load * (1 - blocked))
}

/** What callers arriving at this rate meet. Rates and times in seconds. */
export interface QueueLoad {
  readonly callsPerSecond: number
  readonly handle_s: number
  readonly agents: number
  /** The threshold of the service level. */
  readonly within_s: number
}

export interface QueueForecast {
  readonly waitChance: number
  readonly serviceLevel: number
  /** Mean wait of the answered. */
  readonly asa_s: number
  readonly occupancy: number
  readonly abandoned: number
}

/** A queue that nobody leaves. `null` where it would grow without end. */
export function forecastErlangC({ callsPerSecond, handle_s, agents, within_s }: QueueLoad): QueueForecast | null {
  const load = callsPerSecond * handle_s
  const waitChance = erlangC(load, agents)
  if (waitChance === null) return null
  return {
    waitChance,
    serviceLevel: 1 - waitChance * Math.exp((-(agents - load) * within_s) / handle_s),
    asa_s: (waitChance * handle_s) / (agents - load),
    occupancy: load / agents,
    abandoned: 0,
  }
}
