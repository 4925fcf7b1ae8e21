import { passes } from "./compare.ts"
import { passed, type Played, type PlayedAsk } from "./play.ts"

/** What went wrong in a story, with the lines of its file: `-` as the author expects it, `+` as it is. Nothing for one that passes. */
export function reportOf(played: Played, file: string): readonly string[] {
  if (passed(played)) return []
  const { story, asks } = played
  const head = `${file}:${story.line}  ${story.name}`
  if (asks.length === 0) return [head, "    It asks nothing. Add a line: ask METRIC total"]
  return [head, ...asks.filter(isWrong).flatMap(wrongAsk)]
}

/** One line for all stories of a run. */
export function summaryOf(all: readonly Played[]): string {
  const failed = all.filter((played) => !passed(played)).length
  const questions = all.reduce((sum, { asks }) => sum + asks.length, 0)
  const told = `${all.length} ${all.length === 1 ? "story" : "stories"}, ${questions} ${questions === 1 ? "question" : "questions"}`
  return failed === 0 ? `${told}: all as told.` : `${told}: ${failed} not as told.`
}

function isWrong({ rows, refused }: PlayedAsk): boolean {
  return refused !== undefined || !rows.every(passes)
}

function wrongAsk({ asked, rows, refused }: PlayedAsk): readonly string[] {
  const { metrics, grain, from, to } = asked.question
  const head = `    line ${asked.line}: ask ${metrics.join(", ")} ${grain ? `per ${grain}` : "total"}, ${from} to ${to}`
  if (refused !== undefined) return [head, `      ! ${refused}`]
  return [head, ...rows.flatMap(({ line, expected, actual }) => rowLines(line, expected, actual))]
}

function rowLines(line: number | null, expected: string | null, actual: string | null): readonly string[] {
  const place = line === null ? "new" : String(line)
  const at = (sign: string, text: string) => `      ${place.padStart(5)} ${sign} ${text}`
  if (expected === actual) return [at(" ", expected ?? "")]
  return [...(expected === null ? [] : [at("-", expected)]), at("+", actual ?? "(there is no such row)")]
}
