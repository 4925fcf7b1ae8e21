import { assert } from "../assert.ts"
import { Problem } from "../problem.ts"
import { micros, momentOf, zoned } from "../query/time/zone.ts"
import type { FoldSettings } from "../warehouse/fold/begin.ts"
import type { Part } from "../warehouse/fold/part.ts"
import { readRules, type Rules, unusual } from "../warehouse/fold/rules.ts"
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
  /** The schema that answers such a question; folded now if there is none yet. Where the `part` it needs is said, it may hold no more. */
  schemaFor(folding: Folding, part: Part | undefined): Promise<string>
  /** The same, where more questions may follow: the first is answered soon, and the next that needs another part folds for all of them. */
  schemaForSeveral(folding: Folding, part: Part | undefined): Promise<string>
  /** Those of several questions as of the same day, folded together. */
  schemasFor(foldings: readonly Folding[], part: Part | undefined): Promise<readonly string[]>
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
  const kept = new Map<string, Shadow>()
  const stale: Shadow[] = []
  let next = 1

  const use = (key: string): Shadow | undefined => useOf(kept, key)

  const fold = async (wanted: readonly Wanted[]): Promise<void> => {
    for (const { name } of stale.splice(0)) await beside.drop(name)
    const missing = new Map(wanted.filter(({ keys }) => !keys.some(use)).map((one) => [one.keys[0], one]))
    const named = [...missing.values()].map((one) => ({ ...one, name: `${PREFIX}${next++}` }))
    const schemas = await foldEach(beside, settings, named)
    named.forEach(({ name, keys: [key] }, i) => kept.set(key!, { name, schema: schemas[i]! }))
    for (const [key, { name }] of kept) {
      if (kept.size <= MOST_SHADOWS) break
      await beside.drop(name)
      kept.delete(key)
    }
  }

  const schemasFor: Shadows["schemasFor"] = async (foldings, part) => {
    const wanted = foldings.map((folding) => wantedBy(folding, zone, beside, part))
    const others = wanted.filter((one) => one !== USUAL)
    if (others.length > 0) await fold(others)
    return wanted.map((one) => (one === USUAL ? facts : one.keys.map(use).find((found) => found !== undefined)!.schema))
  }
  const schemaFor: Shadows["schemaFor"] = async (folding, part) => {
    const [schema] = await schemasFor([folding], part)
    return schema!
  }

  return {
    schemasFor,
    schemaFor,
    schemaForSeveral(folding, part) {
      const wanted = wantedBy(folding, zone, beside, part)
      const isFirst = wanted === USUAL || wanted.keys.some((key) => kept.has(key)) || !hasPartOf(kept, wanted)
      return schemaFor(folding, isFirst ? part : undefined)
    },
    forget() {
      stale.push(...kept.values())
      kept.clear()
    },
  }
}

/** The one used last is dropped last. */
function useOf(kept: Map<string, Shadow>, key: string): Shadow | undefined {
  const found = kept.get(key)
  if (found === undefined) return undefined
  kept.delete(key)
  kept.set(key, found)
  return found
}

const USUAL = "usual"

interface Wanted {
  readonly rules: Rules
  readonly asOf: number | undefined
  /** What of it is needed, where a part is enough and can be had. */
  readonly part: Part | undefined
  /** What answers it: the fold of its part, if it has one, or the whole. */
  readonly keys: readonly string[]
}

function wantedBy(
  { asOf, rules: given = {} }: Folding,
  zone: string,
  beside: Store["beside"],
  needed: Part | undefined,
): Wanted | typeof USUAL {
  const rules = readRules(given)
  const asOfAt = asOf === undefined ? undefined : asOfMoment(asOf, zone)
  if (asOfAt === undefined && unusual(rules).length === 0) return USUAL
  const part = "foldParts" in beside ? needed : undefined
  const whole = JSON.stringify([asOfAt, unusual(rules)])
  return { rules, asOf: asOfAt, part, keys: part ? [`${whole} ${JSON.stringify(part)}`, whole] : [whole] }
}

/** Whether some part of the same fold is kept. */
function hasPartOf(kept: ReadonlyMap<string, Shadow>, { keys }: Wanted): boolean {
  const whole = keys[keys.length - 1]!
  return [...kept.keys()].some((key) => key.startsWith(`${whole} `))
}

/** Of one day all, and all for the same part. */
async function foldEach(
  beside: Store["beside"],
  settings: FoldSettings,
  named: readonly (Wanted & { readonly name: string })[],
): Promise<readonly string[]> {
  const [first] = named
  if (beside.foldParts && first?.part) return beside.foldParts(named, { ...settings, asOf: first.asOf }, first.part)
  const schemas: string[] = []
  for (const { name, rules, asOf } of named) schemas.push(await beside.fold(name, { ...settings, rules, asOf }))
  return schemas
}

/** What runs is measured at that moment, and moments beyond 2255 are no longer whole numbers. 2200-01-01. */
const LATEST_AS_OF = 7_258_118_400_000_000

/** A local date means its end: all that was known by that evening. */
export function asOfMoment(asOf: string, zone: string): number {
  const at = momentOf(asOf, zone, "asOf")
  if (at > LATEST_AS_OF) throw new Problem("question.as_of_too_late", { asOf })
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
