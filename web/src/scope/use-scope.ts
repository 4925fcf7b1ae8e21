import { useNavigate, useSearch } from "@tanstack/react-router"
import type { Grain, Question } from "../../../src/query/question.ts"
import { useMeta } from "../meta.tsx"
import { askedOf, asMeant, grainOf, periodOf, readScope, type Scope } from "./scope.ts"
import type { Period } from "./period.ts"

export interface ScopeInUse {
  readonly scope: Scope
  readonly period: Period
  readonly grain: Grain
  /** The part of a question that the scope decides. */
  readonly asked: Pick<Question, "from" | "to" | "where" | "compare">
  readonly change: (patch: Scope) => void
}

export function useScope(): ScopeInUse {
  const { today } = useMeta()
  const scope = asMeant(readScope(useSearch({ strict: false })), today)
  const navigate = useNavigate()
  return {
    scope,
    period: periodOf(scope, today),
    grain: grainOf(scope, today),
    asked: askedOf(scope, today),
    change: (patch) => void navigate({ to: ".", search: (before) => ({ ...before, ...patch }), resetScroll: false }),
  }
}

/** For links: the next page looks at the same period and the same part of the work. */
export const keepScope = (before: Record<string, unknown>): Scope => readScope(before)
