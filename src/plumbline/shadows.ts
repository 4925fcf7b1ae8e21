import { assert } from "../assert.ts"
import { micros, momentOf, zoned } from "../query/time/zone.ts"
import type { DuckWarehouse } from "../warehouse/duckdb.ts"
import type { FoldSettings } from "../warehouse/fold/begin.ts"
import { FACTS } from "../warehouse/fold/facts.ts"
import { foldAll } from "../warehouse/fold/fold.ts"
import { readRules, unusual } from "../warehouse/fold/rules.ts"

/** How many folds by other rules or of earlier days are kept beside the usual one. */
const MOST_SHADOWS = 4
const PREFIX = "shadow_"

/** How a question wants the ledger folded. */
export interface Folding {
  readonly asOf?: string | undefined
  readonly rules?: Readonly<Record<string, string | number | boolean>> | undefined
}

/** Folds of the same ledger by other rules, or as it was known at an earlier moment. */
export interface Shadows {
  /** The schema that answers such a question; folded now if there is none yet. */
  schemaFor(folding: Folding): Promise<string>
  /** New events make all of them stale. */
  forget(): void
}

export async function openShadows(duck: DuckWarehouse, zone: string, settings: () => FoldSettings): Promise<Shadows> {
  await dropAll(duck)
  let kept = new Map<string, string>()
  let stale: string[] = []
  let next = 1
  const drop = async (schemas: readonly string[]): Promise<void> => {
    for (const schema of schemas) await duck.run(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  }
  return {
    async schemaFor({ asOf, rules = {} }) {
      const read = readRules(rules)
      const asOfAt = asOf === undefined ? undefined : asOfMoment(asOf, zone)
      const key = JSON.stringify([asOfAt, unusual(read)])
      if (asOfAt === undefined && unusual(read).length === 0) return FACTS
      await drop(stale.splice(0))
      const found = kept.get(key)
      if (found !== undefined) {
        // The one used last is dropped last.
        kept.delete(key)
        kept.set(key, found)
        return found
      }
      const schema = `${PREFIX}${next++}`
      await foldAll(duck, { ...settings(), rules: read, asOf: asOfAt }, schema)
      kept.set(key, schema)
      const [oldest] = kept.keys()
      if (kept.size > MOST_SHADOWS && oldest !== undefined) {
        await drop([kept.get(oldest)!])
        kept.delete(oldest)
      }
      return schema
    },
    forget() {
      stale = [...stale, ...kept.values()]
      kept = new Map()
    },
  }
}

/** A local date means its end: all that was known by that evening. */
export function asOfMoment(asOf: string, zone: string): number {
  const at = momentOf(asOf, zone, "asOf")
  return /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? micros(zoned(at, zone).add({ days: 1 })) - 1 : at
}

/** What an earlier process left behind. */
async function dropAll(duck: DuckWarehouse): Promise<void> {
  const rows = await duck.rows("SELECT schema_name FROM information_schema.schemata WHERE starts_with(schema_name, $1)", [PREFIX])
  for (const { schema_name } of rows) {
    assert(/^shadow_\d+$/.test(String(schema_name)), `a schema is called ${String(schema_name)}`)
    await duck.run(`DROP SCHEMA ${String(schema_name)} CASCADE`)
  }
}
