import type { Digest } from "../../events/digest.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { asBigint, type Version } from "./known.ts"

/** One event that goes into the ledger. */
export interface Entry {
  readonly event: CanonicalEvent
  /** Its place among the events that were given. */
  readonly given: number
  readonly version: number
  /** The version it replaces: one of the ledger by `seq`, or an earlier entry of the same batch by its place among the entries. */
  readonly replaces: { readonly seq: number } | { readonly entry: number } | null
}

/** How the versions of one id go on within a batch. */
interface Course {
  digest: bigint
  version: number
  at: { readonly seq: number } | { readonly entry: number }
  /** Everything this id is sent to say now, it already said, and it ends where it stands: the source is being read again. */
  readonly readAgain: boolean
}

/**
 * Which events are new, which are new versions, and which say nothing new. Content equal to the current version is a duplicate. An older
 * version sent again *after* the current one is a correction back to it; sent again before the current one, it is the source being
 * read a second time, which changes nothing.
 */
export function decide(
  events: readonly CanonicalEvent[],
  digests: readonly Digest[],
  known: ReadonlyMap<string, readonly Version[]>,
  least?: (given: number) => number,
): readonly Entry[] {
  const courses = new Map<string, Course>()
  const repeated = known.size > 0 ? saidOf(events, digests) : new Map<string, readonly bigint[]>()
  for (const [id, versions] of known) courses.set(id, courseOf(versions, repeated.get(id)!))
  const entries: Entry[] = []
  events.forEach((event, given) => {
    const digest = asBigint(digests[given]!)
    const course = courses.get(event.id)
    if (course && (course.readAgain || course.digest === digest)) return
    const version = Math.max((course?.version ?? 0) + 1, least?.(given) ?? 1)
    courses.set(event.id, { digest, version, at: { entry: entries.length }, readAgain: false })
    entries.push({ event, given, version, replaces: course?.at ?? null })
  })
  return entries
}

function courseOf(versions: readonly Version[], said: readonly bigint[]): Course {
  const last = versions.at(-1)!
  const before = new Set(versions.map((version) => version.digest))
  const readAgain = said.at(-1) === last.digest && said.every((digest) => before.has(digest))
  return { digest: last.digest, version: last.version, at: { seq: last.seq }, readAgain }
}

function saidOf(events: readonly CanonicalEvent[], digests: readonly Digest[]): ReadonlyMap<string, readonly bigint[]> {
  const said = new Map<string, bigint[]>()
  events.forEach((event, i) => {
    const digest = asBigint(digests[i]!)
    const before = said.get(event.id)
    if (before) before.push(digest)
    else said.set(event.id, [digest])
  })
  return said
}
