/** The product whose numbers stand beside ours. */
export interface LensAnswer {
  readonly name: string
  readonly title: string
  /** By metric as asked. */
  readonly metrics: Readonly<Record<string, Theirs>>
  /** What holds for all its numbers and is not shown. */
  readonly lacks: readonly string[]
}

/** What a product's number is, in our words. */
export interface Theirs {
  /** What the product calls it; null where it has nothing that comes near. */
  readonly called: string | null
  /** How it differs; where there is nothing, that. */
  readonly differs: string
  /** How it is asked here, and by which rules of the fold it is told. */
  readonly ref: string | null
  readonly rules: Readonly<Record<string, string | number | boolean>>
  /** What makes the difference, in the order in which it is taken. */
  readonly because: readonly string[]
  readonly source: string | null
  /** What the product does and this number does not. */
  readonly lacks: readonly string[]
}
