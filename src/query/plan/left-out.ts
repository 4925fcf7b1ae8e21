import type { Condition } from "../../metrics/expression.ts"
import { oncePer } from "../../once.ts"
import type { Aggregate, Needs } from "./aggregates.ts"
import { EXCLUDED } from "./parts.ts"
import type { Member, Pass } from "./plan.ts"
import { isFalse, simplifiedWhere } from "./simplify.ts"

/** The same pass over two sorts of rows: those that count, and those that are left out whatever is asked and only counted by reason. */
export interface Halves {
  readonly kept: Pass
  readonly left: Pass
}

/**
 * Few rows are left out, so all that is asked of the others need not be worked out on them, nor the reasons on the others. null where
 * something counts rows of both sorts.
 */
export function halvesOf(pass: Pass): Halves | null {
  const kept: Record<string, Aggregate> = {}
  const left: Record<string, Aggregate> = {}
  for (const [name, aggregate] of Object.entries(pass.aggregates)) {
    const half = halfOf(aggregate)
    if (half.of === "both") return null
    ;(half.of === "kept" ? kept : left)[name] = half.aggregate
  }
  if (Object.keys(left).length === 0) return null
  return {
    kept: { ...pass, aggregates: kept, members: pass.members.map(keptMember) },
    left: { ...pass, aggregates: left, members: [] },
  }
}

interface Half {
  /** The rows it counts. */
  readonly of: "kept" | "left" | "both"
  /** What it comes to among them. */
  readonly aggregate: Aggregate
}

const halfOf = oncePer((aggregate: Aggregate): Half => {
  const amongLeft = simplifiedWhere(aggregate.where, EXCLUDED, true)
  const amongKept = simplifiedWhere(aggregate.where, EXCLUDED, false)
  if (isFalse(amongLeft)) return { of: "kept", aggregate: { ...aggregate, where: amongKept } }
  if (isFalse(amongKept)) return { of: "left", aggregate: { ...aggregate, where: amongLeft } }
  return { of: "both", aggregate }
})

function keptMember(member: Member): Member {
  const { lists, clusters, ...others } = member.needs
  const among = (where: Condition) => simplifiedWhere(where, EXCLUDED, false)
  const needs: Needs = {
    ...others,
    ...(lists && { lists: { ...lists, finished: among(lists.finished), censored: among(lists.censored) } }),
    ...(clusters && { clusters: { ...clusters, counted: among(clusters.counted) } }),
  }
  return { ...member, needs }
}
