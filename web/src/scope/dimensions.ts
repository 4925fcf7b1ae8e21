import { useRead } from "../answers/queries.ts"

/** Something numbers can be filtered and split by, with its commonest words. */
export interface Dimension {
  readonly field: string
  readonly title: string
  readonly values: readonly { readonly value: string; readonly rows: number }[]
  readonly more: boolean
}

export function useDimensions(): readonly Dimension[] {
  return useRead<{ dimensions: readonly Dimension[] }>("/dimensions").data?.dimensions ?? []
}

export const titleOf = (dimensions: readonly Dimension[], field: string): string =>
  dimensions.find((dimension) => dimension.field === field)?.title ?? field
