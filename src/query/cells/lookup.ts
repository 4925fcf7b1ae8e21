import type { Metric } from "../../metrics/metric.ts"
import type { Row } from "../../warehouse/warehouse.ts"
import type { Feed } from "../plan/feed.ts"
import type { Member } from "../plan/plan.ts"
import type { Counted } from "../prepare.ts"
import type { Frame } from "../time/frame.ts"
import { readerOf, type Values } from "./values.ts"

/** A group of a split: the engine's own codes and texts, in the order of the splits. */
export type Group = readonly (string | number | boolean | null)[]

/** Where in an answer: the period, its bucket (null: all of it), and the group (null: all together). */
export interface Place {
  readonly period: 0 | 1
  readonly bucket: number | null
  readonly group: Group | null
}

/** Finds what the engine counted for a metric at a place. */
export interface Lookup {
  valuesAt(place: Place): Values
  /** Every group that has rows, with how many. */
  readonly groups: ReadonlyMap<string, { readonly group: Group; readonly rows: number }>
}

/** By metric: the lookup into the rows of all statements. */
export function lookups(counted: readonly Counted[], splits: number, frame: Frame): ReadonlyMap<string, Lookup> {
  const result = new Map<string, Lookup>()
  for (const { feeds, rows } of counted) {
    const byFeed = feeds.map((feed) => indexOf(rows, feed.id, splits))
    for (const { pass } of feeds) {
      const own = feeds.filter((feed) => feed.pass === pass)
      for (const member of pass.members) result.set(member.asked.ref, lookupOf(member, own, byFeed, frame))
    }
  }
  return result
}

type Index = ReadonlyMap<string, Row>

function lookupOf(member: Member, feeds: readonly Feed[], indexes: readonly Index[], frame: Frame): Lookup {
  const own = feeds.map(({ id }) => indexes[id]!)
  const read = readerOf(member)
  const { basis } = feeds[0]!.pass.at
  const groups = new Map<string, { group: Group; rows: number }>()
  // What is counted of all has groups that the question left out.
  for (const index of member.asked.unfiltered ? [] : own)
    for (const row of index.values()) {
      if (row["whole"] !== 0) continue
      const group = groupOf(row)
      const key = JSON.stringify(group)
      groups.set(key, { group, rows: (groups.get(key)?.rows ?? 0) + read(row).count("n") })
    }
  return {
    groups,
    valuesAt(place) {
      const key = keyAt(place, basis, frame)
      return read(key === null ? undefined : own.map((index) => index.get(key)).find((row) => row !== undefined))
    },
  }
}

/** The rows of a feed by their place. What the statement says of one cell in several rows is put together. */
function indexOf(rows: readonly Row[], feed: number, splits: number): Index {
  const index = new Map<string, Record<string, unknown>>()
  for (const row of rows) {
    if (row["feed"] !== feed) continue
    const group = row["whole"] === 0 ? Array.from({ length: splits }, (_, i) => row[`split_${i}`] ?? null) : null
    const key = JSON.stringify([row["bucket"] ?? null, row["period"] ?? null, group])
    const known = index.get(key)
    if (known) complete(known, row)
    else index.set(key, complete({ group }, row))
  }
  return index
}

/** Of the rows of one cell any may come first: each adds what it knows. */
function complete(known: Record<string, unknown>, row: Row): Record<string, unknown> {
  for (const name in row) if (row[name] !== null) known[name] = row[name]
  return known
}

function groupOf(row: Row): Group {
  return row["group"] as Group
}

function keyAt({ period, bucket, group }: Place, basis: Metric["at"]["basis"], frame: Frame): string | null {
  if (basis === "window") {
    const window = frame.windowOf(period, bucket)
    return window === null ? null : JSON.stringify([window, null, group])
  }
  if (basis === "instant") {
    const instant = frame.instantOf(period, frame.grain === "hour_of_week" ? null : bucket)
    return instant === null ? null : JSON.stringify([instant, null, group])
  }
  if (frame.grain === undefined) return JSON.stringify([period === 0 ? 0 : frame.count, null, group])
  if (bucket === null) return JSON.stringify([null, period, group])
  return JSON.stringify([bucket + (period === 0 ? 0 : frame.count), null, group])
}
