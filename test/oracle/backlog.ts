import { type Expected, share } from "./estimates.ts"
import { type Asked, HOUR_MS, within } from "./metrics.ts"
import { createdAt, isSolved, type Plain, reopensOf, solvesOf } from "./plain.ts"

/** Steps into and out of the backlog count as they were taken, also those of what later proved to be spam, so that they add up to it. */
export const moving = (asked: Asked) =>
  asked.all.filter(({ own }) => !own.some(({ test, backfill }) => test === true || backfill === true))

function clearance(asked: Asked): Expected {
  const solves = moving(asked)
    .flatMap(solvesOf)
    .filter(({ at }) => within(at, asked)).length
  const reopens = moving(asked)
    .flatMap(reopensOf)
    .filter(({ at }) => within(at, asked)).length
  const created = moving(asked).filter(({ opened }) => within(opened.at, asked)).length
  return { value: created + reopens === 0 ? null : solves / (created + reopens), n: solves + reopens + created }
}

/** Those open at the end of the period, or of the data; null where that is not known yet. */
export function openIn(asked: Asked): readonly Plain[] | null {
  if (asked.from > asked.asOf) return null
  return moving(asked).filter((conversation) => isOpenAt(conversation, instantOf(asked)))
}

const instantOf = ({ to, asOf }: Asked) => Math.min(to, asOf + 1)

function backlog(asked: Asked): Expected {
  const open = openIn(asked)
  return open === null ? { value: null, n: 0 } : { value: open.length, n: open.length }
}

/** Exactly as old is not older. */
function agedShare(hours: number) {
  return (asked: Asked): Expected => {
    const ages = (openIn(asked) ?? []).flatMap(
      (conversation) => asked.clock(conversation, createdAt(conversation, asked.all), instantOf(asked)) ?? [],
    )
    return share(ages.filter((age) => age > hours * HOUR_MS).length, ages.length)
  }
}

const FOUR_WEEKS_US = 28 * 24 * HOUR_MS * 1000

/** Of how many days' solves the backlog is, at the pace of the last four weeks. */
function backlogDays(asked: Asked): Expected {
  const open = openIn(asked)
  const instant = instantOf(asked)
  const recent = moving(asked)
    .flatMap(solvesOf)
    .filter(({ at }) => at < instant && at >= instant - FOUR_WEEKS_US).length
  if (open === null) return { value: null, n: 0 }
  return { value: recent === 0 ? null : open.length / (recent / 28), n: open.length }
}

export function isOpenAt({ own, opened }: Plain, instant: number): boolean {
  if (opened.at >= instant) return false
  const marked = own.filter((event) => event.kind === "conversation.marked_spam")
  const leaving = [
    ...(marked.at(-1)?.linked === false ? [] : marked),
    ...own.filter(({ kind }) => kind === "conversation.deleted" || kind === "conversation.merged_into"),
  ]
  if (leaving.some(({ at }) => at < instant)) return false
  const status =
    own.findLast((event) => event.at < instant && event.kind === "conversation.status_changed")?.status ?? opened.status
  return !isSolved(status)
}

export const backlogs: Readonly<Record<string, (asked: Asked) => Expected>> = {
  clearance_ratio: clearance,
  backlog,
  "aged_backlog_share(hours=24)": agedShare(24),
  "aged_backlog_share(hours=100)": agedShare(100),
  backlog_days: backlogDays,
}

export const agedBusiness: Readonly<Record<string, (asked: Asked) => Expected>> = {
  "aged_backlog_share:business(hours=8)": agedShare(8),
}
