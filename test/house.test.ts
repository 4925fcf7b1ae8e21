import { readFileSync, readdirSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { parseSync } from "oxc-parser"
import { describe, expect, test } from "vitest"

/** Top to bottom, as the data flows. A folder may know the folders above it, and itself. */
const ORDER = [
  "events",
  "calendar",
  "connectors",
  "warehouse",
  "metrics",
  "query",
  "stories",
  "demo",
  "plumbline",
  "state",
  "http",
  "commands",
]
/** Root files that everyone may know, and the tables of problems they are made of. */
const COMMON = /^src\/(problem|problems|assert|ahead|clock|config|format|yaml|near|once)\.ts$|\/problems\.ts$/
const LAST = /^src\/(cli|index)\.ts$/

const MOST_LINES_A_FILE = 250
const MOST_LINES_A_FUNCTION = 50

const root = resolve(import.meta.dirname, "..")
const files = ["src", "web/src", "test", "bench"]
  .flatMap(list)
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
const source = files.filter(({ path }) => /^(src|web\/src)\//.test(path) && !isTest(path))

describe("imports look upstream only", () => {
  test.each(source.filter(({ path }) => path.startsWith("src/")))("$path", ({ path, text }) => {
    const wrong = imports(path, text)
      .filter((target) => rank(target) > rank(path))
      .map((target) => `${path} knows ${target}`)
    expect(wrong).toEqual([])
  })

  test("the page knows only the question, the answer, the tape, the formatter and itself", () => {
    const allowed = /^(web\/|src\/(format|query\/question|query\/lens\/difference-question|warehouse\/fold\/tape)\.ts)/
    const wrong = source
      .filter(({ path }) => path.startsWith("web/"))
      .flatMap(({ path, text }) =>
        imports(path, text)
          .filter((target) => !allowed.test(target))
          .map((target) => `${path} knows ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test("and never in a circle, not even for a type", () => {
    expect(circles(new Map(files.map(({ path, text }) => [path, imports(path, text)])))).toEqual([])
  })
})

test("a file is at most 250 lines", () => {
  const long = files.filter(({ text }) => lines(text) > MOST_LINES_A_FILE).map(({ path, text }) => `${path}: ${lines(text)}`)
  expect(long).toEqual([])
})

test("a function is at most 50 lines", () => {
  expect(source.flatMap(({ path, text }) => longFunctions(path, text))).toEqual([])
})

test.each([
  ["reads the clock", /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bTemporal\.Now\b/, /^(src|web\/src)\/clock\.ts$/],
  ["reads the environment", /\bprocess\.env\b|\bimport\.meta\.env\b/, /^src\/config\.ts$/],
  [
    "turns numbers into text for people",
    /\.toFixed\(|\.toPrecision\(|\.toLocale(String|DateString|TimeString)\(|Intl\.(NumberFormat|DateTimeFormat)/,
    /^src\/format\.ts$/,
  ],
  [
    "fetches",
    /\bfetch\(|\bhttps?\.(get|request)\(|\bnew EventSource\(/,
    /^(src\/connectors\/fetch|src\/http\/control-client|web\/src\/api)\.ts$/,
  ],
])("one file %s", (_what, pattern, allowed) => {
  const wrong = source
    .filter(({ path, text }) => !allowed.test(path) && pattern.test(withoutComments(text)))
    .map(({ path }) => path)
  expect(wrong).toEqual([])
})

test("nothing is left for later", () => {
  const marks = /\b(TODO|FIXME|XXX)\b|\.(only|todo)\(|@ts-(ignore|expect-error|nocheck)|oxlint-disable|eslint-disable|\bas any\b/
  expect(files.filter(({ path, text }) => path !== "test/house.test.ts" && marks.test(text)).map(({ path }) => path)).toEqual([])
})

test("the lock file names no address to download from", () => {
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/)
})

test("names are kebab-case", () => {
  expect(files.map(({ path }) => path).filter((path) => !/^[a-z0-9-./]+$/.test(path))).toEqual([])
})

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/node_modules|dist/.test(entry.parentPath))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function isTest(path: string): boolean {
  return path.endsWith(".test.ts") || path.endsWith(".test.tsx")
}

function imports(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map((found) =>
    relative(root, resolve(root, dirname(path), found[1]!)),
  )
}

/** Each way that comes back to where it began, found by going on from each file until all it knows are done. */
function circles(known: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const follow = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(" → "))
    if (way.includes(path) || done.has(path)) return
    for (const target of known.get(path) ?? []) follow(target, [...way, path])
    done.add(path)
  }
  for (const path of known.keys()) follow(path, [])
  return found
}

function rank(path: string): number {
  if (COMMON.test(path)) return -1
  if (LAST.test(path)) return ORDER.length
  const folder = path.split("/")[1]!.replace(/\.ts$/, "")
  const at = ORDER.indexOf(folder)
  if (at < 0) throw new Error(`${path} stands outside the folders of the line. Say in test/house.test.ts where it belongs.`)
  return at
}

function lines(text: string): number {
  return text.split("\n").length - 1
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

function longFunctions(path: string, text: string): string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (value === null || typeof value !== "object") return
    const node = value as Node
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) {
      const length = text.slice(node.start, node.end).split("\n").length
      if (length > MOST_LINES_A_FUNCTION) found.push(`${path}:${text.slice(0, node.start).split("\n").length}: ${length} lines`)
    }
    Object.values(value).forEach(walk)
  }
  walk(parseSync(path, text).program)
  return found
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "")
}
