/** What the steps are told: where the events, the data folder and the scratch files are. */
export interface StepGiven {
  readonly file: string
  readonly folder: string
}

/** What a step found out, the seconds among it. */
export type Found = Readonly<Record<string, number>> & { readonly seconds: number }

export type StepName =
  | "readRaw"
  | "importIntoFolder"
  | "foldEndToEnd"
  | "foldInMemory"
  | "groupBy"
  | "askDashboard"
  | "askFused"
  | "askEachCard"
  | "askMixed"
  | "askMixedFused"
  | "askMixedWhole"
