import type { DuckWarehouse } from "./duckdb.ts"
import type { Warehouse } from "./warehouse.ts"

/**
 * Connections for asking, apart from the one that writes: a question never sees half of an import, and two questions never share a
 * connection, whose statements and transactions would run into each other.
 */
export interface Readers {
  /** Lends a connection, in one transaction, so that all statements of the work see the same data. An aborted signal stops the engine. */
  read<T>(work: (reader: Warehouse) => Promise<T>, signal?: AbortSignal): Promise<T>
  close(): void
}

/** Each statement already uses every core; a second lets a short question pass a long one. */
const READERS = 2

export async function openReaders(warehouse: DuckWarehouse, count = READERS): Promise<Readers> {
  const all = await Promise.all(Array.from({ length: count }, () => warehouse.connect()))
  const free = [...all]
  const waiting: ((reader: DuckWarehouse) => void)[] = []

  const giveBack = (reader: DuckWarehouse): void => {
    const next = waiting.shift()
    if (next) next(reader)
    else free.push(reader)
  }

  return {
    async read(work, signal) {
      const reader = free.pop() ?? (await nextFree(waiting, signal))
      try {
        return await inOneView(reader, work, signal)
      } finally {
        giveBack(reader)
      }
    },
    close: () => all.forEach((reader) => reader.close()),
  }
}

/** Waits for a connection; who gives up waiting leaves the queue. */
function nextFree(waiting: ((reader: DuckWarehouse) => void)[], signal?: AbortSignal): Promise<DuckWarehouse> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      waiting.splice(waiting.indexOf(take), 1)
      reject(signal?.reason as Error)
    }
    const take = (reader: DuckWarehouse): void => {
      signal?.removeEventListener("abort", giveUp)
      resolve(reader)
    }
    signal?.throwIfAborted()
    signal?.addEventListener("abort", giveUp, { once: true })
    waiting.push(take)
  })
}

async function inOneView<T>(reader: DuckWarehouse, work: (reader: Warehouse) => Promise<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted()
  const interrupt = (): void => reader.connection.interrupt()
  signal?.addEventListener("abort", interrupt)
  await reader.run("BEGIN TRANSACTION READ ONLY")
  try {
    return await work(signal ? untilAborted(reader, signal) : reader)
  } finally {
    signal?.removeEventListener("abort", interrupt)
    // Nothing was written, and an interrupted transaction can only be rolled back.
    await reader.run("ROLLBACK")
  }
}

/** An interrupt stops the statement that runs; this keeps the next from starting. */
function untilAborted(reader: Warehouse, signal: AbortSignal): Warehouse {
  return {
    run(sql, params) {
      signal.throwIfAborted()
      return reader.run(sql, params)
    },
    rows(sql, params, reading) {
      signal.throwIfAborted()
      return reader.rows(sql, params, reading)
    },
    close: () => reader.close(),
  }
}
