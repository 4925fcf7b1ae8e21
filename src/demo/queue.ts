/** First in, first out; what is no longer wanted is passed over. */
export interface Queue<T> {
  push(item: T): void
  /** Back to the front: it has waited already. */
  unshift(item: T): void
  peek(): T | undefined
  take(): T | undefined
  /** How many stand in it, those no longer wanted included. */
  readonly length: number
}

const COMPACT_AFTER = 1024

export function queue<T>(unwanted: (item: T) => boolean): Queue<T> {
  let items: T[] = []
  let head = 0
  const skip = () => {
    while (head < items.length && unwanted(items[head]!)) head++
    if (head > COMPACT_AFTER && head * 2 > items.length) {
      items = items.slice(head)
      head = 0
    }
  }
  return {
    push: (item) => void items.push(item),
    unshift(item) {
      if (head > 0) items[--head] = item
      else items.unshift(item)
    },
    peek() {
      skip()
      return items[head]
    },
    take() {
      skip()
      return head < items.length ? items[head++] : undefined
    },
    get length() {
      return items.length - head
    },
  }
}
