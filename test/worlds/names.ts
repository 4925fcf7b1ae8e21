import type { CanonicalEvent } from "../../src/events/event.ts"
import type { Dice } from "./dice.ts"
import { checked } from "./draft.ts"

const KINDS = ["customer", "agent", "team"] as const
type Named = (typeof KINDS)[number]

const OTHER = "_b"

/** The name that was given before `renamed`. */
export const nameOf = (name: string): string => (name.endsWith(OTHER) ? name.slice(0, -OTHER.length) : name)

/** The same events of customers, agents and teams who have two names each, told under either, and at their beginning what says that they are one. */
export function renamed(events: readonly CanonicalEvent[], chance: Dice): readonly CanonicalEvent[] {
  const seen = new Map<Named, Set<string>>(KINDS.map((kind) => [kind, new Set()]))
  const either = (kind: Named, name: string): string => {
    seen.get(kind)!.add(name)
    return chance.chance(0.4) ? `${name}${OTHER}` : name
  }
  // Presence is kept for each name apart: who is away in one system may be there in the other.
  const present = new Map<string, string>()
  const subject = ({ kind, subject: name }: CanonicalEvent): string => {
    const [family, own] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1)]
    if (family === "customer" && own !== "last") return `customer:${either("customer", own)}`
    if (family !== "agent") return name
    if (kind !== "presence.changed" && kind !== "agent.left") return `agent:${either("agent", own)}`
    const there = present.get(own) ?? either("agent", own)
    present.set(own, there)
    return `agent:${there}`
  }
  const told = events.map((event): CanonicalEvent => {
    const fields: Readonly<Record<string, unknown>> = { ...event }
    const others = FIELDS.flatMap(([field, kind]) => {
      const name = fields[field]
      if (typeof name !== "string") return []
      if (kind !== "customer") return [[field, either(kind, name)]]
      return name.startsWith("customer:") ? [[field, `customer:${either(kind, name.slice("customer:".length))}`]] : []
    })
    return { ...event, subject: subject(event), ...Object.fromEntries(others) }
  })
  return [
    ...told,
    ...linksOf(
      seen,
      events.reduce((first, { at }) => Math.min(first, at), Infinity),
    ),
  ]
}

const FIELDS: readonly (readonly [string, Named])[] = [
  ["customer", "customer"],
  ["referrer", "customer"],
  ["agent", "agent"],
  ["to_agent", "agent"],
  ["team", "team"],
  ["to_team", "team"],
]

function linksOf(seen: ReadonlyMap<Named, ReadonlySet<string>>, at: number): readonly CanonicalEvent[] {
  return [...seen].flatMap(([kind, names]) =>
    [...names].map((name) =>
      checked(
        {
          at,
          kind: `${kind}.known_as`,
          subject: `${kind}:${name}`,
          same_as: `${kind}:${name}${OTHER}`,
        },
        `link-${kind}-${name}`,
      ),
    ),
  )
}
