import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { show } from "../../src/format.ts"
import type { Difference } from "../../src/query/lens/difference-question.ts"
import type { Question } from "../../src/query/question.ts"
import type { Site } from "./site.ts"

const PATH = "/metrics/first_response_time?period=90d"
const SECTION = 'section[aria-label="As another product shows it"]'

export function lensTests(site: Site): void {
  test("a product is chosen, stands in the address, and its number is the API's", async () => {
    await site.at(PATH, {}, async ({ page, complaints }) => {
      const asked = page.waitForResponse((response) => response.url().endsWith("/differences"))
      await page.locator(SECTION).getByText("Zendesk", { exact: true }).click()
      const difference = (await (await asked).json()) as Difference
      await page.waitForURL(/as=zendesk/)
      const last = difference.steps.at(-1)!.cell
      const shown = page.locator("[data-theirs]")
      await shown.waitFor()
      expect(await shown.textContent()).toBe(show(last.value, "seconds"))
      const { from, to, where } = (await asked).request().postDataJSON().question as Question
      const answer = await site.ask({ metrics: ["first_response_time"], from, to, ...(where && { where }), as: "zendesk" })
      expect(answer.rows[0]?.theirs?.["first_response_time"]?.value).toBe(last.value)
      expect(await page.locator(`${SECTION} ol > li`).count()).toBe(difference.steps.length + 2)
      expect(complaints).toEqual([])
    })
  })

  test("by keyboard: a step opens its conversations, and one of them leads to its tape, told by the product's rules", async () => {
    await site.at(`${PATH}&as=chatwoot`, {}, async ({ page }) => {
      const step = page.locator("button[data-step]").first()
      await step.waitFor()
      await step.focus()
      await page.keyboard.press("Enter")
      await page.waitForURL(/step=\d/)
      await page.locator(`${SECTION} td a`).first().waitFor()
      expect(await step.getAttribute("aria-expanded")).toBe("true")
      expect(await csvOf(page, site)).toMatch(/^\uFEFF?conversation,step,because,change,ours,theirs/)
      await page.locator(`${SECTION} td a`).first().focus()
      await page.keyboard.press("Enter")
      await page.waitForSelector("section[aria-label=Events] li")
      expect(new URL(page.url()).searchParams.getAll("rule")).toContain("outbound=first_agent_message")
    })
  })

  test("a product that has nothing of the kind says so, and the definitions can be taken as CSV", async () => {
    await site.at("/metrics/bot_containment_rate?as=chatwoot", {}, async ({ page }) => {
      await page.waitForSelector("text=Chatwoot divides the bot's resolutions")
      const link = await page.locator("section[aria-label='Every definition'] a[download]").getAttribute("href")
      const file = await fetch(site.url() + link)
      expect(await file.text()).toMatch(/^\uFEFF?metric,means,bucket,from,value,low,high,n,.*,in_band\r\nbot_containment_rate,/)
    })
  })
}

async function csvOf(page: Page, site: Site): Promise<string> {
  const link = await page.locator(`${SECTION} a[download]`).getAttribute("href")
  return (await fetch(site.url() + link)).text()
}
