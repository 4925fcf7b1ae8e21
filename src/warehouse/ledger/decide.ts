import { type EventColumns, joined } from "./columns.ts"
import type { Version } from "./known.ts"
import { hasRepeats } from "./repeats.ts"

/** Which of the given rows go into the ledger. */
export interface Decision {
  /** Rising. */
  readonly rows: readonly number[]
  /** Of each of them. */
  readonly versions: readonly number[]
  /** Those that replace a version: their place in `rows`, and what they replace: a row of the ledger by `seq`, or a place in `rows`. */
  readonly replacing: readonly { readonly place: number; readonly replaces: Replaced }[]
}

export type Replaced = { readonly seq: number } | { readonly place: number }

/** How the versions of one id go on within a batch. */
interface Course {
  readonly digest: bigint
  readonly version: number
  readonly at: Replaced
  /** Everything this id is sent to say now, it already said, and it ends where it stands: the source is being read again. */
  readonly readAgain: boolean
}

/**
 * Which events are new, which are new versions, and which say nothing new. Content equal to the current version is a duplicate. An older
 * version sent again *after* the current one is a correction back to it; sent again before the current one, it is the source being
 * read a second time, which changes nothing.
 */
export function decide(columns: EventColumns, known: ReadonlyMap<string, readonly Version[]>): Decision {
  const { ids } = columns
  if (known.size === 0 && !hasRepeats(columns.idHashes)) return allNew(columns)
  const courses = knownCourses(columns, known)
  const rows: number[] = []
  const versions: number[] = []
  const replacing: { place: number; replaces: Replaced }[] = []
  ids.forEach((id, row) => {
    const digest = joined(columns.digests, row)
    const course = courses.get(id)
    if (course && (course.readAgain || course.digest === digest)) return
    const place = rows.push(row) - 1
    const version = Math.max((course?.version ?? 0) + 1, columns.versions[row] ?? 1)
    versions.push(version)
    if (course) replacing.push({ place, replaces: course.at })
    courses.set(id, { digest, version, at: { place }, readAgain: false })
  })
  return { rows, versions, replacing }
}

function allNew({ ids, versions }: EventColumns): Decision {
  return { rows: ids.map((_, row) => row), versions: ids.map((_, row) => versions[row] ?? 1), replacing: [] }
}

function knownCourses(columns: EventColumns, known: ReadonlyMap<string, readonly Version[]>): Map<string, Course> {
  const said = new Map<string, bigint[]>([...known.keys()].map((id) => [id, []]))
  if (known.size > 0) columns.ids.forEach((id, row) => said.get(id)?.push(joined(columns.digests, row)))
  return new Map([...known].map(([id, versions]) => [id, courseOf(versions, said.get(id)!)]))
}

function courseOf(versions: readonly Version[], said: readonly bigint[]): Course {
  const last = versions.at(-1)!
  const before = new Set(versions.map((version) => version.digest))
  const readAgain = said.at(-1) === last.digest && said.every((digest) => before.has(digest))
  return { digest: last.digest, version: last.version, at: { seq: last.seq }, readAgain }
}
