/**
 * A moment's place among boundaries, as few straight pieces: from `from` on, `first + (at − from) div step`. Months are a dozen pieces,
 * the days of a year about five (two of them for the changes of the clock), hours one. So no engine needs to know a time zone.
 */
export interface Piece {
  readonly from: number
  /** The number of the place; null for "in none". */
  readonly first: number | null
  /** null: one place, however long. */
  readonly step: number | null
}

/** The pieces for sorted ends of buckets; the first bucket is numbered `first`. */
export function piecesOf(ends: readonly number[], first: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i + 1 < ends.length;) {
    const step = ends[i + 1]! - ends[i]!
    let next = i + 1
    while (next + 1 < ends.length && step === ends[next + 1]! - ends[next]!) next++
    pieces.push({ from: ends[i]!, first: first + i, step: next === i + 1 ? null : step })
    i = next
  }
  return pieces
}

/** How many of the sorted instants are not later than a moment: 0 before the first, all of them from the last on. */
export function countingPieces(instants: readonly number[]): readonly Piece[] {
  return [
    { from: -Infinity, first: 0, step: null },
    ...piecesOf(instants, 1),
    { from: instants.at(-1)!, first: instants.length, step: null },
  ]
}

/** Where the pieces of one period end and those of the next do not begin, there is no place. */
export function withGaps(runs: readonly { readonly pieces: readonly Piece[]; readonly to: number }[]): readonly Piece[] {
  const sorted = [...runs].sort((a, b) => a.pieces[0]!.from - b.pieces[0]!.from)
  return sorted.flatMap(({ pieces, to }, i) => {
    const next = sorted[i + 1]?.pieces[0]!.from
    return next === to ? pieces : [...pieces, { from: to, first: null, step: null }]
  })
}
