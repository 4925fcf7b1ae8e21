import { customerOf, type Floor, topicOf, whyNot, within } from "./contacts.ts"
import { type Expected, share } from "./estimates.ts"
import { conversationsIn, firstCustomerAt, isOutbound, type Plain } from "./plain.ts"

/** Of each tag the last word counts. */
function tagsOf({ own }: Plain): readonly string[] {
  const has = new Map<string, boolean>()
  for (const { tags = [], removed_tags = [] } of own) {
    for (const tag of tags) has.set(tag, true)
    for (const tag of removed_tags) has.set(tag, false)
  }
  return [...has].flatMap(([tag, there]) => (there ? [tag] : []))
}

function begunIn(floor: Floor): readonly Plain[] {
  return conversationsIn(floor.events).filter((one) => {
    const at = isOutbound(one) ? firstCustomerAt(one) : one.opened.at
    return at !== null && within(at, floor) && whyNot(one) === null
  })
}

/** Of the conversations begun in the period, each topic's share of those that have one. */
function shares(labelsOf: (conversation: Plain) => readonly string[], divided: boolean) {
  return (floor: Floor, label: string): Expected => {
    const labels = begunIn(floor)
      .map(labelsOf)
      .filter((list) => list.length > 0)
    const theirs = labels.filter((list) => list.includes(label))
    const weight = theirs.reduce((sum, list) => sum + (divided ? 1 / list.length : 1), 0)
    return { value: labels.length === 0 ? null : weight / labels.length, n: theirs.length }
  }
}

/** By metric and what it is split by. */
export const topics = {
  top_topics: ["topic", shares((one) => [topicOf(one) ?? []].flat(), false)],
  "top_topics:tags": ["tag", shares(tagsOf, false)],
  "top_topics:fractional": ["tag", shares(tagsOf, true)],
} as const

function without(labelsOf: (conversation: Plain) => readonly string[]) {
  return (floor: Floor): Expected => {
    const all = begunIn(floor)
    return share(all.filter((one) => labelsOf(one).length === 0).length, all.length)
  }
}

/** Different customers who ask for a feature. */
function features(floor: Floor): Expected {
  const known = begunIn(floor).filter((one) => tagsOf(one).includes("feature_request") && customerOf(one) !== null)
  return { value: new Set(known.map(customerOf)).size, n: known.length }
}

/** Those that are about all conversations together. */
export const untold: Readonly<Record<string, (floor: Floor) => Expected>> = {
  "top_topics:no_topic": without((one) => [topicOf(one) ?? []].flat()),
  "top_topics:no_tag": without(tagsOf),
  "top_topics:features": features,
}
