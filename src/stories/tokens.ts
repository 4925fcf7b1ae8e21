/** The words of a line. What stands in double quotes is one word, also behind an equals sign: `text="Good day"`. */
export function wordsOf(text: string): string[] {
  const words = text.match(/(?:"[^"]*"|[^\s"])+/g) ?? []
  return words.map((word) => word.replaceAll('"', ""))
}

/** The words of a sentence, taken one after the other. */
export interface Words {
  /** How many are left. */
  left(): number
  /** All that are left, none taken. */
  all(): readonly string[]
  peek(): string | undefined
  /** Takes the next word; `undefined` at the end. */
  take(): string | undefined
  /** Takes the next words if they are these. */
  takeIf(...expected: readonly string[]): boolean
  /** Takes all up to the first that fits. */
  takeUntil(stop: (word: string) => boolean): readonly string[]
}

export function walk(words: readonly string[]): Words {
  let at = 0
  return {
    left: () => words.length - at,
    all: () => words.slice(at),
    peek: () => words[at],
    take: () => words[at++],
    takeIf(...expected) {
      if (!expected.every((word, i) => words[at + i] === word)) return false
      at += expected.length
      return true
    },
    takeUntil(stop) {
      const from = at
      while (at < words.length && !stop(words[at]!)) at++
      return words.slice(from, at)
    },
  }
}
