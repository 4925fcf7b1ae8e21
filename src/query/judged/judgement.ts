/** A number beside what it was to be. */
export interface Judgement {
  readonly target: number
  /** How far the number is on the good side, in its own unit; below 0 it missed. */
  readonly gap: number | null
  readonly met: boolean | null
  /** Whether the whole interval lies on the same side. */
  readonly certain: boolean | null
}

/** How many buckets, or groups, met their target, of those with a number. */
export interface Attainment {
  readonly met: number
  readonly of: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** What a bucket's number would be, and between what it would lie, if nothing but chance moved it. */
export interface Limits {
  readonly centre: number
  readonly low: number
  readonly high: number
  readonly outside: boolean
}
