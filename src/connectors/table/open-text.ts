import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { pipeline, type Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { Problem } from "../../problem.ts"

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "latin1"] as const
export type Encoding = (typeof ENCODINGS)[number]

const CHUNK_BYTES = 1 << 18

/** The bytes of a file, unpacked if it is gzipped; which it is, its first bytes say. */
export async function openBytes(file: string): Promise<Readable> {
  const [first, second] = await firstBytes(file, 2)
  const raw = createReadStream(file, { highWaterMark: CHUNK_BYTES })
  if (first !== 0x1f || second !== 0x8b) return raw
  // The error reaches whoever reads the unpacked stream.
  return pipeline(raw, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined)
}

/** The text of a file in pieces. `rows` tells how many rows were read so far, for what is said when it breaks. */
export async function* openText(file: string, encoding: Encoding, rows: () => number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of await openBytes(file)) yield decoder.decode(chunk as Buffer, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw explained(error, file, encoding, rows())
  }
}

/** What broke the reading of a file, as a person is told it. */
export function explained(error: unknown, file: string, encoding: string, rows: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  if (code === "Z_BUF_ERROR" || code === "Z_DATA_ERROR") return new Problem("table.cut", { file, rows }, { cause: error })
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return new Problem("table.encoding", { file, encoding, rows }, { cause: error })
  return error
}

/** The first bytes of a file as it lies there. */
async function firstBytes(file: string, count: number): Promise<Uint8Array> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new Problem("file.missing", { file }, { cause: error }) : error
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
