import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from "yaml"
import type { z } from "zod"
import { didYouMean } from "./near.ts"
import { Problem } from "./problem.ts"

/** The most characters a settings file may have. */
const MOST_YAML = 2_000_000
/** The most things wrong with one file that are said at once. */
const MOST_SAID = 5

export type Path = readonly PropertyKey[]

/** A settings file as its schema understands it, which can still say where in the file something stands. */
export interface YamlFile<T> {
  readonly value: T
  /** Refuses the file for what stands at that path. */
  readonly fail: (path: Path, detail: string) => never
}

/** Reads a settings file. What is wrong with it is said with line and column. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  if (text.length > MOST_YAML) throw new Problem("yaml.wrong", { file, wrong: [`it is longer than ${MOST_YAML} characters`] })
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  if (document.errors.length > 0) {
    const wrong = document.errors.slice(0, MOST_SAID).map(({ pos, message }) => `${place(lines, pos[0])}: ${message}`)
    throw new Problem("yaml.wrong", { file, wrong })
  }
  const where = (path: Path, isKey = false): string => place(lines, offsetOf(document, path, isKey))
  const parsed = schema.safeParse(document.toJS() ?? {}, { reportInput: true })
  if (!parsed.success) {
    const wrong = parsed.error.issues
      .map(blamed)
      .slice(0, MOST_SAID)
      .map((issue) => `${where(pathOf(issue), issue.code === "unrecognized_keys")}: ${sentence(issue)}`)
    throw new Problem("yaml.wrong", { file, wrong })
  }
  return {
    value: parsed.data,
    fail(path, detail) {
      throw new Problem("yaml.wrong", { file, wrong: [`${where(path)}: ${named(path)}${detail}`] })
    },
  }
}

function place(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `line ${line}, column ${col}`
}

/** Where the deepest part of the path that the file has begins: a plain value, or the key of what is more, or the key if that is meant. */
function offsetOf(document: Document.Parsed, path: Path, isKey: boolean): number {
  let node: unknown = document.contents
  let offset = document.contents?.range[0] ?? 0
  for (const [depth, step] of path.entries()) {
    const pair: unknown = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined
    const next: unknown = isPair(pair) ? pair.value : isMap(node) ? undefined : childOf(node, step)
    const keyed = isKey && depth === path.length - 1
    const shown = isPair(pair) && (keyed || !isScalar(pair.value)) ? pair.key : next
    if (shown === undefined || shown === null) return offset
    offset = (shown as Node).range?.[0] ?? offset
    node = next
  }
  return offset
}

function childOf(node: unknown, step: PropertyKey): unknown {
  const items = typeof node === "object" && node !== null && "items" in node && Array.isArray(node.items) ? node.items : []
  return items[Number(step)]
}

type Issue = z.core.$ZodIssue

/** Of the ways in which a value may be written, the one that came nearest says what is wrong. */
function blamed(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue
  const firsts: readonly (Issue | undefined)[] = issue.errors.map((branch) => branch[0])
  const near = firsts.find((first) => first && (first.code !== "invalid_type" || first.path.length > 0))
  return near === undefined ? issue : blamed({ ...near, path: [...issue.path, ...near.path] })
}

/** A key nobody knows stands one step deeper than the object that zod blames. */
function pathOf(issue: Issue): Path {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path
}

function sentence(issue: Issue): string {
  if (issue.code === "unrecognized_keys") return `${named(issue.path)}there is no "${issue.keys.join('", "')}" here.`
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String)
    const near = typeof issue.input === "string" ? didYouMean(issue.input, values) : ""
    return `${named(issue.path)}it must be one of ${values.join(", ")}.${near}`
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined
  return `${named(issue.path)}${missing ? "it is missing." : issue.message}`
}

function named(path: Path): string {
  return path.length === 0 ? "" : `${path.map(String).join(".")}: `
}
