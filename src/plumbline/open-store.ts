import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Config } from "../config.ts"
import { Problem } from "../problem.ts"
import { readAddress, sameTables } from "../warehouse/clickhouse/address.ts"
import { openClickHouse } from "../warehouse/clickhouse/open.ts"
import { LEDGER_FILE, LOCK_FILE, type OpenFolder, openFolder } from "../warehouse/folder.ts"
import { addSetting, type Settings } from "./settings.ts"
import type { Store } from "./store.ts"
import { embeddedStore } from "./stores/embedded.ts"
import { serverStore } from "./stores/server.ts"

export interface OpenStore {
  readonly folder: OpenFolder
  readonly store: Store
}

/** Opens the folder, and the server that keeps its ledger and facts where there is one. The folder remembers which. */
export async function openStore(config: Config, settings: Settings): Promise<OpenStore> {
  const { memory, threads, warehousePassword: password } = config
  const address = warehouseOf(config, settings)
  // Before the folder is touched: one whose server was never reached is no folder yet.
  const store = address === undefined ? undefined : await serverStore(openClickHouse(address, { password }))
  try {
    const folder = await openFolder(config.folder, { memory, threads, file: store ? LOCK_FILE : LEDGER_FILE })
    if (store && address !== undefined && settings.warehouse === undefined)
      await addSetting(folder.path, "warehouse", readAddress(address).shown)
    return { folder, store: store ?? (await embeddedIn(folder)) }
  } catch (error) {
    store?.close()
    throw error
  }
}

/** The server a folder keeps its data on; undefined: it keeps them itself. */
export function warehouseOf({ folder: path, warehouse: asked }: Config, { warehouse: kept }: Settings): string | undefined {
  if (asked === undefined || asked === "") return kept
  const folder = resolve(path)
  const { shown } = readAddress(asked)
  if (kept !== undefined && !sameTables(asked, kept))
    throw new Problem("warehouse.other", { folder, keeps: `at ${kept}`, asked: shown })
  if (kept === undefined && existsSync(join(folder, LEDGER_FILE)))
    throw new Problem("warehouse.other", { folder, keeps: `in its own file ${LEDGER_FILE}`, asked: shown })
  return asked
}

async function embeddedIn(folder: OpenFolder): Promise<Store> {
  try {
    return await embeddedStore(folder.duck)
  } catch (error) {
    folder.release()
    throw error
  }
}
