import { expect, test } from "vitest"
import { abcRatio, bcaRatio, type Cluster, momentsOf } from "./index.ts"
import { random } from "./random.ts"

const CONVERSATIONS = 300
const WORLDS = 1_500
const SEED = 20_240_501
const [BETWEEN, WITHIN] = [0.5, 0.2]
const TYPICAL_S = 600
/** The mean of a lognormal wait: each conversation has its pace, and its waits lie close to that. */
const MEAN_S = TYPICAL_S * Math.exp((BETWEEN ** 2 + WITHIN ** 2) / 2)

/** Conversations whose waits are alike: of what waits differ, six sevenths lie between conversations. */
function world(next: () => number, conversations: number): readonly (readonly number[])[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return Array.from({ length: conversations }, () => {
    const pace = BETWEEN * normal()
    const turns = 1 + Math.floor(8 * next())
    return Array.from({ length: turns }, () => TYPICAL_S * Math.exp(pace + WITHIN * normal()))
  })
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const clustersOf = (waits: readonly (readonly number[])[]): readonly Cluster[] =>
  waits.map((own) => ({ x: sum(own), y: own.length }))
const rowsOf = (waits: readonly (readonly number[])[]): readonly Cluster[] => waits.flat().map((x) => ({ x, y: 1 }))

function coverage(
  worlds: number,
  conversations: number,
  interval: (waits: readonly (readonly number[])[]) => { readonly low: number; readonly high: number },
): number {
  const next = random(SEED)
  const hits = Array.from({ length: worlds }, () => interval(world(next, conversations)))
  return hits.filter(({ low, high }) => low <= MEAN_S && MEAN_S <= high).length / worlds
}

test("of conversations with like waits, the interval encloses the truth about 95 times in 100; of waits taken alone, it does not", () => {
  const byConversation = coverage(WORLDS, CONVERSATIONS, (waits) => abcRatio(momentsOf(clustersOf(waits)))!)
  expect(byConversation).toBeGreaterThan(0.935)
  expect(byConversation).toBeLessThan(0.965)
  const byWait = coverage(WORLDS / 3, CONVERSATIONS, (waits) => abcRatio(momentsOf(rowsOf(waits)))!)
  expect(byWait).toBeLessThan(0.75)
})

test("of few conversations the analytic limit encloses the truth as often as resampling them", () => {
  const [analytic, resampled] = [
    coverage(150, 15, (waits) => abcRatio(momentsOf(clustersOf(waits)))!),
    coverage(150, 15, (waits) => bcaRatio(clustersOf(waits))!),
  ]
  expect(analytic).toBeGreaterThan(resampled - 0.05)
})
