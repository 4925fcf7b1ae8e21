import { betaI } from "./beta.ts"
import { erlangB, type QueueForecast, type QueueLoad } from "./erlang.ts"

/** The most callers waiting that are summed over; long before, the chance of so many is below rounding. */
const MOST_WAITING = 200_000

/**
 * A queue whose callers hang up after an exponential patience (Erlang A). With j ahead in the queue the wait an endlessly patient caller
 * would have is a sum of exponentials whose e^(−wait/patience) is a beta variable, so no integral is left.
 */
export function forecastErlangA(
  { callsPerSecond, handle_s, agents, within_s }: QueueLoad,
  patience_s: number,
): QueueForecast | null {
  if (agents < 1 || patience_s <= 0 || callsPerSecond <= 0) return null
  const load = callsPerSecond * handle_s
  const servers = (agents * patience_s) / handle_s
  const limit = Math.exp(-within_s / patience_s)
  // Chances are first relative to "all busy, nobody waits"; the idle states follow from Erlang B.
  const idle = 1 / erlangB(load, agents) - 1
  const sums = { all: 0, answered: 0, inTime: 0, waited: 0 }
  let chance = 1
  let harmonic = 0
  for (let j = 0; j < MOST_WAITING && chance > 1e-18; j++) {
    const answered = servers / (servers + j + 1)
    harmonic += 1 / (servers + j + 1)
    sums.all += chance
    sums.answered += chance * answered
    sums.inTime += chance * answered * (1 - betaI(limit, servers + 1, j + 1))
    sums.waited += chance * answered * harmonic * patience_s
    chance *= (callsPerSecond * patience_s) / (servers + j + 1)
  }
  const whole = idle + sums.all
  const answered = (idle + sums.answered) / whole
  return {
    waitChance: sums.all / whole,
    serviceLevel: (idle + sums.inTime) / whole,
    asa_s: sums.waited / (idle + sums.answered),
    occupancy: (load * answered) / agents,
    abandoned: 1 - answered,
  }
}
