import { expect, test } from "vitest"
import type { Page } from "playwright-core"
import { holdAnswers } from "./hold.ts"
import type { Site } from "./site.ts"

/** Where a change is made, what changes, and what still shows the numbers of before. */
const SCREENS = [
  ["the overview", "/", choose90Days, 'section[aria-label="By team"]'],
  ["the heat map", "/", choose90Days, 'section[aria-label="When customers come"]'],
  ["a metric", "/metrics/first_response_time", choose90Days, 'section[aria-label="In the period"]'],
  ["its definitions", "/metrics/first_response_time", choose90Days, 'section[aria-label="Every definition"]'],
  ["the rows", "/behind?metric=ticket_volume&where=channel:email", takeOff, 'section[aria-label="Rows"]'],
  ["their number", "/behind?metric=ticket_volume&where=channel:email", takeOff, "header:has(h1)"],
] as const

export function slowTests(site: Site): void {
  test.each(SCREENS)("%s: the numbers of before are faint until the new ones are there", async (_what, path, change, place) => {
    await site.at(path, {}, async ({ page }) => {
      const shown = page.locator(place)
      await shown.waitFor()
      await page.waitForLoadState("networkidle")
      const letGo = await holdAnswers(page)
      await change(page)
      await expect.poll(() => strengthOf(page, place)).toBeLessThan(0.7)
      letGo()
      await expect.poll(() => strengthOf(page, place), { timeout: 20_000 }).toBe(1)
    })
  })
}

async function choose90Days(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Period/ }).click()
  await page.getByRole("button", { name: "90 days" }).click()
}

function takeOff(page: Page): Promise<void> {
  return page.getByRole("button", { name: /^Take off/ }).click()
}

/** How strongly the place is drawn, with all that it stands in. */
const strengthOf = (page: Page, place: string): Promise<number> =>
  page.evaluate<number>(`(() => {
    let strength = 1
    for (let at = document.querySelector(${JSON.stringify(place)}); at; at = at.parentElement)
      strength *= Number(getComputedStyle(at).opacity)
    return strength
  })()`)
