/** In which currency money is told, and what the others are worth in it. */
export interface MoneySettings {
  /** ISO 4217; undefined where nobody said, and then a single currency in the events is the one. */
  readonly reporting: string | undefined
  /** What one unit of a currency is worth in the reporting one. */
  readonly rates: ReadonlyMap<string, number>
}

export const NO_MONEY: MoneySettings = { reporting: undefined, rates: new Map() }
