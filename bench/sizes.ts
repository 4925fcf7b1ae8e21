export interface Size {
  readonly name: string
  /** The year of the demo company that is repeated, in its own scale. */
  readonly scale: number
  readonly copies: number
  /** How often each figure is taken; the median is shown. */
  readonly runs: number
}

/** Conversations: about 5,000 (to see that all of it runs), 50,000, 1 million, 4 million, 10 million. */
export const sizes: readonly Size[] = [
  { name: "tiny", scale: 0.02, copies: 2, runs: 1 },
  { name: "small", scale: 0.42, copies: 1, runs: 3 },
  { name: "1m", scale: 0.84, copies: 10, runs: 1 },
  { name: "4m", scale: 0.84, copies: 40, runs: 1 },
  { name: "10m", scale: 0.84, copies: 100, runs: 1 },
]

/** The most memory the engine may take, as a folder of that size would be given. */
export const ENGINE_MEMORY = "2GB"
