import type { CalendarRule, CalendarSettings } from "./settings.ts"

const DIMENSIONS = ["team", "brand", "channel", "priority"] as const

/** The dictionary's code of a word that rules have for a team, a brand, a channel or a priority. Two words may have one: a team known by both. */
export type CodeOfWord = (word: string, dimension: (typeof DIMENSIONS)[number]) => number | undefined

export interface Rules {
  calendarAt(team: number, brand: number, channel: number, priority: number, at: number): number
  nextChange(at: number): number
}

/** The rules over dictionary codes. Words that no rule mentions are all alike, so few combinations are left, each resolved once. */
export function compileRules({ rules }: CalendarSettings, codeOfWord: CodeOfWord): Rules {
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
        teams!.words[t]!,
        brands!.words[b]!,
        channels!.words[c]!,
        priorities!.words[p]!,
      ]))
      return line[passed(changes, at)]!
    },
    nextChange: (at) => changes[passed(changes, at)] ?? Infinity,
  }
}

/** What the rules mention in one dimension, numbered from 1; 0 is anything else. */
interface Ranks {
  readonly size: number
  /** By rank, the words for it. */
  readonly words: readonly (readonly string[])[]
  /** By code; what lies beyond is 0. */
  readonly rankOfCode: Int32Array
}

function ranks(rules: readonly CalendarRule[], dimension: (typeof DIMENSIONS)[number], codeOfWord: CodeOfWord): Ranks {
  const codeOf = new Map(rules.flatMap((rule) => rule[dimension]).map((word) => [word, codeOfWord(word, dimension) ?? 0]))
  const codes = [...new Set([0, ...codeOf.values()])]
  const rankOfCode = new Int32Array(Math.max(...codes) + 1)
  for (const [rank, code] of codes.entries()) rankOfCode[code] = rank
  const words = codes.map((code) => [...codeOf.keys()].filter((word) => code > 0 && codeOf.get(word) === code))
  return { size: codes.length, words, rankOfCode }
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

/** By dimension, all words for what is meant. */
type Words = readonly (readonly string[])[]

/** The calendar in force before the first change, between the changes, and after the last one. */
function resolve(rules: readonly CalendarRule[], changes: readonly number[], words: Words): Int32Array {
  return Int32Array.from([-Infinity, ...changes], (at) => {
    const fitting = rules.findLast((rule) => fits(rule, words) && rule.from_at <= at && at < rule.before_at)
    return fitting?.calendar ?? -1
  })
}

function fits(rule: CalendarRule, words: Words): boolean {
  return DIMENSIONS.every(
    (dimension, i) => rule[dimension].length === 0 || rule[dimension].some((word) => words[i]!.includes(word)),
  )
}
