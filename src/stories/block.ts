import type { Words } from "./tokens.ts"
import { families } from "./verbs/index.ts"
import type { Family } from "./verbs/verb.ts"

/** The lines that tell of one subject, or of several alike: `#1`, `#1..40`, `call 7`. */
export interface Block {
  readonly kind: "block"
  readonly family: Family
  readonly subjects: readonly string[]
  origin_at: number | undefined
  previous_at: number | undefined
}

/** The most subjects one header may stand for. */
const MOST_ALIKE = 10_000

/** The header of a block, its words taken; `undefined` for another kind of line. */
export function readBlock(words: Words, fail: (what: string) => never): Block | undefined {
  const first = words.peek()!
  if (first.startsWith("#")) return block(families[0]!, "conversation", words.take()!.slice(1), fail)
  const family = families.find(({ header }) => header === first)
  if (!family) return undefined
  if (isSetting(words, first)) return undefined
  words.take()
  const id = words.take() ?? fail(`I expected which ${first}, as in ${first} 7.`)
  return block(family, first, id, fail)
}

/** `team support uses late` is about calendars. */
function isSetting(words: Words, first: string): boolean {
  return first === "team" && words.all().at(2) === "uses"
}

function block(family: Family, prefix: string, id: string, fail: (what: string) => never): Block {
  const subjects = idsOf(id, fail).map((one) => `${prefix}:${one}`)
  return { kind: "block", family, subjects, origin_at: undefined, previous_at: undefined }
}

/** `1..40` and `T1..T40` are forty. */
function idsOf(id: string, fail: (what: string) => never): readonly string[] {
  const range = /^(\D*)(\d+)\.\.(\D*)(\d+)$/.exec(id)
  if (!range) return [id]
  const [from, to] = [Number(range[2]), Number(range[4])]
  if ((range[3] !== "" && range[3] !== range[1]) || to < from || to - from >= MOST_ALIKE)
    return fail(`"${id}" is no range. Write it as 1..40 or T1..T40, of at most ${MOST_ALIKE}.`)
  return Array.from({ length: to - from + 1 }, (_, i) => `${range[1]}${from + i}`)
}
