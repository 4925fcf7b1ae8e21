import { createHash } from "node:crypto"
import type { Digest } from "../../events/digest.ts"

/** What stands before the first batch. */
export const CHAIN_START = "0".repeat(64)

export interface Link {
  readonly batch: number
  readonly source: string
  readonly learned_at: number
  readonly events: number
  readonly first_seq: number
  readonly last_seq: number
  readonly digest: string
}

/** The digest of a batch's rows, in their order. */
export interface RowsDigest {
  add(seq: number, version: number, learned_at: number, content: Digest): void
  hex(): string
}

const ROW_BYTES = 28
const ROWS_AT_ONCE = 4096

export function rowsDigest(): RowsDigest {
  const hash = createHash("sha256")
  const buffer = new DataView(new ArrayBuffer(ROW_BYTES * ROWS_AT_ONCE))
  let rows = 0
  const flush = () => {
    hash.update(new Uint8Array(buffer.buffer, 0, rows * ROW_BYTES))
    rows = 0
  }
  return {
    add(seq, version, learned_at, [low, high]) {
      const at = rows * ROW_BYTES
      buffer.setFloat64(at, seq, true)
      buffer.setFloat64(at + 8, learned_at, true)
      buffer.setInt32(at + 16, version, true)
      buffer.setInt32(at + 20, low, true)
      buffer.setInt32(at + 24, high, true)
      rows++
      if (rows === ROWS_AT_ONCE) flush()
    },
    hex() {
      flush()
      return hash.digest("hex")
    },
  }
}

/** Each batch vouches for all before it. */
export function chained(before: string, link: Link): string {
  const { batch, source, learned_at, events, first_seq, last_seq, digest } = link
  return createHash("sha256")
    .update(JSON.stringify([before, batch, source, learned_at, events, first_seq, last_seq, digest]))
    .digest("hex")
}
