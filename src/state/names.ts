import { Problem } from "../problem.ts"

const MOST_NAME = 80
/** Control characters, and those that turn the direction of what follows: with them one name can look like another. */
const CONTROL = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u

/** A name as a person typed it, if it can be one. */
export function readName(text: string): string {
  const name = text.normalize("NFC")
  if (name.length < 1 || name.length > MOST_NAME || name.trim() !== name || CONTROL.test(name)) {
    throw new Problem("name.invalid", { name: name.slice(0, MOST_NAME), most: MOST_NAME })
  }
  return name
}
