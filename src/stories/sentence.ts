import { checkEvent } from "../events/check.ts"
import type { CanonicalEvent } from "../events/event.ts"
import { Fault } from "../events/fault.ts"
import { printMoment } from "../events/moment.ts"
import { didYouMean } from "../near.ts"
import { refOf, readFields } from "./written-fields.ts"
import { walk, type Words } from "./tokens.ts"
import type { Actor, Family, Verb } from "./verbs/verb.ts"

/** A sentence of a block, after its time. */
export interface Sentence {
  readonly family: Family
  readonly subject: string
  readonly at: number
  readonly words: readonly string[]
  /** Where it stands, for ids: the same story gives the same ids. */
  readonly id: string
  readonly when: (text: string) => number | undefined
  readonly fail: (what: string) => never
}

export interface Happening {
  readonly event: CanonicalEvent
  readonly learned_at: number | undefined
}

/** One sentence → what happened: usually one event, two where somebody opens a conversation by writing. */
export function tell(sentence: Sentence): readonly Happening[] {
  const { subject, at, fail } = sentence
  const { actor, verb, rest } = understood(sentence)
  const words = walk(rest)
  const told = verb.tell({
    actor,
    words,
    subject,
    fail: (expected) => fail(`after "${verb.says}" I expected ${expected}. It is said so: ${verb.usage}.`),
    when: () => momentOf(sentence, words.takeUntil((word) => word.includes("=")).join(" ")),
  })
  const written = pairsOf(words, (word) => fail(`I do not understand "${word}". It is said so: ${verb.usage}, then name=value.`))
  const envelope = Object.fromEntries(written.filter(([name]) => name === "id" || name === "learned"))
  const extra = readFields(
    written.filter(([name]) => name !== "id" && name !== "learned"),
    subject,
    (text) => momentOf(sentence, text),
  )
  const learned_at = envelope["learned"] === undefined ? undefined : whenOf(sentence, envelope["learned"])
  return told.map(([kind, { lasts_s, same_as, ...fields }], i) => {
    const given = i === 0 || told.length === 1 ? extra : {}
    const event = checkEvent({
      id: `${envelope["id"] ?? sentence.id}${i === 0 ? "" : `:${i + 1}`}`,
      at: printMoment(at),
      kind,
      subject,
      ...fields,
      ...(typeof lasts_s === "number" && { until: printMoment(at + lasts_s * 1_000_000) }),
      ...(typeof same_as === "string" && { same_as: refOf("same_as", same_as, subject) }),
      ...merged(fields, given),
    })
    if (event instanceof Fault) return fail(event.field === undefined ? event.reason : `${event.field} ${event.reason}`)
    return { event, learned_at }
  })
}

/** The source's own fields of verb and writer both stay. */
function merged(fields: Readonly<Record<string, unknown>>, extra: Record<string, unknown>): Record<string, unknown> {
  if (typeof fields["attributes"] !== "object" || typeof extra["attributes"] !== "object") return extra
  return { ...extra, attributes: { ...fields["attributes"], ...extra["attributes"] } }
}

/** Who, and which verb: the verb stands first, or second after its actor. */
function understood({ family, words, fail }: Sentence): { actor: Actor | undefined; verb: Verb; rest: readonly string[] } {
  const alone = verbAt(family, words, 0)
  if (alone) return { actor: undefined, ...alone }
  const second = verbAt(family, words, 1)
  if (second) return { actor: actorOf(words[0]!), ...second }
  const says = family.verbs.map((verb) => verb.says)
  const tried = words.slice(words.length > 1 ? 1 : 0, 3)
  const near = didYouMean(tried.join(" "), says) || didYouMean(tried[0] ?? "", says)
  return fail(`nothing here is called "${words.join(" ")}".${near} What can happen to it: ${says.join(", ")}.`)
}

function verbAt(family: Family, words: readonly string[], from: number): { verb: Verb; rest: readonly string[] } | undefined {
  const fits = family.verbs.filter(({ says }) => says.split(" ").every((word, i) => words[from + i] === word))
  const verb = fits.toSorted((a, b) => b.says.length - a.says.length)[0]
  return verb && { verb, rest: words.slice(from + verb.says.split(" ").length) }
}

function actorOf(word: string): Actor {
  if (word === "customer" || word === "bot" || word === "auto" || word === "system")
    return { author: word, agent: undefined, team: undefined }
  const [agent, team] = word.split("@")
  return { author: "agent", agent: agent || undefined, team }
}

function pairsOf(words: Words, refuse: (word: string) => never): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  for (let word = words.take(); word !== undefined; word = words.take()) {
    const equals = word.indexOf("=")
    if (equals < 1) return refuse(word)
    pairs.push([word.slice(0, equals), word.slice(equals + 1)])
  }
  return pairs
}

function momentOf(sentence: Sentence, text: string): string {
  return printMoment(whenOf(sentence, text))
}

function whenOf({ when, fail }: Sentence, text: string): number {
  return when(text) ?? fail(`"${text}" is no time I know. Write mon 16:50, 2024-05-31 22:30, +15m or @30.`)
}
