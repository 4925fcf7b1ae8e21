// A small HTTP front over the in-process ClickHouse engine, for tests only: the official client speaks to it as to a server.
//   node front.mjs [folder]      prints the port; ends with its standard input
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Session } from "chdb"

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), "plumbline-clickhouse-"))
const session = new Session(folder)
const SETTINGS_NOT_OF_THE_ENGINE = new Set([
  "query",
  "query_id",
  "session_id",
  "session_timeout",
  "session_check",
  "database",
  "default_format",
  "role",
])

// The values bound to a statement travel in its address.
const LONGEST_ADDRESS = 1 << 20
// The one session remembers its database and settings, so statements are carried out one after the other.
let last = Promise.resolve()
function inTurn(work) {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}

const server = createServer({ maxHeaderSize: LONGEST_ADDRESS }, async (request, response) => {
  const address = new URL(request.url ?? "/", "http://front")
  if (address.pathname === "/ping") {
    response.end("Ok.\n")
    return
  }
  const body = await whole(request)
  try {
    const result = await inTurn(() => answer(address.searchParams, body))
    response.setHeader("X-ClickHouse-Summary", "{}")
    response.end(result)
  } catch (error) {
    const code = /Code: (\d+)/.exec(String(error))?.[1] ?? "1002"
    response.statusCode = 500
    response.setHeader("X-ClickHouse-Exception-Code", code)
    response.end(String(error instanceof Error ? error.message : error).replace(/^Query failed: /, ""))
  }
})

// The session remembers, so only what changes is said.
const said = new Map()
function adopt(what, value, sign) {
  if (said.get(what) === value) return
  session.query(sign === "" ? `${what} ${value}` : `${what} ${sign} '${value.replaceAll("'", "\\'")}'`)
  said.set(what, value)
}

async function answer(search, body) {
  const inUrl = search.get("query")
  adopt("USE", search.get("database") ?? "default", "")
  const settings = [...search].filter(([name]) => !SETTINGS_NOT_OF_THE_ENGINE.has(name) && !name.startsWith("param_"))
  for (const [name, value] of settings) adopt(`SET ${name}`, value, "=")
  if (inUrl !== null && body.length > 0) return insert(inUrl, body)
  const sql = inUrl ?? body.toString("utf8")
  const params = Object.fromEntries(
    [...search].filter(([name]) => name.startsWith("param_")).map(([name, value]) => [name.slice(6), value]),
  )
  for (const [name, value] of Object.entries(params))
    session.query(`SET param_${name} = '${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`)
  const result = await session.queryAsync(sql, { format: search.get("default_format") ?? "TabSeparated" })
  return Buffer.from(result.bytes())
}

async function whole(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

async function insert(sql, body) {
  const found = /^\s*INSERT\s+INTO\s+([\w.]+)\s*(?:\(([^)]*)\))?\s*FORMAT\s+(\w+)\s*$/i.exec(sql)
  if (!found) throw new Error(`The front cannot read this INSERT: ${sql.slice(0, 200)}`)
  const [, table, columns, format] = found
  if (format === "Parquet") return insertFile(table, body)
  await session.insert({
    table,
    ...(columns && { columns: columns.split(",").map((name) => name.trim().replaceAll(/["`]/g, "")) }),
    values: body,
    format,
  })
  return ""
}

// The engine's door for inserts takes text only; a file it reads by itself. Columns go by their names, as on a server.
async function insertFile(table, body) {
  const path = join(folder, `insert-${process.hrtime.bigint()}.parquet`)
  writeFileSync(path, body)
  try {
    const described = session.query(`DESCRIBE file('${path}', 'Parquet')`, "JSONCompactEachRow").trim().split("\n")
    const names = described.map((line) => `"${JSON.parse(line)[0]}"`).join(", ")
    await session.queryAsync(`INSERT INTO ${table} (${names}) SELECT ${names} FROM file('${path}', 'Parquet')`)
    return ""
  } finally {
    rmSync(path)
  }
}

server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`))
process.stdin.resume()
process.stdin.on("end", () => {
  server.closeAllConnections()
  server.close()
  session.close()
  if (!process.argv[2]) rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
