import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import type { Site } from "./site.ts"

/** Every screen, and what has to be there before it is looked at. */
const SCREENS = [
  ["/", "[data-hour]"],
  ["/?period=90d&where=channel:email&split=agent&sort=-csat", "[data-hour]"],
  ["/behind?metric=first_response_time", "[data-count]"],
  ["/behind?metric=resolution_rate&part=excluded", "[data-count]"],
  ["/metrics", "main li h3"],
  ["/metrics/first_response_time?period=90d&limits=true&target=first_response_time=1800&against=care_berlin", "tbody tr"],
  ["/metrics/first_response_time?period=90d&as=zendesk&step=1", "section[aria-label^='As another'] td a"],
  ["/scorecards/essentials?period=90d&limits=true&target=csat=0.8", "[data-judged]"],
  ["/scorecards/operations", "[data-chart]"],
  ["/no/such/page", "main h1"],
] as const

const OPENED = [
  ["period", "/", "button[aria-label^=Period]", "text=Compare with"],
  ["filter", "/", 'button[aria-keyshortcuts="/"]', 'input[aria-label="Search what to filter by"]'],
  ["definition", "/", '[data-metric="csat"] button', "text=Counts by"],
  ["targets", "/scorecards/essentials", "button:has-text('Targets')", 'input[aria-label^="Target for Net promoter score"]'],
] as const

const TAPE = "section[aria-label=Events] li"
const MOVING = 'document.getAnimations().filter(({ playState }) => playState === "running").length'
/** By then whatever moves with the colours has begun to. */
const TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
const A_SCREEN_MS = 120_000

export function looksTests(site: Site): void {
  test.each(SCREENS)(
    "%s: nothing for axe to find in light or dark, nothing to scroll sideways at 390 px",
    async (path, ready) => {
      await site.at(path, {}, async ({ page }) => {
        await page.waitForSelector(ready)
        await expectSound(page)
      })
    },
    A_SCREEN_MS,
  )

  test(
    "the tape: the same",
    async () => {
      await site.at("/behind?metric=first_response_time&period=90d", {}, async ({ page }) => {
        await page.locator("td a").first().click()
        await page.waitForSelector(TAPE)
        await expectSound(page)
      })
    },
    A_SCREEN_MS,
  )

  test.each(OPENED)(
    "what opens is sound too: %s",
    async (_name, path, button, ready) => {
      await site.at(path, { width: 390 }, async ({ page }) => {
        await page.waitForSelector("[data-metric]")
        await page.locator(button).first().click()
        await page.waitForSelector(ready)
        await expectSound(page)
      })
    },
    A_SCREEN_MS,
  )

  test("what is touched is at least 40 px high or wide enough to hit", async () => {
    await site.at("/", { width: 390 }, async ({ page }) => {
      await page.waitForSelector("[data-metric]")
      const small = await page.locator("header button, search button, article button").evaluateAll((buttons) =>
        buttons
          .map(
            (button) =>
              ({ name: button.ariaLabel ?? button.textContent, ...button.getBoundingClientRect().toJSON() }) as {
                name: string
                width: number
                height: number
              },
          )
          .filter(({ width, height }) => width > 0 && (width < 40 || height < 40))
          .map(({ name, width, height }) => `${name}: ${width} × ${height}`),
      )
      expect(small).toEqual([])
    })
  })
}

async function expectSound(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForSelector(`html[data-mantine-color-scheme="${colorScheme}"]`)
    await page.evaluate(TWO_FRAMES)
    await expect.poll(() => page.evaluate(MOVING), { timeout: 20_000 }).toBe(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${colorScheme}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    )
    expect(found).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBe(390)
}
