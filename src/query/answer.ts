import { assert } from "../assert.ts"
import type { Asked } from "../metrics/resolve.ts"
import { type CellContext, cellOf, unknownCell } from "./cells/cell.ts"
import type { Group, Lookup, Place } from "./cells/lookup.ts"
import { predictionKey, type Predictions, predictionsOf } from "./cells/predictions.ts"
import { differenceOf } from "./cells/difference.ts"
import { lifetimeOf } from "./cells/lifetime.ts"
import { quotientOf, shareOf, sumOf } from "./cells/quotient.ts"
import { plannable, staffingOf } from "./cells/staffing.ts"
import { changeOf } from "./change.ts"
import { missingKinds } from "./needs.ts"
import { isFiltered, madeOf, partOf, perOf, unfiltered, withParts } from "./plan/plan.ts"
import { zoned } from "./time/zone.ts"
import { Problem } from "../problem.ts"
import type { Prepared } from "./prepare.ts"
import type { AnswerRow, Cell, Change } from "./question.ts"

/** The most groups of a split that are told apart. Totals hold the others too. */
export const MOST_GROUPS = 500
/** The most cells of an answer. */
export const MOST_CELLS = 500_000

const HOUR_US = 3_600_000_000

/** Groups as rows can name them. */
export interface Named {
  readonly group: Group
  readonly by: Readonly<Record<string, string | null>>
}

/** The rows of the answer: each bucket, then the whole, of all together and of each group. */
export async function rowsOf(
  prepared: Prepared,
  lookups: ReadonlyMap<string, Lookup>,
  groups: readonly Named[],
): Promise<readonly AnswerRow[]> {
  const { frame, plan } = prepared
  const buckets: readonly (number | null)[] =
    frame.grain === undefined ? [null] : [...Array.from({ length: frame.count }, (_, i) => i), null]
  const cells = buckets.length * (groups.length + 1) * plan.asked.length
  if (cells > MOST_CELLS) throw new Problem("question.too_large", { cells, most: MOST_CELLS })
  const all = [{ group: null, by: {} }, ...groups].flatMap(({ group, by }) => buckets.map((bucket) => ({ bucket, group, by })))
  const compared = frame.periods.before === undefined ? [] : all.filter(({ bucket }) => hasBucket(prepared, bucket))
  const places = [
    ...all.map(({ bucket, group }): Place => ({ period: 0, bucket, group })),
    ...compared.map(({ bucket, group }): Place => ({ period: 1, bucket, group })),
  ]
  const measured = plan.asked.flatMap((one) => withParts(one, prepared.source.metrics))
  const counted = { lookups, predictions: await predictionsOf(measured, lookups, places) }
  return all.map(({ bucket, group, by }) => rowOf(prepared, counted, bucket, group, by))
}

/** What the engine counted, and what models made of it. */
interface Found {
  readonly lookups: ReadonlyMap<string, Lookup>
  readonly predictions: Predictions
}

function rowOf(
  prepared: Prepared,
  found: Found,
  bucket: number | null,
  group: Group | null,
  by: Readonly<Record<string, string | null>>,
): AnswerRow {
  const cells: Record<string, Cell> = {}
  const changes: Record<string, Change> = {}
  for (const asked of prepared.plan.asked) {
    const now = cellAt(asked, prepared, found, { period: 0, bucket, group })
    cells[asked.ref] = now
    if (prepared.frame.periods.before === undefined || !hasBucket(prepared, bucket)) continue
    const before = cellAt(asked, prepared, found, { period: 1, bucket, group })
    changes[asked.ref] = changeOf(now, before, asked.metric, isSettling(asked, prepared, bucket))
  }
  return { bucket, by, cells, ...(prepared.frame.periods.before && { changes }) }
}

/** Whether its youngest rows may still change, though those before them may not. Where a row is pending while it is young, none is. */
function isSettling({ metric }: Asked, { frame }: Prepared, bucket: number | null): boolean {
  if (metric.settles_h === undefined || metric.matures !== undefined) return false
  const { ends, grain, periods } = frame
  const end = bucket === null || grain === "hour_of_week" ? ends[0]!.at(-1)! : ends[0]![bucket + 1]!
  return periods.knownTo - Math.min(end, periods.knownTo) < metric.settles_h * HOUR_US
}

/** The comparison may have fewer buckets: April has no 31st day. */
function hasBucket({ frame }: Prepared, bucket: number | null): boolean {
  return bucket === null || frame.grain === "hour_of_week" || bucket < frame.ends[1]!.length - 1
}

