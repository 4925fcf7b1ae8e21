import { describe, expect, test } from "vitest"
import { AxeBuilder } from "@axe-core/playwright"
import { hasChromium } from "./chromium.ts"
import { useSite } from "./site.ts"

const PASSWORD = "a plumb line hangs straight"

describe.skipIf(!hasChromium)("a folder of one's own", () => {
  const site = useSite([])

  test("the one-time link makes the administrator, who sees what to do first, leaves, and comes back in", async () => {
    await site.at(site.welcome() ?? "/", {}, async ({ page }) => {
      await page.getByLabel("Name").fill("Ada")
      await page.getByLabel(/Password/).fill(PASSWORD)
      await page.getByRole("button").click()
      await page.waitForSelector("text=There are no events yet")
      expect(await page.locator("main").textContent()).toContain("with the same --data if it was started with one")
      await page.getByRole("button", { name: "Logged in as Ada" }).click()
      await page.getByRole("menuitem", { name: "Log out" }).click()
      await page.waitForURL(/\/login/)
      await page.getByLabel("Name").fill("Ada")
      await page.getByLabel(/Password/).fill(PASSWORD)
      await page.getByRole("button").click()
      await page.waitForSelector("text=There are no events yet")
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    })
  })

  test("where there are calls and no conversations, the overview says so and shows the way to what there is", async () => {
    await site.at("/login", {}, async ({ page }) => {
      await page.getByLabel("Name").fill("Ada")
      await page.getByLabel(/Password/).fill(PASSWORD)
      await page.getByRole("button").click()
      await page.waitForSelector("text=There are no events yet")
      const call = { id: "c1", at: "2026-05-04T09:00:00Z", kind: "call.started", subject: "call:1", direction: "inbound" }
      const headers = { "content-type": "application/x-ndjson", origin: site.url() }
      const pushed = await page.request.post("/api/v1/events", { data: `${JSON.stringify(call)}\n`, headers })
      expect(pushed.status(), await pushed.text()).toBe(200)
      await page.waitForSelector("text=The data hold no conversations")
      await page.waitForSelector('section[aria-label="When customers come"] >> text=No such events: message.sent')
      await page.getByRole("link", { name: "To the scorecards" }).click()
      await page.waitForURL(/\/scorecards\//)
    })
  })

  test("a stranger is sent to the door, with the address to come back to", async () => {
    await site.at("/metrics?period=7d", {}, async ({ page }) => {
      await page.waitForURL(/\/login\?next=/)
      expect(new URL(page.url()).searchParams.get("next")).toBe("/metrics?period=7d")
    })
  })

  test("the link works once", async () => {
    await site.at(site.welcome() ?? "/", {}, async ({ page }) => {
      expect(await page.getByRole("alert").count()).toBe(1)
      expect(await page.getByLabel("Name").count()).toBe(0)
    })
  })
})
