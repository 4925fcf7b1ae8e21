import { expect, test } from "vitest"
import { layCable } from "./cable.ts"
import { holdAnswers } from "./hold.ts"
import type { Site } from "./site.ts"

export function liveTests(site: Site): void {
  test("numbers on the screen follow new data by themselves", async () => {
    await site.at("/?period=today", {}, async ({ page }) => {
      const number = page.locator('[data-metric="ticket_volume"] p').first()
      await number.waitFor()
      const before = Number((await number.textContent())?.replaceAll(",", ""))
      const { freshness } = await site.ask({ metrics: ["ticket_volume"], from: "2000-01-01", to: "2100-01-01" })
      await site.push(["a", "b", "c"].map((name) => opened(`conversation:live-${name}`, freshness.knownUntil ?? "")))
      await expect.poll(() => number.textContent(), { timeout: 20_000 }).toBe((before + 3).toLocaleString("en"))
      expect(await page.locator("output", { hasText: "New data arrived" }).count()).toBe(1)
    })
  })

  test("when a server that was silent is back, the page asks again by itself, also for what landed meanwhile", async () => {
    const cable = await layCable(site.url())
    await site.at("/metrics", {}, async ({ page }) => {
      await page.goto(`${cable.url}/?period=today`)
      const number = page.locator('[data-metric="ticket_volume"] p').first()
      await number.waitFor()
      const before = Number((await number.textContent())?.replaceAll(",", ""))
      await page.waitForLoadState("networkidle")
      await cable.cut()
      const { freshness } = await site.ask({ metrics: ["ticket_volume"], from: "2000-01-01", to: "2100-01-01" })
      await site.push([opened("conversation:while-silent", freshness.knownUntil ?? "")])
      await cable.join()
      await expect.poll(() => number.textContent(), { timeout: 20_000 }).toBe((before + 1).toLocaleString("en"))
      const letGo = await holdAnswers(page)
      await page.getByRole("button", { name: /^Period/ }).click()
      await page.getByRole("button", { name: "90 days" }).click()
      await cable.cut()
      letGo()
      await page.waitForSelector("text=The server cannot be reached", { timeout: 30_000 })
      await cable.join()
      await number.waitFor({ timeout: 20_000 })
    })
    await cable.cut()
  })
}

function opened(subject: string, at: string): object {
  return {
    id: `test:${subject}`,
    at,
    kind: "conversation.opened",
    subject,
    channel: "email",
    direction: "inbound",
    customer: "customer:live",
  }
}
