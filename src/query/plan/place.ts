import { assert } from "../../assert.ts"
import type { Term } from "../../metrics/expression.ts"
import { quote } from "../../warehouse/schema.ts"
import { type Frame, piecesOfInstants, piecesOfRun, piecesOfWindows, type Range } from "../time/frame.ts"
import type { Period } from "../time/period.ts"
import type { Feed, Scope } from "./feed.ts"
import { writeFilter } from "./filter.ts"
import { writeCondition, writeLocal, writePieces, writeTerm, type Writer } from "./writer.ts"

/** Puts what numbers a row's bucket, and the row's splits, into `base`; returns which rows the feed wants. */
export function writePlace(feed: Feed, base: Map<string, string>, { frame, writer }: Scope): string {
  const { pass, run, id } = feed
  for (const [i, { term }] of pass.splits.entries()) base.set(`split_${id}_${i}`, writeTerm(term, writer))
  const filters = [
    ...(pass.where ? [`(${writeCondition(pass.where, writer)})`] : []),
    ...pass.filters.map((filter) => writeFilter(filter, writer)),
  ]
  if (pass.at.basis === "window") {
    const { windows } = frame
    const whole = { from: Math.min(...windows.map(({ from }) => from)), to: Math.max(...windows.map(({ to }) => to)) }
    const where = [writeTouches(pass.at, String(whole.from), String(whole.to), writer), ...filters].join(" AND ")
    base.set(`place_${id}`, guarded("0", where, feed))
    for (const [name, text] of touchedWindows(feed, frame, writer)) base.set(name, text)
    return where
  }
  if (run === null) {
    const { at } = pass
    assert(at.basis === "instant", "only snapshots and windows have no run")
    const [from, to] = [writeTerm(at.from, writer), writeTerm(at.to, writer)]
    const pieces = piecesOfInstants(frame)
    const where = [`${from} < ${frame.instants.at(-1)!}`, `(${to} IS NULL OR ${to} >= ${frame.instants[0]!})`, ...filters].join(
      " AND ",
    )
    const stop = `CASE WHEN ${to} IS NULL THEN ${frame.instants.length} ELSE ${writePieces(pieces, to, writer.dialect)} END`
    base.set(`start_${id}`, guarded(writePieces(pieces, from, writer.dialect), where, feed))
    base.set(`stop_${id}`, stop)
    return where
  }
  assert(pass.at.basis !== "instant", "a run is of events")
  const at = quote(pass.at.column.name)
  const ranges = joined(run).map(({ from, to }) => `${at} >= ${from} AND ${at} < ${to}`)
  const inside = ranges.length === 1 ? ranges[0]! : `(${ranges.map((range) => `(${range})`).join(" OR ")})`
  const where = [inside, ...filters].join(" AND ")
  base.set(`place_${id}`, writer.dialect.small(guarded(writeBucket(at, run, frame, writer), where, feed)))
  return where
}

/** Ranges of which one begins where another ends are one. */
function joined(run: readonly Period[]): readonly Period[] {
  const ranges: Period[] = []
  for (const { from, to } of [...run].sort((a, b) => a.from - b.from)) {
    const last = ranges.at(-1)
    if (last?.to === from) ranges[ranges.length - 1] = { from: last.from, to }
    else ranges.push({ from, to })
  }
  return ranges
}

/** The ranges of windows a row may touch, as pairs of columns: the whole of each period, and those of its buckets that it touches. */
export function windowRanges({ id }: Feed, { windowRuns }: Frame): readonly (readonly [from: string, to: string])[] {
  return windowRuns.flatMap(({ first, ends }, i): [string, string][] => [
    [String(first), `whole_${id}_${i}`],
    ...(ends.length === 0 ? [] : [[`start_${id}_${i}`, `stop_${id}_${i}`] as [string, string]]),
  ])
}

function touchedWindows(
  { id, pass }: Feed,
  { windows, windowRuns }: Frame,
  w: Writer,
): readonly (readonly [name: string, text: string])[] {
  const { at } = pass
  assert(at.basis === "window", "only windows have a beginning and an end")
  const [from, to] = [writeTerm(at.from, w), writeTerm(at.to, w)]
  return windowRuns.flatMap(({ first, ends }, i): [string, string][] => {
    const period = windows[first]!
    const touched = writeTouches(at, String(period.from), String(period.to), w)
    const whole: [string, string] = [`whole_${id}_${i}`, `CASE WHEN ${touched} THEN ${first + 1} ELSE ${first} END`]
    if (ends.length === 0) return [whole]
    const { before, begun } = piecesOfWindows(ends)
    const last = first + ends.length
    return [
      whole,
      [`start_${id}_${i}`, `${first + 1} + ${writePieces(before, from, w.dialect)}`],
      [`stop_${id}_${i}`, `CASE WHEN ${to} IS NULL THEN ${last} ELSE ${first + 1} + ${writePieces(begun, to, w.dialect)} END`],
    ]
  })
}

/** Which rows touch a window: begun before its end, and not ended before its beginning. */
export function writeTouches(
  at: { readonly from: Term; readonly to: Term },
  opening: string,
  closing: string,
  w: Writer,
): string {
  const [from, to] = [writeTerm(at.from, w), writeTerm(at.to, w)]
  return `${from} < ${closing} AND (${to} IS NULL OR ${to} >= ${opening})`
}

/** Where several feeds share the scan, a row that is not the feed's own has no place in it. */
function guarded(place: string, where: string, { alone }: Feed): string {
  return alone ? place : `CASE WHEN ${where} THEN ${place} END`
}

/** The number of a moment's bucket. */
export function writeBucket(at: string, run: readonly Range[], frame: Frame, { dialect, offsets }: Writer): string {
  if (frame.grain !== "hour_of_week") return writePieces(piecesOfRun(run), at, dialect)
  const hour = `(${dialect.divide(writeLocal(at, offsets), "3600000000")} + 72) % 168`
  const [first, second] = [...run].sort((a, b) => a.from - b.from)
  if (!second) return first!.first === 0 ? hour : `${hour} + ${first!.first}`
  return `${hour} + CASE WHEN ${at} < ${second.from} THEN ${first!.first} ELSE ${second.first} END`
}
