import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { readYaml } from "../../yaml.ts"
import { type MoneySettings, NO_MONEY } from "./settings.ts"

export const CURRENCIES_FILE = "currencies.yaml"

/** The most currencies one file may have. */
const MOST_CURRENCIES = 500

const Currency = z.string().regex(/^[A-Z]{3}$/, "a currency is written as EUR")

const File = z.strictObject({
  reporting: Currency,
  rates: z
    .record(Currency, z.number().positive())
    .default({})
    .refine((rates) => Object.keys(rates).length <= MOST_CURRENCIES, `at most ${MOST_CURRENCIES} currencies`),
})

/** The currencies of a data folder; without such a file a single currency is the reporting one. */
export async function readCurrencies(folder: string): Promise<MoneySettings> {
  const file = join(folder, CURRENCIES_FILE)
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined
    throw error
  })
  return text === undefined ? NO_MONEY : parseCurrencies(text, file)
}

export function parseCurrencies(text: string, file: string = CURRENCIES_FILE): MoneySettings {
  const yaml = readYaml(text, file, File)
  const { reporting, rates } = yaml.value
  if (rates[reporting] !== undefined && rates[reporting] !== 1)
    yaml.fail(["rates", reporting], "the reporting currency is worth 1 of itself.")
  return { reporting, rates: new Map([...Object.entries(rates), [reporting, 1]]) }
}
