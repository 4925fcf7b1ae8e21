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
