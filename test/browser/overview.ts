import { expect, test } from "vitest"
import { show } from "../../src/format.ts"
import type { Question } from "../../src/query/question.ts"
import type { Site } from "./site.ts"

const ALL_MARKS = "[data-metric]"

interface Looks {
  readonly scheme: string
  readonly colours: readonly string[]
}

/** The colours in which the lines and words of charts are drawn. */
const LOOKS = `({
  scheme: document.documentElement.dataset.mantineColorScheme,
  colours: [...new Set([...document.querySelectorAll("[data-drawing] svg :is(text, path[stroke])")]
    .map((drawn) => drawn.getAttribute(drawn.tagName === "text" ? "fill" : "stroke")))].sort(),
})`

export function overviewTests(site: Site): void {
  test("every card shows what the API answers to the page's own question", async () => {
    await site.at("/", {}, async ({ page, complaints }) => {
      await page.waitForSelector(ALL_MARKS)
      const asked = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name))
      expect(asked.filter((name) => name.endsWith("/api/v1/answers")).length).toBeGreaterThan(0)
      const question = await ownQuestion(site)
      const answer = await site.ask(question)
      const whole = answer.rows.find((row) => row.bucket === null && Object.keys(row.by).length === 0)
      const cards = await page.locator(ALL_MARKS).all()
      expect(cards.length).toBe(8)
      for (const card of cards) {
        const metric = (await card.getAttribute("data-metric")) ?? ""
        const value = whole?.cells[metric]?.value ?? null
        const text = await card.locator("p").first().textContent()
        expect(`${metric} ${text}`).toBe(`${metric} ${show(value, answer.definitions[metric]?.unit ?? "")}`)
      }
      expect(complaints).toEqual([])
    })
  })

  test("cards and charts come from one question, the heat map and the table from one each", async () => {
    await site.at("/metrics", {}, async ({ page }) => {
      const questions: string[] = []
      page.on("request", (request) => {
        if (request.url().endsWith("/api/v1/answers")) questions.push(request.postData() ?? "")
      })
      await page.getByRole("link", { name: "Overview", exact: true }).click()
      await page.waitForSelector(ALL_MARKS)
      await page.waitForSelector("[data-hour]")
      await page.waitForLoadState("networkidle")
      expect(questions.length).toBe(3)
    })
  })

  test("period, comparison and filter live in the address, and back goes back", async () => {
    await site.at("/?period=last_month&compare=last_year&where=channel:email", {}, async ({ page }) => {
      await page.waitForSelector(ALL_MARKS)
      expect(await page.getByRole("button", { name: /^Period: Last month/ }).count()).toBe(1)
      await page.getByRole("button", { name: "Take off: Channel is email" }).click()
      await page.waitForURL((url) => !url.search.includes("where"))
      expect(new URL(page.url()).search).toBe("?period=last_month&compare=last_year")
      await page.goBack()
      await page.waitForSelector("text=Channel is email")
      await page.getByRole("button", { name: /^Period/ }).click()
      await page.getByRole("button", { name: "90 days" }).click()
      await page.waitForURL(/period=90d/)
      await page.reload()
      await page.waitForSelector("text=Channel is email")
      expect(await page.getByRole("button", { name: /^Period: 90 days/ }).count()).toBe(1)
    })
  })

  test("an address that makes no sense shows the default, not an error", async () => {
    await site.at("/?period=yesteryear&from=never&to=2026-13-45&where=%25%25&grain=eon&compare=7", {}, async ({ page }) => {
      await page.waitForSelector(ALL_MARKS)
      expect(await page.getByRole("button", { name: /^Period: 28 days/ }).count()).toBe(1)
    })
  })

  test("a period without data says so with dashes, not with zeros", async () => {
    await site.at("/?from=1999-01-01&to=1999-02-01", {}, async ({ page }) => {
      await page.waitForSelector(ALL_MARKS)
      expect(await page.locator('[data-metric="csat"] p').first().textContent()).toBe("—")
    })
  })

  test("on paper stand all the charts, also those that were not scrolled to, in light colours", async () => {
    await site.at("/", { scheme: "dark" }, async ({ page }) => {
      await page.locator("[data-chart] [data-drawing] svg text").first().waitFor()
      const screen = await page.evaluate<Looks>(LOOKS)
      const paper = await page.evaluate<Looks>(`window.dispatchEvent(new Event("beforeprint")), ${LOOKS}`)
      const empty = page.locator("[data-chart]:not(:has([data-drawing] svg text)):not(:has-text('Nothing to draw'))")
      expect(await empty.count()).toBe(0)
      expect([screen.scheme, paper.scheme]).toEqual(["dark", "light"])
      expect(paper.colours.filter((colour) => screen.colours.includes(colour))).toEqual([])
      expect(await page.evaluate<Looks>(`window.dispatchEvent(new Event("afterprint")), ${LOOKS}`)).toEqual(screen)
    })
  })

  test("a number of many rows that are nearly all of one kind is not said to be of too few rows", async () => {
    await site.at("/?from=2026-03-01&to=2026-09-01", {}, async ({ page }) => {
      const { rows } = await site.ask({ metrics: ["resolution_rate"], from: "2026-03-01", to: "2026-09-01" })
      const { n = 0, lowN } = rows[0]?.cells["resolution_rate"] ?? {}
      expect({ many: n > 1000, lowN }).toEqual({ many: true, lowN: true })
      const card = page.locator('[data-metric="resolution_rate"]')
      await card.waitFor()
      expect(await card.textContent()).toContain("few rows or few of one kind")
    })
  })

  test("weeks that the period cuts are said to be not complete, though the data do not end there", async () => {
    await site.at("/?from=2026-08-05&to=2026-09-03&grain=week", {}, async ({ page }) => {
      const key = page.locator('ul[aria-label="How to read the charts"]')
      await key.waitFor()
      expect(await key.textContent()).toContain("not complete: week from Wed 5 Aug 2026, week from Mon 31 Aug 2026")
    })
  })

  test("from a period without conversations there is a way to all there are", async () => {
    await site.at("/?from=1999-01-01&to=1999-02-01", {}, async ({ page }) => {
      await page.getByRole("button", { name: "Show all the data" }).click()
      await page.waitForSelector("text=No conversation began", { state: "detached" })
      const { rows } = await site.ask({ metrics: ["ticket_volume"], from: "2000-01-01", to: "2100-01-01" })
      const all = show(rows[0]?.cells["ticket_volume"]?.value, "count")
      await expect.poll(() => page.locator('[data-metric="ticket_volume"] p').first().textContent()).toBe(all)
    })
  })

  test("a way out that leads nowhere is not offered: the last 28 days are shown already", async () => {
    await site.at("/?where=channel:carrier_pigeon", {}, async ({ page }) => {
      await page.waitForSelector("text=No conversation began in this period with these filters")
      expect(await page.getByRole("button", { name: "Take off the filters" }).count()).toBe(1)
      expect(await page.getByRole("button", { name: "Show the last 28 days" }).count()).toBe(0)
    })
  })
}

/** The question behind the cards, as the page asks it. */
async function ownQuestion(site: Site): Promise<Question> {
  let found: Question | undefined
  await site.at("/metrics", {}, async ({ page }) => {
    page.on("request", (request) => {
      if (!request.url().endsWith("/api/v1/answers")) return
      const question = request.postDataJSON() as Question
      if (question.metrics.includes("nps")) found = question
    })
    await page.getByRole("link", { name: "Overview", exact: true }).click()
    await page.waitForSelector(ALL_MARKS)
  })
  if (!found) throw new Error("The overview asked no question with nps in it.")
  return found
}
