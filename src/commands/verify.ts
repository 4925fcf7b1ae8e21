import { show } from "../format.ts"
import type { Finding } from "../warehouse/ledger/finding.ts"
import type { Command } from "./command.ts"

/** Proves that the ledger says what it said when each event was appended, or names what does not. */
export const verify: Command = {
  name: "verify",
  summary: "check that nothing in the ledger was altered, taken out or put in",
  options: [["--chain <hash>", "an end of the chain that was written down before: it must still be there"]],
  async run({ plumbline, options, out }) {
    const { chain } = options
    const verdict = await plumbline.verify({
      chain: typeof chain === "string" ? chain : undefined,
      progress: (batch, batches) => out.progress(`batch ${show(batch, "count")} of ${show(batches, "count")}`),
    })
    for (const finding of verdict.findings) out.line(sentence(finding))
    const more = verdict.found - verdict.findings.length
    if (more > 0) out.line(`… and ${show(more, "count")} more`)
    out.line(`${show(verdict.events, "count")} events in ${show(verdict.batches, "count")} batches: ${judged(verdict.found)}`)
    out.line(`content ${verdict.content}`)
    out.line(`chain   ${verdict.chain}`)
    return verdict.found === 0 ? 0 : 1
  },
}

function judged(found: number): string {
  return found === 0 ? "all as they were appended." : `${show(found, "count")} findings. Restore the data folder from a backup.`
}

function sentence({ batch, seq, id, what }: Finding): string {
  const where = [
    batch === null ? "" : `batch ${batch}`,
    seq === null ? "" : `seq ${seq}`,
    id === null ? "" : `id ${JSON.stringify(id)}`,
  ]
  return `${where.filter((part) => part !== "").join(", ") || "the ledger"}: ${what}`
}
