import type { Table } from "../../warehouse/tables.ts"
import type { Comparison, Condition, Term } from "../expression.ts"
import { called, FUNCTIONS } from "./functions.ts"
import { conditionOf, meant, numberOf, type Read, type ReadTerm, termOf, type TermType } from "./reading.ts"
import { isWhole } from "../walk.ts"
import { Misread, type Token, tokensOf } from "./tokens.ts"

/** What the names in an expression can mean. */
export interface Scope {
  readonly table: Table
  readonly parameters: readonly string[]
}

/** `first_reply_ms / 2` → the term. */
export function readTerm(text: string, scope: Scope): Term {
  return termOf(allOf(text, scope)).term
}

/** The same, of which sums are made: a number, and a whole one, because engines add others each in its own way. */
export function readWhole(text: string, scope: Scope): Term {
  const read = allOf(text, scope)
  const term = number(read)
  if (isWhole(term)) return term
  throw new Misread(
    read.at,
    "it may have a fraction, and only whole numbers are added up: write thousandths(...) around it, with divide: 1000",
  )
}

/** `score >= 4 and channel in ("chat")` → the condition. */
export function readCondition(text: string, scope: Scope): Condition {
  return conditionOf(allOf(text, scope))
}

function allOf(text: string, scope: Scope): Read {
  const reader = readerOf(tokensOf(text), scope)
  const read = anything(reader)
  const rest = reader.peek()
  if (rest.kind !== "end") throw new Misread(rest.at, `the expression should end before "${rest.text}"`)
  return read
}

interface Reader {
  readonly scope: Scope
  peek(): Token
  take(): Token
  /** Takes the next token if it is this sign or word of the language. */
  takeIf(text: string): boolean
  expect(text: string): void
}

function readerOf(tokens: readonly Token[], scope: Scope): Reader {
  let place = 0
  const isNext = (text: string): boolean => {
    const { kind, text: own } = tokens[place]!
    return (kind === "sign" || kind === "name") && own === text
  }
  const takeIf = (text: string): boolean => isNext(text) && ++place > 0
  return {
    scope,
    peek: () => tokens[place]!,
    take: () => (tokens[place]!.kind === "end" ? tokens[place]! : tokens[place++]!),
    takeIf,
    expect(text) {
      const { at, kind, text: own } = tokens[place]!
      if (!takeIf(text)) throw new Misread(at, `here should be "${text}"${kind === "end" ? "" : `, not "${own}"`}`)
    },
  }
}

/** A term or a condition: which one is known when it is read. */
function anything(r: Reader): Read {
  return chain(r, "or", (inner) => chain(inner, "and", negation))
}

function chain(r: Reader, word: "and" | "or", inner: (r: Reader) => Read): Read {
  const first = inner(r)
  if (!r.takeIf(word)) return first
  const parts = [conditionOf(first)]
  do parts.push(conditionOf(inner(r)))
  while (r.takeIf(word))
  return { is: "condition", condition: { kind: word === "and" ? "all" : "any", of: parts }, at: first.at }
}

function negation(r: Reader): Read {
  const { at } = r.peek()
  if (!r.takeIf("not")) return comparison(r)
  return { is: "condition", condition: { kind: "not", of: conditionOf(negation(r)) }, at }
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  "=": "=",
  "<>": "<>",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
}

function comparison(r: Reader): Read {
  const left = sum(r)
  const { kind, text, at } = r.peek()
  const condition = (made: Condition): Read => ({ is: "condition", condition: made, at: left.at })
  if (r.takeIf("is")) {
    r.expect("known")
    return condition({ kind: "known", of: termOf(left).term })
  }
  if (r.takeIf("in")) return condition({ kind: "word", of: ofType(left, WORDS, "a column of words").term, words: wordsOf(r) })
  if (r.takeIf("has")) return condition({ kind: "has", of: ofType(left, ["codes"], "a list of words").term, words: wordsOf(r) })
  const op = kind === "sign" ? COMPARISONS[text] : undefined
  if (op === undefined) return left
  r.take()
  if (r.peek().kind === "word") throw new Misread(at, `words are compared with in: ... in ("${r.peek().text}")`)
  return condition({ kind: "compare", op, left: number(left), right: number(sum(r)) })
}

