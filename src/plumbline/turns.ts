/** One at a time, in the order they came: the ledger and the facts have one writer. */
export function inTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    // Whoever waits goes on whether the one before succeeded or not; its own caller hears of its failure.
    const mine = last.then(work, work)
    last = mine
    return mine
  }
}
