import { expect, test } from "vitest"
import { show, showChange } from "../../src/format.ts"
import type { Answer, AnswerRow, Question } from "../../src/query/question.ts"
import type { Site } from "./site.ts"

const SCORECARDS = ["essentials", "ecommerce", "customer_success", "call_centre", "operations"]

export function judgingTests(site: Site): void {
  test.each(SCORECARDS)("the scorecard %s: each card shows what the API answers, or why there is nothing", async (name) => {
    await site.at("/scorecards", {}, async ({ page, complaints }) => {
      const asked = page.waitForRequest((request) => isQuestion(request.url()) && page.url().endsWith(`/scorecards/${name}`))
      await page.locator(`nav[aria-label="Scorecards"] a[href$="/${name}"]`).click()
      if (name === "essentials") await page.reload()
      const question = (await asked).postDataJSON() as Question
      await page.waitForSelector(`[data-metric="${question.metrics.at(-1)}"]`)
      const { rows, definitions } = await site.ask(question)
      for (const metric of question.metrics) {
        const card = page.locator(`[data-metric="${metric}"]`)
        const { value = null, because } = wholeOf(rows)?.cells[metric] ?? {}
        expect(await card.locator("p").first().textContent()).toBe(show(value, definitions[metric]?.unit ?? ""))
        if (because !== undefined) expect((await card.textContent())?.toLowerCase()).toContain(because.toLowerCase())
      }
      expect(complaints).toEqual([])
    })
  })

  test("a target is typed as people say it, stands in the address, and is judged by the API", async () => {
    await site.at("/scorecards/essentials?period=90d", {}, async ({ page }) => {
      await page.getByRole("button", { name: "Targets" }).click()
      await page.getByLabel(/^Target for First response time/).fill("30 min")
      await page.keyboard.press("Enter")
      await page.waitForURL(/target=first_response_time=1800/)
      await page.keyboard.press("Escape")
      const mark = page.locator('[data-metric="first_response_time"] [data-judged]')
      await mark.waitFor()
      const { from, to } = (await period(site, "/scorecards/essentials?period=90d")).question
      const targets = [{ metric: "first_response_time", value: 1800 }]
      const { rows } = await site.ask({ metrics: ["first_response_time"], from, to, grain: "week", targets })
      expect(await mark.getAttribute("data-judged")).toBe(wholeOf(rows)?.judged?.["first_response_time"]?.met ? "met" : "missed")
    })
  })

  test("what cannot be read as an amount says how to write it, and changes nothing", async () => {
    await site.at("/metrics/first_response_time", {}, async ({ page }) => {
      await page.getByLabel(/^Target for First response time/).fill("soon")
      await page.keyboard.press("Enter")
      await page.waitForSelector("text=Write it like this")
      expect(page.url()).not.toContain("target=")
    })
  })

  test("a target for a metric without a better side is not asked about", async () => {
    await site.at("/scorecards/operations?target=ticket_volume=5&target=backlog=9", {}, async ({ page }) => {
      await page.waitForSelector('[data-metric="backlog"] [data-judged]')
      expect(await page.locator("[data-judged]").count()).toBe(1)
    })
  })

  test("every definition stands beside the others with what the API answers", async () => {
    await site.at("/metrics/first_response_time?period=90d", {}, async ({ page }) => {
      await page.waitForSelector("[data-definition]")
      const { question } = await period(site, "/metrics/first_response_time?period=90d")
      const { rows, question: widened } = await site.ask({ ...question, variants: true })
      expect(widened.metrics.length).toBeGreaterThan(1)
      for (const metric of widened.metrics) {
        const row = page.locator(`[data-definition="${metric}"]`)
        expect(await row.textContent()).toContain(show(wholeOf(rows)?.cells[metric]?.value, "seconds"))
      }
      await page.getByRole("link", { name: "Business", exact: true }).click()
      await page.waitForSelector("h1:has-text('First response time, business')")
      expect(new URL(page.url()).search).toBe("?period=90d")
    })
  })

  test("a group is compared with another of the same split, as the API compares them", async () => {
    await site.at("/metrics/first_response_time?period=90d&split=channel", {}, async ({ page }) => {
      await page.waitForSelector('section[aria-label="Table of the split"] tbody tr')
      await page.getByRole("combobox", { name: "Compare the groups with" }).click()
      await page.getByRole("option", { name: "Beside email" }).click()
      await page.waitForURL(/against=email/)
      await page.waitForSelector("text=the others beside it")
      const { question } = await period(site, "/metrics/first_response_time?period=90d")
      const { rows } = await site.ask({ ...question, by: ["channel"], against: "email" })
      const chat = rows.find(({ by }) => by["channel"] === "chat")?.changes?.["first_response_time"]
      const row = page.locator('section[aria-label="Table of the split"] tr', { hasText: "chat" })
      expect(await row.textContent()).toContain(showChange(chat?.amount, chat?.unit ?? "percent").replace(/^[+−]/, ""))
    })
  })

  test("limits of usual variation: a switch, an address, and the unusual points in words", async () => {
    await site.at("/metrics/ticket_volume?period=90d&grain=day", {}, async ({ page }) => {
      await page.getByLabel("Limits of usual variation").click()
      await page.waitForURL(/limits=true/)
      await page.waitForSelector("text=/usual|unusual/")
      const { question } = await period(site, "/metrics/ticket_volume?period=90d&grain=day")
      const { rows } = await site.ask({ ...question, grain: "day", limits: true })
      const outside = rows.filter(({ limits }) => limits?.["ticket_volume"]?.outside).length
      const said = page.getByText(
        outside === 0 ? /^All \d+ days are usual/ : new RegExp(`^${outside} of \\d+ days (is|are) unusual`),
      )
      await said.waitFor()
    })
  })
}

const isQuestion = (url: string): boolean => url.endsWith("/api/v1/answers")

const wholeOf = (rows: Answer["rows"]): AnswerRow | undefined =>
  rows.find((row) => row.bucket === null && Object.keys(row.by).length === 0)

/** The first question that a page asks, without what it is judged by. */
async function period(site: Site, path: string): Promise<{ readonly question: Question }> {
  let found: Question | undefined
  await site.at("/metrics", {}, async ({ page }) => {
    const asked = page.waitForRequest((request) => isQuestion(request.url()))
    await page.goto(path)
    const { metrics, from, to } = (await asked).postDataJSON() as Question
    found = { metrics, from, to }
  })
  if (!found) throw new Error(`${path} asked nothing.`)
  return { question: found }
}
