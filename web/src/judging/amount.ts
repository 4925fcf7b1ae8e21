import type { Unit } from "../../../src/query/question.ts"

const SECONDS: Readonly<Record<string, number>> = { s: 1, sec: 1, min: 60, m: 60, h: 3600, d: 86_400 }

/** What a person typed as an amount, in the metric's own unit: `1 h 30 min` → 5400, `90` of a share → 0.9. Null where it cannot be read. */
export function readAmount(text: string, unit: Unit): number | null {
  const plain = text.trim().replaceAll(",", "").replace("−", "-")
  if (unit === "seconds") return readDuration(plain)
  if (unit === "share") return hundredth(readNumber(plain.replace(/\s*%$/, "")))
  return readNumber(plain.replace(/\s*(\/h|d)$/, ""))
}

/** What to type, where it is not obvious. */
export function amountHint(unit: Unit): string {
  if (unit === "seconds") return "30 min, 4 h, 1 d 12 h"
  if (unit === "share") return "90 %"
  return unit === "days" ? "5 d" : "a number"
}

function readDuration(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\s*/gi)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== text) return null
  const lengths = parts.map(([, amount, unit = ""]) => Number(amount) * (SECONDS[unit.toLowerCase()] ?? Number.NaN))
  return lengths.some(Number.isNaN) ? null : lengths.reduce((sum, length) => sum + length, 0)
}

function readNumber(text: string): number | null {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

/** Rounded, so that 0.7 % is 0.007 and nothing else. */
const hundredth = (percent: number | null): number | null => (percent === null ? null : Math.round(percent * 1e6) / 1e8)
