/** What is asked for each of these, one after another: the next is asked for before what came of one is worked on. */
export async function* ahead<Item, Found>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Found>,
): AsyncGenerator<Found, void> {
  let coming = asked(0)
  for (let next = 1; coming; next++) {
    const found = await coming
    coming = asked(next)
    yield found
  }

  function asked(place: number): Promise<Found> | undefined {
    if (place >= items.length) return undefined
    const answer = ask(items[place]!)
    // Whoever takes it hears of a failure; where the work on the one before fails, nobody takes it.
    answer.catch(() => {})
    return answer
  }
}

/**
 * The same, but asked one after another without waiting for the work: for answers that may all lie there at once. Whoever stops early
 * leaves nothing being asked behind.
 */
export async function* farAhead<Item, Found>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Found>,
): AsyncGenerator<Found, void> {
  let stopped = false
  let before: Promise<unknown> = Promise.resolve()
  const answers = items.map((item) => {
    const answer = before.then(() => (stopped ? Promise.reject(new Error("nobody waits for it any more")) : ask(item)))
    // Whoever takes it hears of a failure, and none behind it is asked.
    answer.catch(() => {})
    before = answer
    return answer
  })
  try {
    yield* answers
  } finally {
    stopped = true
    await Promise.allSettled(answers)
  }
}