function cellAt(asked: Asked, prepared: Prepared, found: Found, place: Place): Cell {
  const { metric } = asked
  const missing = missingEvents(asked, prepared)
  if (missing) return unknownCell(missing)
  if (metric.value.kind === "quotient") {
    const filtered = isFiltered(prepared.question)
    const part = (ref: string) => partOf(asked, ref, prepared.source.metrics)
    const own = (ref: string) => cellAt(part(ref), prepared, found, place)
    const all = (ref: string) => cellAt(filtered ? unfiltered(part(ref)) : part(ref), prepared, found, { ...place, group: null })
    return madeQuotient(metric.value, filtered || place.group !== null, own, all)
  }
  if (metric.value.kind === "difference") {
    const [of, from] = madeOf(asked, prepared.source.metrics).map((part) => cellAt(part, prepared, found, place))
    return differenceOf(of!, from!)
  }
  if (metric.value.kind === "lifetime") {
    const [revenue, churn] = madeOf(asked, prepared.source.metrics).map((part) => cellAt(part, prepared, found, place))
    return lifetimeOf(revenue!, churn!, metric.value, monthsOf(prepared, place))
  }
  if (metric.value.kind === "staffing") {
    const [contacts, handle] = madeOf(asked, prepared.source.metrics).map((part) => cellAt(part, prepared, found, place))
    const hourOfWeek = prepared.frame.grain === "hour_of_week" && place.bucket !== null
    return staffingOf(contacts!, handle!, metric.value, plannable(hoursOf(prepared, place), hourOfWeek))
  }
  const unknown = whyUnknown(asked, prepared, place)
  if (unknown) return unknownCell(unknown)
  const lookup = found.lookups.get(asked.ref)
  assert(lookup !== undefined || nothingKnown(prepared), `nobody counted ${asked.ref}`)
  if (!lookup) return unknownCell("nothing is known of that time yet")
  const context: CellContext = {
    hours: hoursOf(prepared, place),
    months: () => monthsOf(prepared, place),
    prediction: () => found.predictions.get(predictionKey(asked.ref, place)),
    whole: place.group === null ? undefined : lookup.valuesAt({ ...place, group: null }),
  }
  return cellOf(metric, lookup.valuesAt(place), context)
}

type Quotient = Extract<Asked["metric"]["value"], { readonly kind: "quotient" }>

/** What `own` says of the place is a part of `all` where it is a group of a split or what filters leave. */
function madeQuotient(value: Quotient, isPart: boolean, own: (ref: string) => Cell, all: (ref: string) => Cell): Cell {
  const per = sumOf(perOf(value).map(own))
  if (value.sharedBy === undefined || !isPart) return quotientOf(own(value.of), per, value)
  return quotientOf(shareOf(all(value.of), sumOf(value.sharedBy.map(own)), sumOf(value.sharedBy.map(all))), per, value)
}

/** A metric that lacks its events has no value; in particular it is not 0. */
function missingEvents({ metric }: Asked, { source }: Prepared): string | undefined {
  const missing = source.events ? missingKinds(metric, source.events) : []
  return missing.length > 0 ? `no such events: ${missing.join(", ")}` : undefined
}

function whyUnknown({ metric }: Asked, { frame }: Prepared, { period, bucket }: Place): string | undefined {
  const { ends, grain, periods } = frame
  const start = grain === "hour_of_week" || bucket === null ? ends[period]![0]! : ends[period]![bucket]!
  if (start >= periods.knownTo && !isAhead(metric)) return "nothing is known of that time yet"
  if (grain === "hour_of_week" && bucket !== null && hasNoHour(metric)) return "a snapshot has no hour of the week"
  return undefined
}

function isAhead({ at }: Asked["metric"]): boolean {
  return "column" in at && at.ahead === true
}

function hasNoHour({ at }: Asked["metric"]): boolean {
  return at.basis === "instant" || at.basis === "window"
}

function nothingKnown({ frame }: Prepared): boolean {
  return frame.runs.length === 0
}

const DAYS_A_YEAR = 365.2425

/** The place's length in months, as far as anything is known of it: whole ones by the calendar, and the days left over. */
function monthsOf({ frame }: Prepared, { period, bucket }: Place): number {
  const { ends, grain, periods } = frame
  const whole = bucket === null || grain === "hour_of_week"
  const [from, to] = whole ? [ends[period]![0]!, ends[period]!.at(-1)!] : [ends[period]![bucket]!, ends[period]![bucket + 1]!]
  const [start, end] = [zoned(from, periods.zone), zoned(Math.max(from, Math.min(to, periods.knownTo)), periods.zone)]
  const { months } = start.until(end, { largestUnit: "month" })
  const days = start.add({ months }).until(end).total({ unit: "hour" }) / 24
  return months + (days * 12) / DAYS_A_YEAR
}

/** How long the place lasted, as far as anything is known of it. */
function hoursOf({ frame }: Prepared, { period, bucket }: Place): number {
  const { ends, grain, periods, buckets } = frame
  if (grain === "hour_of_week" && bucket !== null)
    return period === 0 ? buckets[bucket]!.occurrences! : frame.occurrencesBefore[bucket]!
  const [from, to] =
    bucket === null ? [ends[period]![0]!, ends[period]!.at(-1)!] : [ends[period]![bucket]!, ends[period]![bucket + 1]!]
  return Math.max(0, Math.min(to, periods.knownTo) - from) / HOUR_US
}
