/** The table of contents. Everything here is a pure function; intervals are at 95 %; nothing is `null`. */
export { CONFIDENCE, type Bounds, type Interval } from "./interval.ts"
export { normalCdf, normalQuantile, Z95 } from "./normal.ts"
export { binomialCdf } from "./binomial.ts"

// Shares and counts
export { wilson } from "./wilson.ts"
export { effectiveSize } from "./effective-size.ts"
export { difference, newcombe, type Difference, type Estimated, type Share } from "./newcombe.ts"
export { poissonCount, poissonRate } from "./poisson.ts"
export { prevalence, roganGladen } from "./prevalence.ts"
export { cohenKappa } from "./kappa.ts"

// Durations
export { between, place, quantile, type Place } from "./quantile.ts"
export { EXACT_UP_TO, quantileFractions, quantileGrid, quantileRanks, rankAt, type Ranks } from "./order-statistic.ts"
export { type PickByGroup, picker } from "./selection.ts"
export { curveOf, curveOfSteps, survivalAt, survivalQuantile, type Curve, type Step, type SurvivalQuantile } from "./survival.ts"

// Means and ratios of sums
export { abcRatio, momentsOf, type Moments } from "./abc.ts"
export { type Clustered, momentsByGroup } from "./cluster-sums.ts"
export { bcaMean, bcaRatio, MOST_RESAMPLED, RESAMPLES, type BootstrapInterval, type Cluster } from "./bootstrap.ts"

// Scores
export { nps, npsDifference, type Nps, type NpsCounts } from "./nps.ts"

// Change
export { type ChartLimits, countLimits, seasonalIndexes, shareLimits, valueLimits } from "./charts.ts"
export { RANGE_TO_LIMIT, xmr, type XmrLimits } from "./xmr.ts"

// Staffing
export { erlangB, erlangC, forecastErlangC, type QueueForecast, type QueueLoad } from "./erlang.ts"
export { forecastErlangA } from "./erlang-a.ts"
export { MOST_AGENTS, requiredAgents, type Demand, type Staffing } from "./required-agents.ts"

// Customers and money
export { cappedLifetimeValue, compoundGrowth, discountedLifetimeValue, lifetimeValue, mean, yearlyLoss } from "./growth.ts"
export { productInterval } from "./mover.ts"
export { aliveChance, expectedPurchases, fitBgNbd, type Purchases } from "./bgnbd.ts"
export { type Buyer, type BuyingModels, fitBuying, predictPurchases } from "./predict-purchases.ts"
export { expectedSpending, fitGammaGamma, type Spending } from "./gamma-gamma.ts"
export { createPace, type Pace } from "./pace.ts"
