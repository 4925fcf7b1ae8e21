/** What an expression is made of. `at` counts characters from 0. */
export interface Token {
  readonly kind: "name" | "attribute" | "parameter" | "number" | "word" | "sign" | "end"
  readonly text: string
  readonly at: number
}

/** An expression that cannot be understood: where, and why. */
export class Misread extends Error {
  readonly at: number
  constructor(at: number, says: string) {
    super(says)
    this.at = at
  }
}

const KINDS = ["attribute", "parameter", "number", "name", "word", "sign"] as const

/** `attributes.seats` ends where a name ends; `attributes["any name"]` takes all of them. */
const TOKEN =
  /\s*(?:(?<attribute>attributes\.[\p{L}\p{N}_]+|attributes\["(?:[^"\\]|\\.)*"\])|\$(?<parameter>[a-z][a-z0-9_]*)|(?<number>\d[\d_]*(?:\.\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<word>"(?:[^"\\]|\\.)*")|(?<sign><>|!=|<=|>=|[<>=+\-*/(),]))/uy

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  while (text.slice(from).trim() !== "") {
    TOKEN.lastIndex = from
    const found = TOKEN.exec(text)
    const at = from + text.slice(from).search(/\S/)
    if (!found) throw new Misread(at, `"${text[at]}" means nothing here`)
    const kind = KINDS.find((one) => found.groups![one] !== undefined)!
    tokens.push({ kind, text: textOf(kind, found.groups![kind]!, at), at })
    from = TOKEN.lastIndex
  }
  return [...tokens, { kind: "end", text: "", at: text.length }]
}

function textOf(kind: Token["kind"], written: string, at: number): string {
  if (kind === "word") return unquoted(written, at)
  if (kind !== "attribute") return written
  return written.startsWith("attributes.")
    ? written.slice("attributes.".length)
    : unquoted(written.slice("attributes[".length, -1), at)
}

function unquoted(text: string, at: number): string {
  try {
    return JSON.parse(text) as string
  } catch {
    throw new Misread(at, `${text} has a backslash before something that needs none`)
  }
}
