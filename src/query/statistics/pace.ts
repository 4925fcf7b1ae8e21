/** So much is done before others get their turn: a few milliseconds of looking at customers one by one. */
const A_TURN = 20_000

/** Told after each piece of work how much it was; waits now and then, so that a server goes on answering between them. */
export type Pace = (done: number) => Promise<void>

export function createPace(): Pace {
  let since = 0
  return async (done) => {
    since += done
    if (since < A_TURN) return
    since = 0
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  }
}

/** Goes through `n` things, from one to before another each time. */
export async function inPieces(n: number, pace: Pace, look: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < n; from += A_TURN) {
    const to = Math.min(n, from + A_TURN)
    look(from, to)
    await pace(to - from)
  }
}
