import { createGunzip } from "node:zlib"
import type { Bytes } from "./blocks.ts"

/** What gzip says of data that end too early or are damaged. */
const DAMAGED = new Set(["Z_BUF_ERROR", "Z_DATA_ERROR"])
const UNPACKED_PIECE_BYTES = 256 * 1024

/**
 * Unpacks gzip. Everything before the damage is given out, which reading the stream of the library would not do: an error throws away
 * what it has not yet handed over.
 */
export function unpack(packed: AsyncIterable<Uint8Array>): Bytes {
  let damage: string | undefined
  async function* pieces(): AsyncIterable<Uint8Array> {
    const gunzip = createGunzip({ chunkSize: UNPACKED_PIECE_BYTES })
    let ready: Uint8Array[] = []
    gunzip.on("data", (piece: Uint8Array) => ready.push(piece))
    const ended = new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      gunzip.on("end", () => resolve(undefined))
      gunzip.on("error", resolve)
    })
    for await (const piece of packed) {
      const error = await Promise.race([new Promise<undefined>((done) => gunzip.write(piece, () => done(undefined))), ended])
      yield* ready
      ready = []
      if (error || gunzip.destroyed) break
    }
    if (!gunzip.destroyed) gunzip.end()
    const error = await ended
    yield* ready
    if (error && !DAMAGED.has(error.code ?? "")) throw error
    damage = error?.message
  }
  return { pieces: pieces(), broken: () => damage }
}

/** Leaves out the first bytes, which were read before. */
export async function* without(first: number, pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let left = first
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.subarray(left)
    left = Math.max(0, left - piece.length)
  }
}
