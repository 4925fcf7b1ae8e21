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

/** The same, but asked one after another without waiting for the work: for answers that may all lie there at once. */
export async function* farAhead<Item, Found>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Found>,
): AsyncGenerator<Found, void> {
  let before: Promise<unknown> = Promise.resolve()
  const answers = items.map((item) => {
    const answer = before.then(() => ask(item))
    answer.catch(() => {})
    before = answer
    return answer
  })
  yield* answers
}
