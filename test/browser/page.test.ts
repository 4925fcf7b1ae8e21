import { describe } from "vitest"
import { hasChromium } from "./chromium.ts"
import { drillTests } from "./drill.ts"
import { judgingTests } from "./judging.ts"
import { keyboardTests } from "./keyboard.ts"
import { lensTests } from "./lens.ts"
import { liveTests } from "./live.ts"
import { looksTests } from "./looks.ts"
import { overviewTests } from "./overview.ts"
import { useSite } from "./site.ts"
import { slowTests } from "./slow.ts"

/** The page in a real browser against the real server on a small demo company. One server for all, for starting it takes longest. */
describe.skipIf(!hasChromium)("the page", () => {
  const site = useSite(["--demo", "--scale", "0.03"])
  describe("overview", () => overviewTests(site))
  describe("from a number to its rows to a tape", () => drillTests(site))
  describe("scorecards, definitions, targets and limits", () => judgingTests(site))
  describe("as another product shows it", () => lensTests(site))
  describe("keyboard", () => keyboardTests(site))
  describe("looks", () => looksTests(site))
  describe("slow answers", () => slowTests(site))
  describe("live", () => liveTests(site))
})
