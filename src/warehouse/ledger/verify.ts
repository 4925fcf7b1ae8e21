import type { DuckWarehouse } from "../duckdb.ts"
import { CHAIN_START, chained } from "./chain.ts"
import { openDecoder } from "./decode.ts"
import type { BatchRow, Finding, Tell } from "./finding.ts"
import { loadWords, subjectNames } from "./names.ts"
import { verifyDictionaries, verifySuperseded, verifyWhole } from "./verify-rest.ts"
import { verifyRows } from "./verify-rows.ts"

export interface Verdict {
  readonly events: number
  readonly batches: number
  /** The end of the chain: whoever wrote it down can later prove that nothing before it was changed or cut off. */
  readonly chain: string
  /** Of the content of all events, however they were batched, in whichever order and whenever they were learned. */
  readonly content: string
  readonly findings: readonly Finding[]
  /** How many there are; of very many only the first are told. */
  readonly found: number
}

export interface Verifying {
  /** An end of the chain that was written down before. */
  readonly chain?: string | undefined
  readonly progress?: ((batch: number, batches: number) => void) | undefined
}

/** The most findings told. */
export const MOST_FINDINGS = 100

/** Reads the whole ledger and says what was altered, taken out or put in since it was appended. */
export async function verifyLedger(duck: DuckWarehouse, { chain, progress }: Verifying = {}): Promise<Verdict> {
  const batches = (await duck.rows("SELECT * FROM batches ORDER BY batch")) as unknown as readonly BatchRow[]
  const findings: Finding[] = []
  let found = 0
  const tell = (finding: Finding) => {
    if (found < MOST_FINDINGS) findings.push(finding)
    found++
  }
  verifyChain(batches, chain, tell)
  const names = await duck.connect()
  const decoder = openDecoder(await loadWords(names, missing), subjectNames(names, missing))
  for (const batch of batches) {
    progress?.(batch.batch, batches.length)
    await verifyRows(duck, decoder, batch, tell)
  }
  names.close()
  await verifyWhole(duck, tell)
  await verifySuperseded(duck, tell)
  await verifyDictionaries(duck, tell)
  const [content] = await duck.rows("SELECT count(*) AS events, coalesce(sum(digest::HUGEINT), 0)::VARCHAR AS sum FROM ledger")
  const events = content!["events"] as number
  const end = batches.at(-1)?.chain ?? CHAIN_START
  return { events, batches: batches.length, chain: end, content: contentHash(content!["sum"] as string), findings, found }
}

const missing = (code: number) => `(code ${code} is not in the dictionary)`

function verifyChain(batches: readonly BatchRow[], chain: string | undefined, tell: Tell): void {
  let before = CHAIN_START
  let number = 0
  let seq = 0
  for (const batch of batches) {
    const about = { batch: batch.batch, seq: null, id: null }
    if (batch.batch !== number + 1) tell({ ...about, batch: number + 1, what: "is missing from the list of batches" })
    else if (batch.first_seq !== seq + 1) tell({ ...about, what: "does not begin where the batch before it ended" })
    else if (chained(before, batch) !== batch.chain)
      tell({ ...about, what: "is not as it was written in the list of batches, or the batch before it is not" })
    before = batch.chain
    number = batch.batch
    seq = batch.last_seq
  }
  if (chain !== undefined && !batches.some((batch) => batch.chain === chain))
    tell({ batch: null, seq: null, id: null, what: `the chain never ended in ${chain}: batches were cut off or written anew` })
}

/** The sum of the digests of all rows, as 64 bits. */
function contentHash(sum: string): string {
  return BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, "0")
}
