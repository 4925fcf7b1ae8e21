import type { ExpectedRow } from "./story.ts"

const PAIR = /(?:^|\s+)([a-z_][\w.+-]*=\S+|\S+\.\.\S+)$/i
/** A duration may be written in parts, `64h 30m`. */
const VALUE = /(?:^|\s+)((?:\d+h )?(?:\d+m )?\d+(?:\.\d+)?[dhms]|\S+)$/

/** `mon  chat  15m  n=3  low..high`: labels, the value, and what else is said of it. */
export function readRow(text: string, line: number, labels: number, fail: (what: string) => never): ExpectedRow {
  const said: (readonly [string, string])[] = []
  let rest = text
  for (let found = PAIR.exec(rest); found && found.index > 0; found = PAIR.exec(rest)) {
    said.unshift(pairOf(found[1]!))
    rest = rest.slice(0, found.index)
  }
  const value = VALUE.exec(rest)
  if (!value) return fail("I expected a row: its labels, the value, then n=… and the like.")
  return { line, text, labels: labelsOf(rest.slice(0, value.index).trim(), labels), value: value[1]!, said }
}

/** The name of an interval among what is said. */
export const INTERVAL = "low..high"

function pairOf(text: string): readonly [string, string] {
  const equals = text.indexOf("=")
  return equals < 0 ? [INTERVAL, text] : [text.slice(0, equals), text.slice(equals + 1)]
}

/** Two blanks part labels, as one label may have a blank; where that gives too few, one does. */
function labelsOf(text: string, count: number): readonly string[] {
  if (text === "") return []
  const wide = text.split(/\s{2,}/)
  return wide.length < count ? text.split(/\s+/) : wide
}
