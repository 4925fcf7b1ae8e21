import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Plumbline } from "../plumbline.ts"
import { appOn, asked, get, MARCH, post, push, whole } from "./asking-for-tests.ts"
import type { App } from "./doors.ts"
import { OURS } from "./house-for-tests.ts"
import { openLine, someConversations } from "./line-for-tests.ts"

let line: Plumbline
let app: App

beforeAll(async () => {
  line = await openLine()
  app = appOn(line)
})

afterAll(() => line.close())

describe("pushed events", () => {
  test("count once, however often they come, and a bad line does not keep out the others", async () => {
    const own = await openLine()
    const on = appOn(own)
    const good = someConversations(3)
    const lines = `${good}{"id":"bad","at":"yesterday"}\nnot json\n`
    const first = await push(on, lines)
    expect(first).toMatchObject({ lines: 11, appended: 9, duplicates: 0, rejected: 2 })
    expect(first).toMatchObject({
      rejects: [
        { file: "shop", line: 10 },
        { file: "shop", line: 11, field: null },
      ],
    })
    expect(await push(on, lines)).toMatchObject({ appended: 0, duplicates: 9, rejected: 2 })
    expect(whole(await asked(on, MARCH))).toMatchObject({ value: 3 })
    const kept = await (await get(on, "/imports/rejects?limit=3")).json()
    expect(kept).toMatchObject({ rejects: [{ line: 10 }, { line: 11 }, { line: 10 }] })
    await own.close()
  })

  test("with other content are a new version", async () => {
    const own = await openLine()
    const on = appOn(own)
    await push(on, someConversations(2))
    const corrected = someConversations(2).replaceAll("chat", "phone")
    expect(await push(on, corrected)).toMatchObject({ appended: 1, versions: 1, duplicates: 5 })
    const answer = await asked(on, { ...MARCH, by: ["channel"] })
    expect(answer.rows.map(({ by }) => by["channel"]).filter(Boolean)).toEqual(expect.arrayContaining(["email", "phone"]))
    await own.close()
  })

  test.each([
    ["wholly wrong", "nothing\nhere\nis\nan\nevent\n", 422, "import.all_wrong"],
    ["with a wrong sender", "", 422, "request.invalid", "?source="],
  ])("%s are refused in one sentence", async (_what, body, status, code, query = "?source=shop") => {
    const response = await post(app, `/events${query}`, body)
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })])
  })

  test("none are none", async () => {
    expect(await push(app, "")).toMatchObject({ lines: 0, appended: 0, rejected: 0 })
  })

  test("that break off in the middle of a line count up to it, and the answer says where", async () => {
    const own = await openLine()
    const on = appOn(own)
    const whole_lines = someConversations(3)
    const response = await on.request("/api/v1/events?source=shop", {
      method: "POST",
      headers: OURS,
      ...cut(`${whole_lines}{"id":"ha`),
    })
    expect([response.status, await response.json()]).toEqual([422, expect.objectContaining({ code: "import.cut" })])
    expect(whole(await asked(on, MARCH))).toMatchObject({ value: 3 })
    expect(await push(on, whole_lines)).toMatchObject({ appended: 0, duplicates: 9 })
    await own.close()
  })

  test("more than the most are refused before they are read", async () => {
    const response = await app.request("/api/v1/events", {
      method: "POST",
      headers: { ...OURS, "content-length": String(2 ** 40) },
      body: "{}",
    })
    expect(response.status).toBe(413)
  })
})

/** A body whose sender goes away. */
function cut(text: string) {
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(new Error("the sender went away"))
      controller.enqueue(Buffer.from(text))
      sent = true
    },
  })
  return { body, duplex: "half" } as const
}
