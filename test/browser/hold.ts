import type { Page } from "playwright-core"

/** From now on answers wait until they are let go. */
export async function holdAnswers(page: Page): Promise<() => void> {
  let letGo = (): void => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(/\/api\/v1\/(answers|rows)$/, async (route) => {
    await gate
    await route.continue()
  })
  return letGo
}
