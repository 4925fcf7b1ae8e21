import type { Purchases } from "../../metrics/metric.ts"
import { type Buyer, type BuyingModels, fitBuying, type Pace, predictPurchases } from "../statistics/index.ts"
import type { Estimate } from "./estimate.ts"
import { numberOf, PARTS } from "./quotient.ts"
import type { Values } from "./values.ts"

const WEEK_MS = 604_800_000
/** Money is counted in ten-thousandths. */
const MONEY = 10_000
/** A fit goes through all customers some fifty times, which for so many takes some seconds. */
const MOST_FITTED = 1_000_000
const NOTHING = { value: null, low: null, high: null, method: "bg_nbd" } as const

/** The models of a cell's customers, for all that asks for them. */
export type Fits = Map<ArrayLike<number>, Promise<BuyingModels | null>>

/** What customers will buy, on average, and the models it follows from. */
export async function purchasesOf(value: Purchases, values: Values, fits: Fits, pace: Pace): Promise<Estimate> {
  const repeats = values.numbers("repeats")
  if (repeats.length === 0) return NOTHING
  if (repeats.length > MOST_FITTED)
    return { ...NOTHING, because: `too many customers for a fit, more than ${MOST_FITTED}: ask for some of them` }
  const buyers = buyersOf(values)
  const fit = fits.get(repeats) ?? fitBuying(buyers, pace)
  fits.set(repeats, fit)
  const models = await fit
  if (!models) return { ...NOTHING, because: "too few came back to fit a model" }
  const ahead = { weeks: numberOf(value.weeks), discount: numberOf(value.discount) / PARTS }
  const found = await predictPurchases(buyers, models, ahead, pace)
  const said = found[value.says]
  const margin = value.says === "worth" ? numberOf(value.margin) / PARTS : 1
  const times = (end: number | null | undefined) => (end === null || end === undefined ? null : end * margin)
  return {
    value: times(said?.value),
    low: times(said?.low),
    high: times(said?.high),
    method: value.says === "worth" ? "bg_nbd_gamma_gamma" : "bg_nbd",
    also: {
      purchases: found.purchases.value,
      share_alive: found.alive.value,
      ...models.buying.model,
      log_likelihood: models.buying.logLikelihood,
      ...models.spending?.model,
      correlation: models.correlation,
      repeaters: models.repeaters,
    },
    ...(said === null && { because: "what they spend follows no model" }),
  }
}

/** In an order that is their own: the last digits of a sum hang on it, and who came first into a ledger says nothing of the customers. */
function buyersOf(values: Values): readonly Buyer[] {
  const [last, age, spent] = (["last", "age", "spent"] as const).map((part) => values.numbers(part))
  const buyers = Array.from(values.numbers("repeats"), (repeats, i) => ({
    repeats,
    last: last![i]! / WEEK_MS,
    age: age![i]! / WEEK_MS,
    mean: repeats === 0 ? 0 : spent![i]! / MONEY / repeats,
  }))
  return buyers.sort((x, y) => x.repeats - y.repeats || x.last - y.last || x.age - y.age || x.mean - y.mean)
}
