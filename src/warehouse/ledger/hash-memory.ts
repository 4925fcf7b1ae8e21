import type { DuckDBDataChunk } from "@duckdb/node-api"
import { assert } from "../../assert.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { readHalves } from "../vector-reading.ts"
import type { Numbers } from "./field-column.ts"

/**
 * Remembers which hashes a table has, so that a batch of new rows need not be looked for in all rows before them. It never misses one that
 * is there; once in a while it takes one for being there that is not, and what the engine finds is what counts. Four bytes a row.
 */
export interface HashMemory {
  /** Which of these may be in the table, whose last row has this number. Low and high halves after each other. */
  find(halves: Numbers, last: number): Promise<Candidates>
  /** After a transaction that failed: rows that it read are not there. */
  forget(): void
}

export interface Candidates {
  /** The places of the hashes. */
  readonly places: readonly number[]
  /** In which rows of the table they may be, as a condition. */
  readonly where: string
}

/** A table whose rows are numbered as they are appended. */
interface Numbered {
  readonly table: string
  readonly number: string
  readonly hash: string
}

/** So often the engine is asked to look through all rows: who appends a little and goes has no use for a memory. */
const ASKED_FIRST = 2
const ROWS_A_READ = 2 ** 17

/** Remembers nothing, and leaves it to the engine each time: for a table whose rows come and go. */
export function noMemory(number: string): HashMemory {
  return { find: (halves, last) => Promise.resolve(anywhere(halves, number, last)), forget: () => {} }
}

/** What it takes is set aside of the engine's own, and stays so when all is forgotten: it is soon learned again. */
export function hashMemory(duck: DuckWarehouse, { table, number, hash }: Numbered): HashMemory {
  let groups: Group[] = []
  let known = 0
  let asked = 0
  let setAside = 0
  const keepWithin = async () => {
    const taken = groups.reduce((sum, { bits }) => sum + bits.byteLength, 0)
    if (taken <= setAside) return
    await duck.setAside(taken - setAside)
    setAside = taken
  }
  const learn = async (last: number) => {
    while (known < last) {
      let group = groups.at(-1)
      if (group === undefined || known - group.before >= group.room) {
        groups.push((group = emptyGroup(known, last)))
        await keepWithin()
      }
      const until = Math.min(last, group.before + group.room, known + ROWS_A_READ)
      const found = await duck.connection.run(`SELECT ${hash} FROM ${table} WHERE ${number} > ${known} AND ${number} <= ${until}`)
      remember(group, inOrder(halvesOf(await found.fetchAllChunks())))
      known = until
    }
  }
  return {
    async find(halves, last) {
      if (asked++ < ASKED_FIRST) return anywhere(halves, number, last)
      await learn(last)
      const may = new Uint8Array(halves.length / 2)
      const ordered = inOrder(halves)
      const having = groups.filter((group) => look(group, ordered, may))
      const where = having.map(({ before, room }) => `${number} BETWEEN ${before + 1} AND ${Math.min(last, before + room)}`)
      return { places: [...may.keys()].filter((place) => may[place] === 1), where: `(${where.join(" OR ") || "false"})` }
    },
    forget() {
      groups = []
      known = 0
    },
  }
}

function halvesOf(chunks: readonly DuckDBDataChunk[]): Int32Array {
  const all = new Int32Array(2 * chunks.reduce((rows, { rowCount }) => rows + rowCount, 0))
  let filled = 0
  for (const chunk of chunks) {
    const halves = readHalves(chunk, 0)
    all.set(halves, filled)
    filled += halves.length
  }
  return all
}

function anywhere({ length }: Numbers, number: string, last: number): Candidates {
  return { places: Array.from({ length: length / 2 }, (_, place) => place), where: `${number} <= ${last}` }
}

/** The hashes of rows whose numbers follow each other, as a Bloom filter: each sets some bits, by which it is known again. */
interface Group {
  /** The number before the first row. */
  readonly before: number
  /** So many rows have place. */
  readonly room: number
  readonly bits: Int32Array
}

const [LEAST_ROOM, MOST_ROOM] = [2 ** 16, 2 ** 24]
/** With a word of bits and sixteen probes for each, one hash in three million is taken for another. */
const PROBES = 16
/** All bits of a hash lie in one block, which a processor has at hand after the first. */
const [BLOCK_WORDS, BLOCK_BITS] = [2 ** 10, 2 ** 15]

/** Groups grow with the table: a small one costs little memory, and a large one has few groups to look in. */
function emptyGroup(before: number, rows: number): Group {
  const room = Math.min(MOST_ROOM, Math.max(LEAST_ROOM, 2 ** Math.ceil(Math.log2(rows))))
  return { before, room, bits: new Int32Array(room) }
}

function remember({ bits }: Group, { lows, highs }: Hashes): void {
  for (let i = 0; i < lows.length; i++) {
    const low = lows[i]!
    const block = blockOf(bits, low)
    let bit = highs[i]!
    let step = bit >>> 15
    for (let probe = 0; probe < PROBES; probe++) {
      bits[block + wordOf(bit)]! |= 1 << bit
      // The step grows by what the low half says, so that two hashes that begin alike soon part.
      step = (step + (low | 1)) | 0
      bit = (bit + step) | 0
    }
  }
}

/** Marks the hashes that the group may have; true where there is one. */
function look({ bits }: Group, { lows, highs, places }: Hashes, may: Uint8Array): boolean {
  let some = false
  for (let i = 0; i < lows.length; i++) {
    const low = lows[i]!
    const block = blockOf(bits, low)
    let bit = highs[i]!
    let step = bit >>> 15
    let probe = 0
    while (probe < PROBES && (bits[block + wordOf(bit)]! & (1 << bit)) !== 0) {
      probe++
      step = (step + (low | 1)) | 0
      bit = (bit + step) | 0
    }
    if (probe < PROBES) continue
    may[places[i]!] = 1
    some = true
  }
  return some
}

/** The first word of the block of a hash: blocks are as many as a power of two, and the first digits say which. */
function blockOf({ length }: Int32Array, low: number): number {
  return length <= BLOCK_WORDS ? 0 : (low >>> (Math.clz32(length) + 11)) * BLOCK_WORDS
}

/** The word of a bit among those of its block; the bit's five lowest digits say where in the word. */
function wordOf(bit: number): number {
  return (bit & (BLOCK_BITS - 1)) >>> 5
}

/** In the order of the low halves, so that the blocks are gone through one after another. */
interface Hashes {
  readonly lows: Int32Array
  readonly highs: Int32Array
  /** Where each stood. */
  readonly places: Int32Array
}

/** More are never looked for at once. */
const MOST_PLACES = 2 ** 21

function inOrder(halves: Numbers): Hashes {
  const size = halves.length / 2
  assert(size <= MOST_PLACES, `${size} hashes are looked for at once`)
  const ordered = new Float64Array(size)
  for (let place = 0; place < size; place++) ordered[place] = (halves[2 * place]! >>> 0) * MOST_PLACES + place
  ordered.sort()
  const [lows, highs, places] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  for (let i = 0; i < size; i++) {
    const low = Math.floor(ordered[i]! / MOST_PLACES)
    lows[i] = low
    places[i] = ordered[i]! - low * MOST_PLACES
    highs[i] = halves[2 * places[i]! + 1]!
  }
  return { lows, highs, places }
}
