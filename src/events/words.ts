/** The most characters of a stranger's value that a sentence repeats. */
const MOST_SHOWN = 60

/** A value as it may stand in a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing"
  const text = JSON.stringify(value)
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}…`
}

/**
 * Half of an emoji, as systems leave that cut texts at a number of characters, cannot be stored; it becomes U+FFFD. The text is
 * worth more than the emoji.
 */
export function wellFormed(text: string): string {
  // Node has them since version 20; the compiler's library for our target does not know them.
  const checked = text as unknown as { isWellFormed(): boolean; toWellFormed(): string }
  return checked.isWellFormed() ? text : checked.toWellFormed()
}
