export interface ImportReport {
  readonly lines: number
  readonly appended: number
  readonly duplicates: number
  /** How many of the appended are new versions. */
  readonly versions: number
  readonly rejected: number
  readonly batches: number
  /** The file with the rejected lines, those of earlier runs of the same import included; null where there are none. */
  readonly rejects: string | null
}
