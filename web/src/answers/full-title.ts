import type { Definition } from "../../../src/query/question.ts"

/** A metric's title with what was asked of it: `Contact rate, per order`, `Aged backlog, hours 24`. */
export function fullTitle({ ref, name, title }: Pick<Definition, "ref" | "name" | "title">): string {
  const asked = askedWords(ref, name)
  return asked === "" ? title : `${title}, ${asked}`
}

/** What a reference says after the metric's name, in words: `business, hours 24`; nothing for the usual definition. */
export function askedWords(ref: string, name: string): string {
  return ref
    .slice(name.length)
    .replaceAll(/[:(),]+/g, ", ")
    .replaceAll("_", " ")
    .replaceAll("=", " ")
    .replaceAll(/^[, ]+|[, ]+$/g, "")
}
