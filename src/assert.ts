/** Says what must be true here. Where it is not, the program is wrong, not its user. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`This is a defect in Plumbline: ${message}`)
}
