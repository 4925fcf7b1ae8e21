/**
 * A moment's place among boundaries, as few straight pieces: from `from` on, `first + (at − zero) div step`. The months of a year are half a
 * dozen pieces, its days four (for the days that the clock makes shorter and longer), hours one. So no engine needs to know a time zone.
 */
export interface Piece {
  readonly from: number
  /** The number of its first place. */
  readonly first: number
  /** null: one place, however long. */
  readonly step: number | null
  /** Where its first place would begin if it were as long as the others; not after `from`. */
  readonly zero: number
}

/** The pieces for sorted ends of buckets; the first bucket is numbered `first`. */
export function piecesOf(ends: readonly number[], first: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i + 1 < ends.length;) {
    const { step, next } = straightFrom(ends, i)
    pieces.push({ from: ends[i]!, first: first + i, step: next === i + 1 ? null : step, zero: ends[i + 1]! - step })
    i = next
  }
  return pieces
}

/** From bucket `i` on, buckets of one length; the first and the last of them may be shorter, as those that a period or a change of the clock cuts. */
function straightFrom(ends: readonly number[], i: number): { step: number; next: number } {
  const lengthOf = (bucket: number) => (bucket + 1 < ends.length ? ends[bucket + 1]! - ends[bucket]! : 0)
  const step = Math.max(lengthOf(i), lengthOf(i + 1))
  let next = i + 1
  while (lengthOf(next) === step) next++
  return { step, next: next + 1 < ends.length && lengthOf(next) < step ? next + 1 : next }
}

/** How many of the sorted instants are not later than a moment: 0 before the first, all of them from the last on. */
export function countingPieces(instants: readonly number[]): readonly Piece[] {
  return [
    { from: -Infinity, first: 0, step: null, zero: -Infinity },
    ...piecesOf(instants, 1),
    { from: instants.at(-1)!, first: instants.length, step: null, zero: instants.at(-1)! },
  ]
}
