/** Whole milliseconds between two moments. Each is floored first, so that the parts of a span add up to the whole. */
export function msBetween(from: number, to: number): number {
  return Math.floor(to / 1000) - Math.floor(from / 1000)
}
