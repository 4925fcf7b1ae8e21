/** Further apart than this, two words are not a slip of the keyboard. */
const MOST_EDITS = 3

/** The word most like `name`, or none that is near enough. */
export function nearest(name: string, words: Iterable<string>): string | undefined {
  const most = Math.min(MOST_EDITS, Math.ceil(name.length / 3))
  let best: string | undefined
  let least = most + 1
  for (const word of words) {
    if (Math.abs(word.length - name.length) >= least) continue
    const edits = editsBetween(name.toLowerCase(), word.toLowerCase())
    if (edits < least) [best, least] = [word, edits]
  }
  return best
}

/** " Did you mean …?", or nothing. */
export function didYouMean(name: string, words: Iterable<string>): string {
  const near = nearest(name, words)
  return near === undefined ? "" : ` Did you mean "${near}"?`
}

function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
