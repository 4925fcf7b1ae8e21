import { expect, test } from "vitest"
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
