import type { FieldName } from "../fields.ts"

export const FAMILIES = ["conversation", "call", "survey", "help", "people", "money", "identity", "data"] as const
export type Family = (typeof FAMILIES)[number]

export interface Kind {
  /** The number that stands for the kind in the ledger. Never reused. */
  readonly code: number
  readonly family: Family
  /** What its subject is: the part before the colon. */
  readonly subject: readonly string[]
  /** One sentence: what happened. */
  readonly means: string
  readonly needs: readonly FieldName[]
  readonly may: readonly FieldName[]
}

export const kind = (
  code: number,
  family: Family,
  subject: string | readonly string[],
  means: string,
  needs: readonly FieldName[],
  may: readonly FieldName[] = [],
): Kind => ({
  code,
  family,
  subject: typeof subject === "string" ? [subject] : subject,
  means,
  needs,
  may: [...may, "attributes"],
})
