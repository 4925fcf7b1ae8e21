import { describe, expect, test } from "vitest"
import { erlangB, erlangC, forecastErlangA, forecastErlangC, requiredAgents } from "./index.ts"

const round = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits

describe("agents required", () => {
  test("100 calls in half an hour of 180 s, 19.8 s", () => {
    const staffing = requiredAgents({ calls: 100, interval_s: 1800, handle_s: 180, within_s: 19.8, goal: 0.8, shrinkage: 0.3 })!
    expect([staffing.agents, staffing.scheduled]).toEqual([14, 20])
    expect([round(staffing.serviceLevel, 3), round(staffing.occupancy, 3), round(staffing.waitChance, 3)]).toEqual([
      0.888, 0.714, 0.174,
    ])
  })
  test("360 calls of 240 s met by 55", () => {
    const forecast = forecastErlangC({ callsPerSecond: 0.2, handle_s: 240, agents: 55, within_s: 15 })!
    expect([round(forecast.waitChance, 3), round(forecast.asa_s, 1), round(forecast.serviceLevel, 3)]).toEqual([
      0.239, 8.2, 0.846,
    ])
  })
  test("250 calls of 210 s: 33 are not enough", () => {
    const load = { callsPerSecond: 250 / 1800, handle_s: 210, within_s: 20 }
    expect(round(forecastErlangC({ ...load, agents: 33 })!.serviceLevel, 2)).toBe(0.73)
    expect(round(forecastErlangC({ ...load, agents: 34 })!.serviceLevel, 2)).toBe(0.82)
    expect(requiredAgents({ calls: 250, interval_s: 1800, handle_s: 210, within_s: 20, goal: 0.8 })!.agents).toBe(34)
  })
  test("an occupancy cap asks for more people than the service level", () => {
    const demand = { calls: 100, interval_s: 1800, handle_s: 180, within_s: 19.8, goal: 0.8 }
    expect(requiredAgents({ ...demand, mostOccupancy: 0.6 })!.agents).toBe(17)
  })
  test("as many agents as load is a queue without end", () => expect(erlangC(10, 10)).toBeNull())
  test("no calls, nothing to plan; a goal of all is never reached", () => {
    expect(requiredAgents({ calls: 0, interval_s: 1800, handle_s: 180, within_s: 20, goal: 0.8 })).toBeNull()
    expect(requiredAgents({ calls: 1, interval_s: 1800, handle_s: 180, within_s: 0, goal: 1.1 })).toBeNull()
  })
  test("Erlang's own table: 10 Erlangs, 10 lines", () => expect(erlangB(10, 10)).toBeCloseTo(0.2145823, 7))
})

describe("impatient callers", () => {
  const load = { callsPerSecond: 100 / 1800, handle_s: 180, agents: 12, within_s: 20 }

  test("as many leave as the mean queue and their patience say", () => {
    const patience_s = 90
    // The chain itself, state by state: chances, mean queue, and Little's law for those who give up.
    const chances = [1]
    for (let k = 1; k < 400; k++) {
      const leaving = Math.min(k, load.agents) / load.handle_s + Math.max(0, k - load.agents) / patience_s
      chances.push((chances[k - 1]! * load.callsPerSecond) / leaving)
    }
    const whole = chances.reduce((sum, chance) => sum + chance, 0)
    const queue = chances.reduce((sum, chance, k) => sum + chance * Math.max(0, k - load.agents), 0) / whole
    const forecast = forecastErlangA(load, patience_s)!
    expect(forecast.abandoned).toBeCloseTo(queue / patience_s / load.callsPerSecond, 10)
    expect(forecast.waitChance).toBeCloseTo(chances.slice(load.agents).reduce((sum, chance) => sum + chance, 0) / whole, 10)
  })
  test("endless patience is Erlang C", () => {
    const patient = forecastErlangA(load, 1e9)!
    const c = forecastErlangC(load)!
    expect(patient.serviceLevel).toBeCloseTo(c.serviceLevel, 5)
    expect(patient.asa_s).toBeCloseTo(c.asa_s, 3)
    expect(patient.abandoned).toBeCloseTo(0, 6)
  })
  test("who hangs up makes room: fewer agents do, and overload is no longer without end", () => {
    const demand = { calls: 100, interval_s: 1800, handle_s: 180, within_s: 19.8, goal: 0.8 }
    expect(requiredAgents({ ...demand, patience_s: 60 })!.agents).toBeLessThan(14)
    expect(forecastErlangA({ ...load, agents: 5 }, 60)!.abandoned).toBeGreaterThan(0.4)
  })
})
