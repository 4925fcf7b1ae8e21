/** Whether two rows have one hash, low and high halves after each other. Far cheaper than a set of texts, and nearly always the end of it. */
export function hasRepeats(halves: ArrayLike<number>): boolean {
  const rows = halves.length / 2
  let size = 1024
  while (size < rows * 2) size *= 2
  const mask = size - 1
  // Open addressing: a place holds the row that took it, counted from 1.
  const places = new Int32Array(size)
  for (let row = 0; row < rows; row++) {
    const [low, high] = [halves[2 * row]!, halves[2 * row + 1]!]
    let place = low & mask
    for (let other = places[place]!; other !== 0; other = places[place]!) {
      if (halves[2 * other - 2] === low && halves[2 * other - 1] === high) return true
      place = (place + 1) & mask
    }
    places[place] = row + 1
  }
  return false
}
