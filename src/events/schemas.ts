import { z } from "zod"
import { MOST_ID_CHARACTERS, MOST_LISTED, MOST_WORD_CHARACTERS } from "./event.ts"
import { NUMERIC } from "./check-value.ts"
import { type Field, type FieldName, fields } from "./fields.ts"
import { type Kind, type KindName, kinds } from "./kinds.ts"

/** The schemas of all events as they are written, by kind: for describing them. What reads them is checkEvent, from the same lists. */
export function eventSchemas(): Readonly<Record<KindName, z.ZodObject>> {
  const all = Object.entries(kinds).map(([name, kind]) => [name, schemaOf(name, kind)])
  return Object.fromEntries(all) as Record<KindName, z.ZodObject>
}

/** Any event. */
export function eventSchema(): z.ZodType {
  const [first, ...others] = Object.values(eventSchemas())
  return z.discriminatedUnion("kind", [first!, ...others] as never).meta({ id: "Event" })
}

function schemaOf(name: string, { subject, means, needs, may }: Kind): z.ZodObject {
  const shape: Record<string, z.ZodType> = {
    id: z
      .string()
      .min(1)
      .max(MOST_ID_CHARACTERS)
      .meta({ description: "stable and the source's own; the same id with other content is a new version" }),
    at: moment().meta({ description: "when it happened" }),
    kind: z.literal(name),
    subject: z
      .string()
      .max(MOST_ID_CHARACTERS)
      .regex(new RegExp(`^(${subject.join("|")}):.`, "s"))
      .meta({ description: "what it is about" }),
  }
  for (const field of needs) shape[field] = described(field)
  for (const field of may) shape[field] = described(field).nullish()
  return z.strictObject(shape).meta({ description: means })
}

function described(name: FieldName): z.ZodType {
  return valueOf(fields[name]).meta({ description: fields[name].means })
}

function valueOf(field: Field): z.ZodType {
  switch (field.type) {
    case "word":
      return field.values ? z.enum(field.values as [string, ...string[]]) : word()
    case "ref":
      return word().regex(/^[^:]+:./s)
    case "text":
      return z.string()
    case "number":
      return numberOf(field)
    case "boolean":
      return z.boolean()
    case "moment":
      return moment()
    case "words":
      return z.array(word()).max(MOST_LISTED)
    case "record":
      return z.record(z.string().max(MOST_WORD_CHARACTERS), attribute())
    default:
      return field.type satisfies never
  }
}

function word() {
  return z.string().min(1).max(MOST_WORD_CHARACTERS)
}

function moment() {
  return z.iso.datetime({ offset: true })
}

function numberOf({ least, most }: Field) {
  const from = least === undefined ? z.number() : z.number().min(least)
  // Sources write numbers as text; a text that is one is taken for it.
  return z.union([most === undefined ? from : from.max(most), z.string().regex(NUMERIC)])
}

function attribute() {
  const one = z.union([z.string(), z.number()])
  return z.union([one, z.boolean(), z.null(), z.array(one).max(MOST_LISTED)])
}
