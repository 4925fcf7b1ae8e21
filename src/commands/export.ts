import { printEvent, printKnownEvent } from "../events/print.ts"
import { asOfMoment } from "../plumbline/shadows.ts"
import { Problem } from "../problem.ts"
import type { Command, Given } from "./command.ts"

const ORDERS = ["appended", "happened"] as const

/** Writes what the ledger holds, so that it can be read again, here or elsewhere. */
export const exportCommand: Command = {
  name: "export",
  summary: "write the events as one JSON object a line",
  args: ["<what>"],
  options: [
    ["--as-of <date>", "as it was known then: a day (its end) or a moment"],
    ["--all-versions", "also the versions that were replaced"],
    ["--order <order>", `${ORDERS.join(" or ")} (the first)`],
    ["--plain", "without learned_at and event_version"],
  ],
  async run(given) {
    const { plumbline, args, options, out } = given
    const [what] = args
    if (what !== "events") throw new Problem("action.unknown", { action: what ?? "", known: ["events"] })
    const print =
      options["plain"] === true ? ({ event }: Parameters<typeof printKnownEvent>[0]) => printEvent(event) : printKnownEvent
    const reading = {
      asOf: await asOfGiven(given),
      allVersions: options["allVersions"] === true,
      order: orderGiven(given) === "happened" ? ("at" as const) : ("seq" as const),
    }
    for await (const events of plumbline.events(reading)) out.line(events.map(print).join("\n"))
  },
}

async function asOfGiven({ plumbline, options }: Given): Promise<number | undefined> {
  const { asOf } = options
  return typeof asOf === "string" ? asOfMoment(asOf, (await plumbline.status()).zone) : undefined
}

function orderGiven({ options }: Given): (typeof ORDERS)[number] {
  const given = options["order"] ?? "appended"
  const order = ORDERS.find((known) => known === given)
  if (!order) throw new Problem("option.not_one_of", { option: "order", value: String(given), words: ORDERS })
  return order
}
