import type { Purchases } from "../../metrics/metric.ts"
import { type Buyer, predictPurchases } from "../statistics/index.ts"
import type { Estimate } from "./estimate.ts"
import { numberOf, PARTS } from "./quotient.ts"
import type { Values } from "./values.ts"

const WEEK_MS = 604_800_000
/** Money is counted in ten-thousandths. */
const MONEY = 10_000
/** A fit goes through all customers some hundred times. */
const MOST_FITTED = 20_000
const NOTHING = { value: null, low: null, high: null, method: "bg_nbd" } as const

/** What customers will buy, on average, and the models it follows from. */
export function purchasesOf(value: Purchases, values: Values): Estimate {
  const buyers = buyersOf(values)
  if (buyers.length === 0) return NOTHING
  if (buyers.length > MOST_FITTED)
    return { ...NOTHING, because: `too many customers for a fit, more than ${MOST_FITTED}: ask for some of them` }
  const ahead = { weeks: numberOf(value.weeks), discount: numberOf(value.discount) / PARTS }
  const found = predictPurchases(buyers, ahead)
  if (!found) return { ...NOTHING, because: "too few came back to fit a model" }
  const { logLikelihood, ...parameters } = found.model
  const worth = found.worth === null ? null : found.worth * (numberOf(value.margin) / PARTS)
  const said = { worth, purchases: found.purchases, alive: found.alive }[value.says]
  return {
    ...NOTHING,
    value: said,
    method: value.says === "worth" ? "bg_nbd_gamma_gamma" : "bg_nbd",
    also: {
      purchases: found.purchases,
      share_alive: found.alive,
      ...parameters,
      log_likelihood: logLikelihood,
      ...found.spending,
      correlation: found.correlation,
      repeaters: found.repeaters,
    },
    ...(said === null && { because: "what they spend follows no model" }),
  }
}

function buyersOf(values: Values): readonly Buyer[] {
  const [last, age, spent] = (["last", "age", "spent"] as const).map((part) => values.numbers(part))
  return values.numbers("repeats").map((repeats, i) => ({
    repeats,
    last: last![i]! / WEEK_MS,
    age: age![i]! / WEEK_MS,
    mean: repeats === 0 ? 0 : spent![i]! / MONEY / repeats,
  }))
}
