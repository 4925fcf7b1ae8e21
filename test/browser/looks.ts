import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import type { Site } from "./site.ts"

/** Every screen, and what has to be there before it is looked at. */
const SCREENS = [
  ["/", "[data-hour]"],
  ["/?period=90d&where=channel:email&split=agent&sort=-csat", "[data-hour]"],
  ["/behind?metric=first_response_time", "[data-count]"],
  ["/behind?metric=resolution_rate&part=pending", "[data-count]"],
  ["/metrics", "main li h2"],
  ["/metrics/first_response_time", "[data-chart]"],
  ["/no/such/page", "main h1"],
] as const

const OPENED = [
  ["period", "button[aria-label^=Period]", "text=Compare with"],
  ["filter", 'button[aria-keyshortcuts="/"]', 'input[aria-label="Search what to filter by"]'],
  ["definition", '[data-metric="csat"] button', "text=Counts by"],
] as const

export function looksTests(site: Site): void {
  describeEach((scheme, width) => {
    test(`${scheme}, ${width} px: nothing for axe to find, nothing to scroll sideways`, async () => {
      await site.at("/", { scheme, width }, async ({ page }) => {
        for (const [path, ready] of SCREENS) {
          await page.goto(site.url() + path)
          await page.waitForSelector(ready)
          await expectSound(page, path)
        }
        await page.goto(`${site.url()}/behind?metric=first_response_time`)
        await page.locator("td a").first().click()
        await page.waitForSelector('section[aria-label="Events"] li')
        await expectSound(page, "tape")
      })
    })
  })

  test.each(["light", "dark"] as const)("%s: what opens is sound too", async (scheme) => {
    await site.at("/", { scheme, width: 390 }, async ({ page }) => {
      for (const [name, button, ready] of OPENED) {
        await page.goto(site.url())
        await page.locator(button).first().click()
        await page.waitForSelector(ready)
        await expectSound(page, name)
      }
    })
  })

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

function describeEach(work: (scheme: "light" | "dark", width: number) => void): void {
  for (const scheme of ["light", "dark"] as const) for (const width of [1440, 390]) work(scheme, width)
}

async function expectSound(page: Page, where: string): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running"))
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([])
  const wider_px = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(`${where}: ${wider_px} px too wide`).toBe(`${where}: 0 px too wide`)
}
