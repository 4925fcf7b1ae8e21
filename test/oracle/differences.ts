import type { Cell } from "../../src/query/question.ts"
import type { Expected } from "./estimates.ts"

/** Nothing where both say the same. Values may differ in the last bits of a division. */
export function differences(what: string, expected: Expected, cell: Cell | undefined): readonly string[] {
  const plain = { value: expected.value, n: expected.n, pending: expected.pending ?? 0, censored: expected.censored ?? 0 }
  const actual = {
    value: cell?.value ?? (expected.value === 0 ? 0 : null),
    n: cell?.n ?? 0,
    pending: cell?.pending ?? 0,
    censored: cell?.censored ?? 0,
  }
  const same =
    plain.n === actual.n &&
    plain.pending === actual.pending &&
    plain.censored === actual.censored &&
    near(plain.value, actual.value)
  const excluded = expected.excluded === undefined || sameCounts(expected.excluded, cell?.excluded ?? {})
  if (same && excluded) return []
  return [
    `${what}: expected ${JSON.stringify({ ...plain, excluded: expected.excluded })}, asked ${JSON.stringify({ ...actual, excluded: cell?.excluded })}`,
  ]
}

function near(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)))
}

function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? 0) === (b[name] ?? 0))
}
