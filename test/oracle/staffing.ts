/** A floor in one stretch of time: calls, how long each takes and may wait, and what was promised. */
export interface Load {
  readonly calls: number
  readonly handle_s: number
  readonly hours: number
  readonly within_s: number
  readonly goal: number
  readonly mostOccupancy: number
  readonly shrinkage: number
}

/** Erlang's second formula as it stands in the books: a sum over the states, in logarithms so that no factorial is too large. */
function mustWait(load: number, agents: number): number {
  const state = (n: number): number =>
    Array.from({ length: n }, (_, i) => Math.log(load / (i + 1))).reduce((sum, x) => sum + x, 0)
  const queued = Math.exp(state(agents)) * (agents / (agents - load))
  const free = Array.from({ length: agents }, (_, n) => Math.exp(state(n))).reduce((sum, x) => sum + x, 0)
  return queued / (free + queued)
}

function keeps({ calls, handle_s, hours, within_s, goal, mostOccupancy }: Load, agents: number): boolean {
  const load = (calls / (hours * 3600)) * handle_s
  const inTime = 1 - mustWait(load, agents) * Math.exp((-(agents - load) * within_s) / handle_s)
  return agents > load && agents * mostOccupancy >= load && inTime >= goal
}

/** One by one, until the promise is kept. */
function fewest(floor: Load): number {
  for (let agents = 1; ; agents++) if (keeps(floor, agents)) return agents
}

export const staffing: Readonly<Record<string, (load: Load) => number>> = {
  required_agents: fewest,
  // What is a whole number but for the last bits of a division is that number.
  "required_agents:scheduled": (load) => Math.ceil(fewest(load) / (1 - load.shrinkage) - 1e-9),
}
