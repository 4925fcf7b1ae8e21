import { assert } from "../assert.ts"
import { micros, momentOf, zoned } from "../query/time/zone.ts"
import type { FoldSettings } from "../warehouse/fold/begin.ts"
import { readRules, unusual } from "../warehouse/fold/rules.ts"
import type { Store } from "./store.ts"

/**
 * How many folds by other rules or of earlier days are kept beside the usual one. A product's number is at most four folds away from
 * ours, which as of an earlier day is a fifth; all of them are read together.
 */
const MOST_SHADOWS = 5
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

interface Shadow {
  readonly name: string
  readonly schema: string
}

export async function openShadows(
  { beside, facts }: Pick<Store, "beside" | "facts">,
  zone: string,
  settings: FoldSettings,
): Promise<Shadows> {
  await dropAll(beside)
  let kept = new Map<string, Shadow>()
  let stale: Shadow[] = []
  let next = 1
  return {
    async schemaFor({ asOf, rules = {} }) {
      const read = readRules(rules)
      const asOfAt = asOf === undefined ? undefined : asOfMoment(asOf, zone)
      const key = JSON.stringify([asOfAt, unusual(read)])
      if (asOfAt === undefined && unusual(read).length === 0) return facts
      for (const { name } of stale.splice(0)) await beside.drop(name)
      const found = kept.get(key)
      if (found !== undefined) {
        // The one used last is dropped last.
        kept.delete(key)
        kept.set(key, found)
        return found.schema
      }
      const name = `${PREFIX}${next++}`
      const schema = await beside.fold(name, { ...settings, rules: read, asOf: asOfAt })
      kept.set(key, { name, schema })
      const [oldest] = kept
      if (kept.size > MOST_SHADOWS && oldest !== undefined) {
        await beside.drop(oldest[1].name)
        kept.delete(oldest[0])
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
async function dropAll(beside: Store["beside"]): Promise<void> {
  for (const name of await beside.names()) {
    if (!name.startsWith(PREFIX)) continue
    assert(/^shadow_\d+$/.test(name), `facts are called ${name}`)
    await beside.drop(name)
  }
}
