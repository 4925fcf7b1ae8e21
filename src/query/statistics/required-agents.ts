import { forecastErlangA } from "./erlang-a.ts"
import { forecastErlangC, type QueueForecast } from "./erlang.ts"

export interface Demand {
  readonly calls: number
  readonly interval_s: number
  readonly handle_s: number
  readonly within_s: number
  /** The share to be answered within `within_s`. */
  readonly goal: number
  readonly mostOccupancy?: number | undefined
  /** The share of paid time not available for calls. */
  readonly shrinkage?: number | undefined
  /** How long callers wait before they hang up, on average. Known: Erlang A; not known: Erlang C. */
  readonly patience_s?: number | undefined
}

export interface Staffing extends QueueForecast {
  readonly agents: number
  /** On the schedule, so that `agents` sit there. */
  readonly scheduled: number
}

/** No queue we plan has more. */
export const MOST_AGENTS = 10_000

/** The fewest agents that reach the goal. `null` without calls, or where `MOST_AGENTS` would not do. */
export function requiredAgents(demand: Demand): Staffing | null {
  const { calls, interval_s, handle_s, goal, mostOccupancy = 1, shrinkage = 0 } = demand
  if (calls <= 0 || interval_s <= 0 || handle_s <= 0 || shrinkage >= 1) return null
  // Without hang-ups fewer than the load can never do; with them a small team may still reach a modest goal.
  const first = demand.patience_s === undefined ? Math.floor((calls / interval_s) * handle_s) + 1 : 1
  for (let agents = first; agents <= MOST_AGENTS; agents++) {
    const forecast = staffed(demand, agents)
    if (forecast && forecast.serviceLevel >= goal && forecast.occupancy <= mostOccupancy)
      return { ...forecast, agents, scheduled: Math.ceil(agents / (1 - shrinkage) - 1e-9) }
  }
  return null
}

function staffed({ calls, interval_s, handle_s, within_s, patience_s }: Demand, agents: number): QueueForecast | null {
  const load = { callsPerSecond: calls / interval_s, handle_s, agents, within_s }
  return patience_s === undefined ? forecastErlangC(load) : forecastErlangA(load, patience_s)
}
