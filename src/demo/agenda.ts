/** What will happen, the earliest first; of two at the same moment the one that was planned first. */
export interface Agenda {
  /** The moment of what happens now, in milliseconds. */
  readonly now: number
  plan(at: number, act: () => void): void
  /** Lets everything before `until` happen. */
  runUntil(until: number): void
}

interface Item {
  readonly at: number
  readonly order: number
  readonly act: () => void
}

export function agenda(start: number): Agenda {
  const heap: Item[] = []
  let now = start
  let planned = 0
  return {
    get now() {
      return now
    },
    plan(at, act) {
      push(heap, { at: Math.max(at, now), order: planned++, act })
    },
    runUntil(until) {
      while (heap.length > 0 && heap[0]!.at < until) {
        const item = pop(heap)
        now = item.at
        item.act()
      }
      now = until
    },
  }
}

function before(a: Item, b: Item): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

function push(heap: Item[], item: Item): void {
  let at = heap.length
  heap.push(item)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!before(item, heap[parent]!)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = item
}

function pop(heap: Item[]): Item {
  const top = heap[0]!
  const last = heap.pop()!
  if (heap.length === 0) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
    if (!before(heap[child]!, last)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return top
}
