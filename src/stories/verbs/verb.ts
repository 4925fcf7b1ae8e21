import type { KindName } from "../../events/kinds.ts"
import { durationMs } from "../durations.ts"
import type { Words } from "../tokens.ts"

/** Who acts: `customer`, `bot`, `auto`, `system`, or an agent by name, `ana` or `ana@support`. */
export interface Actor {
  readonly author: "customer" | "agent" | "bot" | "auto" | "system"
  readonly agent: string | undefined
  readonly team: string | undefined
}

/** The sentence a verb stands in. */
export interface Telling {
  readonly actor: Actor | undefined
  /** The words behind the verb. */
  readonly words: Words
  /** `conversation:1`. */
  readonly subject: string
  /** Refuses the line: `expected` says what should stand there. */
  readonly fail: (expected: string) => never
  /** A time as lines begin with, RFC 3339. */
  readonly when: () => string
}

/** What happened, as the envelope's fields; the kind of event may differ with the words. */
export type Told = readonly (readonly [kind: KindName, fields: Readonly<Record<string, unknown>>])[]

export interface Verb {
  /** The words that make it, `hands off`. */
  readonly says: string
  /** How to use it, for the reader of a mistake. */
  readonly usage: string
  readonly tell: (telling: Telling) => Told
}

/** The verbs of one family of subjects: conversations, calls, … */
export interface Family {
  /** What a block of it begins with: `call 7`. Conversations are `#7`. */
  readonly header: string
  readonly verbs: readonly Verb[]
}

/** `ana@support` → the agent and the team; `@support` → the team alone. */
export function agentAndTeam(word: string): { agent?: string; team?: string } {
  const [agent, team] = word.split("@")
  return { ...(agent && { agent }), ...(team && { team }) }
}

/** The actor as fields; only agents have a name and a team. */
export function by(actor: Actor | undefined): Record<string, unknown> {
  if (!actor) return {}
  return { ...(actor.agent && { agent: actor.agent }), ...(actor.team && { team: actor.team }) }
}

/** The same together with what kind of author it is. */
export function author(actor: Actor | undefined): Record<string, unknown> {
  return actor ? { author: actor.author, ...by(actor) } : {}
}

export function takeWord({ words, fail }: Telling, expected: string): string {
  return words.take() ?? fail(expected)
}

export function takeNumber(telling: Telling, expected: string): number {
  const number = Number(takeWord(telling, expected))
  return Number.isFinite(number) ? number : telling.fail(expected)
}

export function takeSeconds(telling: Telling): number {
  const expected = "how long, as in 15m or 1h30m"
  return (durationMs(takeWord(telling, expected)) ?? telling.fail(expected)) / 1000
}

/** All words up to the first `name=value`, as one text. */
export function takeText(words: Words): string {
  return words.takeUntil((word) => word.includes("=")).join(" ")
}

/** `a, b` → both words. */
export function takeList(words: Words): readonly string[] {
  return takeText(words)
    .split(/[\s,]+/)
    .filter((word) => word !== "")
}
