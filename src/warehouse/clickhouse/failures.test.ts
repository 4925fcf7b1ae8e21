import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test } from "vitest"
import { readAddress, sameTables } from "./address.ts"
import { openClickHouse } from "./open.ts"

/** A server that refuses everything with one of the engine's numbers. */
async function refusing(code: string, text: string): Promise<string> {
  const server = createServer((_, response) => {
    response.statusCode = 500
    response.setHeader("X-ClickHouse-Exception-Code", code)
    response.end(`Code: ${code}. DB::Exception: ${text}. (SOMETHING)`)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  afterwards.push(() => void server.close())
  return `clickhouse://ana:secret@127.0.0.1:${(server.address() as AddressInfo).port}/plumbline`
}

const afterwards: (() => void)[] = []
afterEach(() => afterwards.splice(0).forEach((end) => end()))

async function problemAt(address: string): Promise<unknown> {
  const warehouse = openClickHouse(address)
  try {
    return await warehouse.rows("SELECT 1 AS one").catch((error: unknown) => error)
  } finally {
    warehouse.close()
  }
}

test("a server that does not answer, a wrong password, a missing right and missing tables are told apart, without the password", async () => {
  expect(await problemAt("clickhouse://127.0.0.1:1/plumbline")).toMatchObject({ code: "clickhouse.unreachable" })
  expect(await problemAt(await refusing("516", "ana: Authentication failed"))).toMatchObject({
    code: "clickhouse.login",
    facts: { user: "ana" },
  })
  expect(await problemAt(await refusing("497", "ana: Not enough privileges"))).toMatchObject({ code: "clickhouse.forbidden" })
  const missing = (await problemAt(await refusing("81", "Database plumbline does not exist"))) as Error
  expect(missing).toMatchObject({ code: "clickhouse.no_tables" })
  expect(missing.message).toContain("plumbline migrate --warehouse clickhouse://ana@127.0.0.1:")
  expect(missing.message).not.toContain("secret")
})

test("an error nobody can mend stays what it is", async () => {
  const error = await problemAt(await refusing("62", "Syntax error"))
  expect(error).toMatchObject({ code: "62" })
})

test.each([
  ["clickhouse://host", "clickhouse://host:8123/plumbline"],
  ["clickhouses://host/support", "clickhouses://host:8443/support"],
  ["clickhouse://ana:se%3Acret@host:80/support", "clickhouse://ana@host:80/support"],
])("%s is shown as %s", (text, shown) => {
  expect(readAddress(text).shown).toBe(shown)
})

test("a password beside the address is used where the address has none", () => {
  expect(readAddress("clickhouse://ana@host", "a:b").url.password).toBe("a%3Ab")
  expect(readAddress("clickhouse://ana:own@host", "other").url.password).toBe("own")
})

test.each(["host:8123", "http://host:8123", "clickhouse:///plumbline", "clickhouse://host/Plumb-line"])(
  "%s is no address",
  (text) => {
    expect(() => readAddress(text)).toThrow(expect.objectContaining({ code: "clickhouse.address" }) as Error)
  },
)

test("the same tables, whoever asks for them", () => {
  expect(sameTables("clickhouse://ana:x@host/plumbline", "clickhouse://host:8123")).toBe(true)
  expect(sameTables("clickhouse://host/plumbline", "clickhouse://host/other")).toBe(false)
})
