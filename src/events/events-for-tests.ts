import * as fc from "fast-check"
import type { CanonicalEvent } from "./event.ts"
import { type Field, type FieldName, fields } from "./fields.ts"
import { type KindName, kinds } from "./kinds.ts"
import { EARLIEST_AT, LATEST_AT, printMoment } from "./moment.ts"

const WORDS = fc.oneof(
  fc.constantFrom("ana", "tier 1", "email", "日本", "😀", "a:b", "a\u0000b", "__proto__"),
  fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
)
const MOMENTS = fc.integer({ min: EARLIEST_AT, max: LATEST_AT - 1 })
const REFS = fc.integer({ min: 0, max: 9 }).map((n) => `customer:${n}`)
const RECORD = fc
  .uniqueArray(fc.tuple(WORDS, fc.oneof(WORDS, fc.integer(), fc.array(WORDS, { maxLength: 3 }))), {
    selector: ([name]) => name,
    maxLength: 4,
  })
  .map((entries) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))))

/** Events of every kind with any of their fields, few ids and few subjects, so that they meet. */
export const anyEvent: fc.Arbitrary<CanonicalEvent> = fc.constantFrom(...(Object.keys(kinds) as KindName[])).chain(eventOf)

function eventOf(kind: KindName): fc.Arbitrary<CanonicalEvent> {
  const { needs, may, subject } = kinds[kind]
  const values = Object.fromEntries([...needs, ...may].map((name) => [name, valueOf(fields[name])]))
  const own = fc.record(values, { requiredKeys: [...needs] })
  const envelope = fc.record({
    id: fc.integer({ min: 0, max: 400 }).map((n) => `test:${n}`),
    at: MOMENTS,
    kind: fc.constant(kind),
    subject: fc.tuple(fc.constantFrom(...subject), fc.integer({ min: 0, max: 20 })).map(([family, n]) => `${family}:${n}`),
  })
  return fc.tuple(envelope, own).map(([first, second]) => ({ ...first, ...second }) as CanonicalEvent)
}

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case "word":
      return field.values ? fc.constantFrom(...field.values) : WORDS
    case "ref":
      return REFS
    case "text":
      return fc.string({ unit: "grapheme" })
    case "number":
      return numberOf(field)
    case "boolean":
      return fc.boolean()
    case "moment":
      return MOMENTS
    case "words":
      return fc.array(WORDS, { maxLength: 4 })
    case "record":
      return RECORD
    default:
      return field.type satisfies never
  }
}

function numberOf({ least = -1e9, most = 1e9 }: Field): fc.Arbitrary<number> {
  return fc.double({ min: least, max: most, noNaN: true }).map((number) => number + 0)
}

const WRONG = fc.constantFrom<unknown>(
  null,
  "",
  7,
  true,
  "open",
  "2026-01-01T00:00:00Z",
  [],
  ["x"],
  [1],
  {},
  { a: 1 },
  { a: {} },
  "customer:1",
  "x".repeat(501),
  "12",
  -1,
)
const NAMES: readonly string[] = ["id", "at", "kind", "subject", "nonsense", ...Object.keys(fields)]

/** Events as strangers write them, some with one thing changed. */
export const nearlyEvent: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(anyEvent, fc.option(fc.tuple(fc.constantFrom(...NAMES), WRONG), { nil: undefined }))
  .map(([event, change]) => ({ ...writtenBy(event), ...(change && { [change[0]]: change[1] }) }))

function writtenBy(event: CanonicalEvent): Readonly<Record<string, unknown>> {
  const written = Object.entries(event).map(([name, value]: [string, unknown]) => {
    const isMoment = name === "at" || (name in fields && fields[name as FieldName].type === "moment")
    return [name, isMoment ? printMoment(value as number) : value]
  })
  return Object.fromEntries(written) as Readonly<Record<string, unknown>>
}
