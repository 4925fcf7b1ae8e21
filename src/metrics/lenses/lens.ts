import type { Rules } from "../../warehouse/fold/rules.ts"

/** One step from our number towards a product's. The steps before it are taken already. */
export interface Step {
  /** Why conversations differ, as the reader of a difference sees it. */
  readonly because: string
  /** How the events are told otherwise. */
  readonly rules?: Partial<Rules>
  /** How the metric is asked otherwise. */
  readonly variants?: readonly string[]
  /** It matters only to numbers in open hours. */
  readonly clock?: "business"
}

/** What a product has that comes nearest to one of our metrics. */
export interface Nearest {
  /** What the product calls it. */
  readonly called: string
  /** From our number to the product's, in this order. None: the product counts as we do. */
  readonly steps: readonly Step[]
  /** How it differs, in a sentence. */
  readonly differs: string
  /** Where it is said that the product counts so. */
  readonly source: string
  /** What the product does and this number does not. */
  readonly lacks?: readonly string[]
}

/** How one product counts what we count. Plain data: it can be printed, compared, listed and documented. */
export interface Lens {
  readonly name: string
  /** The product. */
  readonly title: string
  /** Of which metric, by its name. */
  readonly nearest: Readonly<Record<string, Nearest>>
  /** Metrics of which the product has something that these numbers cannot show, and why. */
  readonly beyond: Readonly<Record<string, string>>
  /** What holds for all its numbers and is not shown here. */
  readonly lacks: readonly string[]
}

/** A lens, frozen to its leaves. */
export function lens(definition: Lens): Lens {
  return frozen(definition)
}

function frozen<T>(value: T): T {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
