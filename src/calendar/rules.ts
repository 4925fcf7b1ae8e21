import type { CalendarRule, CalendarSettings } from "./settings.ts"

const DIMENSIONS = ["team", "brand", "channel", "priority"] as const

export interface Rules {
  calendarAt(team: number, brand: number, channel: number, priority: number, at: number): number
  nextChange(at: number): number
}

/** The rules over dictionary codes. Words that no rule mentions are all alike, so few combinations are left, each resolved once. */
export function compileRules({ rules }: CalendarSettings, codeOfWord: (word: string) => number | undefined): Rules {
  const changes = [...new Set(rules.flatMap((rule) => [rule.from_at, rule.before_at]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const [teams, brands, channels, priorities] = DIMENSIONS.map((dimension) => ranks(rules, dimension, codeOfWord))
  const resolved: Int32Array[] = []
  return {
    calendarAt(team, brand, channel, priority, at) {
      const t = rankOf(teams!, team)
      const b = rankOf(brands!, brand)
      const c = rankOf(channels!, channel)
      const p = rankOf(priorities!, priority)
      const key = ((t * brands!.size + b) * channels!.size + c) * priorities!.size + p
      const line = (resolved[key] ??= resolve(rules, changes, [
        teams!.words[t],
        brands!.words[b],
        channels!.words[c],
        priorities!.words[p],
      ]))
      return line[passed(changes, at)]!
    },
    nextChange: (at) => changes[passed(changes, at)] ?? Infinity,
  }
}

/** The words the rules mention in one dimension, numbered from 1; 0 is any other. */
interface Ranks {
  readonly size: number
  readonly words: readonly (string | undefined)[]
  /** By code; what lies beyond is 0. */
  readonly rankOfCode: Int32Array
}

function ranks(
  rules: readonly CalendarRule[],
  dimension: (typeof DIMENSIONS)[number],
  codeOfWord: (word: string) => number | undefined,
): Ranks {
  const words = [undefined, ...new Set(rules.flatMap((rule) => rule[dimension]))]
  const codes = words.map((word) => (word === undefined ? 0 : (codeOfWord(word) ?? 0)))
  const rankOfCode = new Int32Array(Math.max(...codes) + 1)
  for (const [rank, code] of codes.entries()) if (code > 0) rankOfCode[code] = rank
  return { size: words.length, words, rankOfCode }
}

function rankOf({ rankOfCode }: Ranks, code: number): number {
  return code < rankOfCode.length ? (rankOfCode[code] ?? 0) : 0
}

/** How many of the sorted changes have come by that moment. */
function passed(changes: readonly number[], at: number): number {
  let count = 0
  while (count < changes.length && changes[count]! <= at) count++
  return count
}

/** The calendar in force before the first change, between the changes, and after the last one. */
function resolve(rules: readonly CalendarRule[], changes: readonly number[], words: readonly (string | undefined)[]): Int32Array {
  return Int32Array.from([-Infinity, ...changes], (at) => {
    const fitting = rules.findLast((rule) => fits(rule, words) && rule.from_at <= at && at < rule.before_at)
    return fitting?.calendar ?? -1
  })
}

function fits(rule: CalendarRule, words: readonly (string | undefined)[]): boolean {
  return DIMENSIONS.every((dimension, i) => rule[dimension].length === 0 || rule[dimension].includes(words[i] ?? "\0"))
}