function wordsOf(r: Reader): readonly string[] {
  r.expect("(")
  const words: string[] = []
  do {
    const { kind, text, at } = r.take()
    if (kind !== "word") throw new Misread(at, `here should be a word in double quotes, not ${text === "" ? "the end" : text}`)
    words.push(text)
  } while (r.takeIf(","))
  r.expect(")")
  return words
}

function sum(r: Reader): Read {
  return operations(r, ["+", "-"], (inner) => operations(inner, ["*", "/"], primary))
}

function operations(r: Reader, signs: readonly ("+" | "-" | "*" | "/")[], inner: (r: Reader) => Read): Read {
  let left = inner(r)
  for (;;) {
    const op = signs.find((sign) => r.takeIf(sign))
    if (op === undefined) return left
    left = { is: "term", term: operation(op, countable(left), countable(inner(r))), type: "made", at: left.at }
  }
}

/** A parameter times a number is one thing: hours as microseconds. */
function operation(op: "+" | "-" | "*" | "/", left: Term, right: Term): Term {
  if (op === "*" && left.kind === "parameter" && left.each === 1 && right.kind === "number") return { ...left, each: right.value }
  return { kind: "arithmetic", op, left, right }
}

function primary(r: Reader): Read {
  const { kind, text, at } = r.take()
  const made = (term: Term, type: TermType = "made"): ReadTerm => ({ is: "term", term, type, at })
  if (kind === "number") return made({ kind: "number", value: Number(text.replaceAll("_", "")) })
  if (kind === "sign" && text === "-" && r.peek().kind === "number")
    return made({ kind: "number", value: -Number(r.take().text.replaceAll("_", "")) })
  if (kind === "parameter") return made(parameterOf(text, at, r.scope))
  if (kind === "attribute") return made({ kind: "attribute", name: text }, "text")
  if (kind === "sign" && text === "(") {
    const inside = anything(r)
    r.expect(")")
    return inside
  }
  if (kind !== "name") throw new Misread(at, text === "" ? "something is missing at the end" : `"${text}" begins nothing`)
  return named(r, text, at)
}

function parameterOf(name: string, at: number, { parameters }: Scope): Term {
  if (parameters.includes(name)) return { kind: "parameter", name, each: 1 }
  throw new Misread(at, `there is no parameter "${name}"${meant(name, parameters)}; declare it under parameters`)
}

const MOMENTS = ["as_of", "instant", "opening"] as const

function named(r: Reader, name: string, at: number): Read {
  if (name === "always" || name === "never")
    return { is: "condition", condition: { kind: name === "always" ? "all" : "any", of: [] }, at }
  if (r.takeIf("(")) return { is: "term", term: called(name, at, argumentsOf(r)), type: "made", at }
  const moment = MOMENTS.find((one) => one === name)
  if (moment) return { is: "term", term: { kind: "moment", which: moment }, type: "made", at }
  const { table } = r.scope
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined
  if (column) return { is: "term", term: { kind: "column", name, type: column.type }, type: column.type, at }
  const known = [...Object.keys(table.columns), ...MOMENTS, ...FUNCTIONS]
  throw new Misread(at, `${table.name} has no column "${name}"${meant(name, known)}`)
}

function argumentsOf(r: Reader): readonly Read[] {
  const given: Read[] = []
  if (r.takeIf(")")) return given
  do given.push(anything(r))
  while (r.takeIf(","))
  r.expect(")")
  return given
}

const NUMBERS: readonly TermType[] = ["made", "text", "moment", "ms", "count", "number", "money"]
const WORDS: readonly TermType[] = ["code", "subject", "text"]
/** Subjects and words are numbers too, those of their entries in the dictionary: enough to tell them apart, not to compare them. */
const CODES: readonly TermType[] = ["subject", "code"]

function number(read: Read): Term {
  return numberOf(ofType(read, NUMBERS, "a number"))
}

function countable(read: Read): Term {
  return numberOf(ofType(read, [...NUMBERS, ...CODES], "a number"))
}

function ofType(read: Read, types: readonly TermType[], what: string): ReadTerm {
  const term = termOf(read)
  if (types.includes(term.type)) return term
  const name = term.term.kind === "column" ? `"${term.term.name}"` : "it"
  throw new Misread(
    term.at,
    `here should be ${what}, and ${name} is ${term.type === "made" ? "a number" : `of type ${term.type}`}`,
  )
}
