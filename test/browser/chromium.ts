import { existsSync } from "node:fs"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"

const CHROMIUM = "/usr/bin/chromium"

/** Without the browser these tests cannot run; they say so instead of passing in silence. */
export const hasChromium = existsSync(CHROMIUM)
if (!hasChromium)
  process.stderr.write(`SKIPPED: the browser tests need ${CHROMIUM}; \`npm test\` installs it on Debian as root.\n`)

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}

export interface Look {
  readonly width?: number
  readonly scheme?: "light" | "dark"
}

/** A fresh visitor. What the page complains about in the console ends up in `complaints`. */
export async function visit(browser: Browser, url: string, { width = 1440, scheme = "light" }: Look = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, baseURL: url })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  return { page, context, complaints }
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: readonly string[]
}
