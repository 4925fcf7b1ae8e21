import { expect, test } from "vitest"
import type { Page } from "playwright-core"
import type { Answer, RowsQuestion } from "../../src/query/question.ts"
import type { Site } from "./site.ts"

export function drillTests(site: Site): void {
  test.each(["ticket_volume", "first_response_time", "resolution_rate", "backlog", "csat"])(
    "%s: as many rows as the number's n, to the tape, and back",
    async (metric) => {
      await site.at("/", {}, async ({ page, complaints }) => {
        await page.locator(`[data-metric="${metric}"] p a`).first().click()
        await page.waitForURL(/\/behind/)
        const rows = await rowsShown(page)
        const n = await cellN(site, page, metric)
        expect(rows).toBe(n)
        const back = page.url()
        const conversation = page.locator("td a").first()
        const id = (await conversation.textContent()) ?? ""
        await conversation.click()
        await page.waitForSelector('section[aria-label="Events"] li')
        expect(await page.locator("h1").textContent()).toBe(`Conversation ${id}`)
        await page.getByRole("link", { name: "← Back" }).click()
        await page.waitForSelector("[data-count]")
        expect(page.url()).toBe(back)
        expect(complaints).toEqual([])
      })
    },
  )

  test("a row of the table leads to that team's rows", async () => {
    await site.at("/", {}, async ({ page }) => {
      await page.locator('section[aria-label="Table of the split"] tbody tr:nth-child(2) td a').first().click()
      await page.waitForURL(/by=team/)
      const rows = await rowsShown(page)
      expect(rows).toBeGreaterThan(0)
      expect(rows).toBe(await cellN(site, page, "ticket_volume"))
    })
  })

  test("back at the overview the period has its name again; days that no name means stay days", async () => {
    await site.at("/?period=7d", {}, async ({ page }) => {
      await page.locator('[data-metric="ticket_volume"] p a').first().click()
      await page.waitForURL(/\/behind\?.*from=/)
      await rowsShown(page)
      await page.getByRole("link", { name: "← Overview" }).click()
      await page.waitForSelector('[data-metric="ticket_volume"] p a')
      expect(new URL(page.url()).search).toBe("?period=7d")
    })
    await site.at("/behind?metric=ticket_volume&period=7d&from=2026-03-02&to=2026-03-09", {}, async ({ page }) => {
      await page.getByRole("link", { name: "← Overview" }).click()
      await page.waitForSelector('[data-metric="ticket_volume"] p a')
      expect(new URL(page.url()).search).toBe("?from=2026-03-02&to=2026-03-09")
    })
  })

  test("a page that a list does not reach is its last", async () => {
    await site.at("/behind?metric=ticket_volume&period=90d&page=99999", {}, async ({ page }) => {
      const rows = await rowsShown(page)
      await page.waitForURL((url) => url.searchParams.get("page") === String(Math.ceil(rows / 50)))
      await expect.poll(() => page.locator("tbody tr").count()).toBe(((rows - 1) % 50) + 1)
    })
  })

  test("a number of a week and a team says so in the words of the charts and the filters", async () => {
    await site.at(
      "/behind?metric=ticket_volume&from=2026-08-03&to=2026-08-17&each=week&bucket=1&by=team:care_berlin",
      {},
      async ({ page }) => {
        await page.waitForSelector("text=week from Mon 10 Aug 2026 · Team Care Berlin · Europe/Berlin")
      },
    )
  })

  test("an hour of the heat map leads to the contacts of that hour", async () => {
    await site.at("/?period=90d", {}, async ({ page }) => {
      const hour = page.locator('[data-hour]:not([aria-label*="—"]):not([aria-label$=": 0 /h"])').first()
      await hour.click()
      await page.waitForURL(/each=hour_of_week/)
      expect(await rowsShown(page)).toBe(await cellN(site, page, "busy_hour"))
    })
  })

  test("a click on a chart leads to the rows of that bucket", async () => {
    await site.at("/?period=90d", {}, async ({ page }) => {
      const chart = page.locator('[data-chart="ticket_volume"] [data-drawing] svg')
      await page.locator('[data-chart="ticket_volume"]').scrollIntoViewIfNeeded()
      await chart.waitFor()
      const box = await chart.boundingBox()
      await chart.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } })
      await page.waitForURL(/bucket=\d+/)
      expect(await rowsShown(page)).toBe(await cellN(site, page, "ticket_volume"))
    })
  })

  test("rows sort, turn pages and leave as a file", async () => {
    await site.at("/behind?metric=ticket_volume&period=90d", {}, async ({ page }) => {
      const count = await rowsShown(page)
      await page.locator("th button").first().click()
      await page.waitForURL(/sort=/)
      await page.waitForSelector('th[aria-sort="descending"]')
      await page.getByRole("button", { name: "Page 2" }).click()
      await page.waitForURL(/page=2/)
      const href = (await page.getByRole("link", { name: "CSV" }).getAttribute("href")) ?? ""
      const file = await (await fetch(site.url() + href)).text()
      expect(file.trim().split("\n").length).toBe(count + 1)
    })
  })

  test("more rows than can be sorted are not sorted: no heading says so, and each page has its rows", async () => {
    await site.at("/behind?metric=ticket_volume&from=2000-01-01&to=2100-01-01&sort=-conversation", {}, async ({ page }) => {
      await page.route("**/api/v1/rows", async (route) => {
        const answered = await route.fetch()
        await route.fulfill({ response: answered, json: { ...(await answered.json()), count: 20_001 } })
      })
      await page.reload()
      await page.waitForSelector('[data-count="20001"]')
      expect(await page.locator('th[aria-sort="descending"]').count()).toBe(0)
      expect(await page.locator("tbody tr").count()).toBe(50)
    })
  })

  test("another rule tells another story of the same events", async () => {
    await site.at("/behind?metric=first_response_time&period=90d&where=channel:chat", {}, async ({ page }) => {
      await page.locator("td a").first().click()
      await page.waitForSelector('section[aria-label="Events"] li')
      const events = await page.locator('section[aria-label="Events"] li').count()
      await page.getByRole("switch", { name: "A bot's answer stops the clock" }).click()
      await page.waitForURL(/rule=bot_stops_clock/)
      await page.waitForSelector("text=Told under: bot_stops_clock=true")
      expect(await page.locator('section[aria-label="Events"] li').count()).toBe(events)
    })
  })
}

async function rowsShown(page: Page): Promise<number> {
  const count = page.locator("[data-count]")
  await count.waitFor()
  return Number(await count.getAttribute("data-count"))
}

/** The n of the cell the rows page is about, asked afresh. */
async function cellN(site: Site, page: Page, metric: string): Promise<number> {
  const asked = JSON.parse(new URL(await csvAddress(site, page)).searchParams.get("ask") ?? "{}") as RowsQuestion
  const answer: Answer = await site.ask(asked.question)
  const by = Object.entries(asked.by)
  const row = answer.rows.find(
    (one) =>
      one.bucket === asked.bucket &&
      Object.keys(one.by).length === by.length &&
      by.every(([field, word]) => one.by[field] === word),
  )
  return row?.cells[metric]?.n ?? -1
}

async function csvAddress(site: Site, page: Page): Promise<string> {
  return site.url() + ((await page.getByRole("link", { name: "CSV" }).getAttribute("href")) ?? "")
}
