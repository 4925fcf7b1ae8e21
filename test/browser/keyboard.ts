import { expect, test } from "vitest"
import type { Page } from "playwright-core"
import type { Site } from "./site.ts"

export function keyboardTests(site: Site): void {
  test("the first stop skips to the content", async () => {
    await site.at("/", {}, async ({ page }) => {
      await page.waitForSelector("[data-metric]")
      await page.keyboard.press("Tab")
      expect(await focused(page)).toBe("Skip to the content")
      await page.keyboard.press("Enter")
      expect(await page.evaluate("document.activeElement?.id")).toBe("content")
    })
  })

  test("slash filters, and only with keys: field, word, done", async () => {
    await site.at("/", {}, async ({ page }) => {
      await page.waitForSelector("[data-metric]")
      await page.keyboard.press("/")
      await page.waitForSelector('input[aria-label="Search what to filter by"]:focus')
      await page.keyboard.type("chann")
      // What can be filtered by is asked of the server.
      await page.getByRole("button", { name: "Channel", exact: true }).waitFor()
      await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await page.waitForSelector('input[aria-label="Search Channel"]:focus')
      await page.keyboard.type("chat")
      for (let stop = 0; stop < 4 && !(await focused(page)).startsWith("chat"); stop++) await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await page.waitForURL(/where=channel:chat/)
    })
  })

  test("a number is reached and opened with keys, and Escape closes what is open", async () => {
    await site.at("/", {}, async ({ page }) => {
      await page.waitForSelector("[data-metric]")
      await page.keyboard.press("?")
      await page.waitForSelector("text=How to read a number")
      await page.keyboard.press("Escape")
      await page.waitForSelector("text=How to read a number", { state: "detached" })
      await page.locator('[data-metric="ticket_volume"] p a').focus()
      await page.keyboard.press("Enter")
      await page.waitForURL(/\/behind\?.*metric=ticket_volume/)
    })
  })

  test("arrows walk the heat map", async () => {
    await site.at("/", {}, async ({ page }) => {
      await page.locator('[data-hour="0"]').focus()
      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("ArrowDown")
      expect(await page.locator("[data-hour]:focus").getAttribute("data-hour")).toBe("25")
    })
  })
}

const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement?.textContent ?? ""')
