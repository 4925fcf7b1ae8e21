import { show } from "../format.ts"
import type { Command } from "./command.ts"

export const rebuild: Command = {
  name: "rebuild",
  summary: "fold everything again from the ledger; the numbers stay the same unless rules, calendars or the fold changed",
  async run({ plumbline, out }) {
    await plumbline.rebuild((done, of) => out.progress(`folding, ${done} of ${of}`))
    const { conversations, events } = await plumbline.status()
    out.line(`Folded ${show(events, "count")} events into ${show(conversations, "count")} conversations.`)
  },
}
