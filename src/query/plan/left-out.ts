import type { Condition } from "../../metrics/expression.ts"
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
    const amongLeft = simplifiedWhere(aggregate.where, EXCLUDED, true)
    const amongKept = simplifiedWhere(aggregate.where, EXCLUDED, false)
    if (isFalse(amongLeft)) kept[name] = { ...aggregate, where: amongKept }
    else if (isFalse(amongKept)) left[name] = { ...aggregate, where: amongLeft }
    else return null
  }
  if (Object.keys(left).length === 0) return null
  return {
    kept: { ...pass, aggregates: kept, members: pass.members.map(keptMember) },
    left: { ...pass, aggregates: left, members: [] },
  }
}

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
