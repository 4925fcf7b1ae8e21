import { findScorecard, scorecards } from "../metrics/scorecards.ts"
import { askCommand } from "./ask.ts"
import type { Command } from "./command.ts"
import { tableLines } from "./table.ts"

/** `plumbline scorecard essentials --compare previous`: the metrics that belong together, in one question. */
export const scorecardCommand: Command = {
  name: "scorecard",
  summary: "list the scorecards, or ask for the numbers of one: plumbline scorecard essentials --compare previous",
  args: ["[name]"],
  options: askCommand.options ?? [],
  async run(given) {
    const { args, out } = given
    const [name] = args
    if (name !== undefined) return askCommand.run({ ...given, args: findScorecard(name).metrics })
    const rows = scorecards.map((one) => [one.name, one.means, one.metrics.join(" ")])
    for (const line of tableLines([["scorecard", "what for", "metrics"], ...rows], 3)) out.line(line)
  },
}
