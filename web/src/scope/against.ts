import type { Scope } from "./scope.ts"

/** What the numbers are compared with, in words; null for nothing. */
export function againstOf(scope: Scope): string | null {
  const compare = scope.compare ?? "previous"
  if (compare === "none") return null
  return compare === "previous" ? "the period before" : "the same period last year"
}
