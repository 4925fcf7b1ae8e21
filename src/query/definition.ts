import type { Unit } from "../metrics/unit.ts"

/** What a metric is, in the words of the catalog. */
export interface Definition {
  readonly ref: string
  readonly name: string
  readonly title: string
  readonly asks: string
  readonly means: string
  /** What the chosen variants say otherwise, the end of `means`. */
  readonly differs?: string | undefined
  readonly formula: string
  readonly countsBy: string
  readonly unit: Unit
  readonly better: "higher" | "lower" | "neutral"
  readonly statistic: string
  readonly variants: readonly string[]
  /** In the catalog: what it is about, as a heading, and what else it is called. */
  readonly family?: string | undefined
  readonly synonyms?: readonly string[] | undefined
  /** In the catalog: the kinds of events for want of which it cannot be answered here. */
  readonly lacks?: readonly string[] | undefined
  /** The rest of the entry, where a single metric was looked up. */
  readonly more?: DefinitionMore | undefined
}

/** What the dictionary says of a metric beside what every answer carries. */
interface DefinitionMore {
  readonly pitfalls: readonly string[]
  readonly example: string
  /** What each variant says differently. */
  readonly variants: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, string>>
  /** What it can be split by; `attributes` stands for each of its attributes. */
  readonly splits: readonly string[]
  /** What it and what it is made of needs, and whether it is there. */
  readonly needs: readonly Need[]
  /** The products that show something of the kind. */
  readonly products: readonly ProductShown[]
}

/** What a product has that comes nearest to a metric; `called` is null where it cannot be shown here, and `differs` says why. */
export interface ProductShown {
  readonly name: string
  readonly title: string
  readonly called: string | null
  readonly differs: string
}

/** A kind of event that a metric needs. */
export interface Need {
  readonly kind: string
  readonly means: string
  /** How many there are; `null` where nobody counted. */
  readonly events: number | null
}
