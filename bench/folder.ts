import type { DuckWarehouse } from "../src/warehouse/duckdb.ts"
import { openFolder } from "../src/warehouse/folder.ts"
import { ENGINE_MEMORY } from "./sizes.ts"

/** Opens the data folder for some work, with the memory a real one would have. */
export async function withFolder<T>(folder: string, work: (duck: DuckWarehouse) => Promise<T>): Promise<T> {
  const open = await openFolder(folder, { memory: ENGINE_MEMORY })
  try {
    return await work(open.duck)
  } finally {
    open.release()
  }
}
