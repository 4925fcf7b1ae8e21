/** A word of so many letters that begins another may stand for it. */
const BEGINNING_LETTERS = 4

/** The word of the list that was probably meant, or undefined if none is near: "Did you mean …?" */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const given = plain(word)
  if (given === "") return undefined
  const all = [...known]
  const begun = given.length >= BEGINNING_LETTERS ? all.find((candidate) => plain(candidate).startsWith(given)) : undefined
  if (begun !== undefined) return begun
  const most = Math.max(1, Math.floor(given.length / 3))
  let best: string | undefined
  let least = most + 1
  for (const candidate of all) {
    const distance = edits(given, plain(candidate), least)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known)
  return near === undefined ? "" : ` Did you mean "${near}"?`
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "")
}

/** Edit distance in which a swap of two neighbours is one edit, given up at `enough`. */
function edits(a: string, b: string, enough: number): number {
  if (Math.abs(a.length - b.length) >= enough) return enough
  let [before, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(change, previous[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    if (Math.min(...row) >= enough) return enough
    ;[before, previous] = [previous, row]
  }
  return previous[b.length]!
}
