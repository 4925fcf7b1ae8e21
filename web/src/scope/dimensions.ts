import { useRead } from "../answers/queries.ts"

/** Something numbers can be filtered and split by, with its commonest words. */
export interface Dimension {
  readonly field: string
  readonly title: string
  readonly values: readonly { readonly value: string; readonly name?: string | undefined; readonly rows: number }[]
  readonly more: boolean
}

export function useDimensions(): readonly Dimension[] {
  return useRead<{ dimensions: readonly Dimension[] }>("/dimensions").data?.dimensions ?? []
}

export const titleOf = (dimensions: readonly Dimension[], field: string): string =>
  dimensions.find((dimension) => dimension.field === field)?.title ?? field

/** As people know it, as far as it is one of the commonest. */
export function calledIn(dimensions: readonly Dimension[], field: string, word: string | null): string {
  const values = dimensions.find((dimension) => dimension.field === field)?.values ?? []
  return word === null ? "not known" : (values.find(({ value }) => value === word)?.name ?? word)
}
