/** How numbers are written, by their decimal mark: groups of three may be set apart by the other mark, a space or an apostrophe. */
const WRITTEN = {
  ".": /^[+-]?(\d+|\d{1,3}([,' \u00A0\u202F]\d{3})+)(\.\d+)?$/,
  ",": /^[+-]?(\d+|\d{1,3}([.' \u00A0\u202F]\d{3})+)(,\d+)?$/,
} as const

export type Decimal = keyof typeof WRITTEN

/** The number, or undefined if it is not written like that. */
export function readNumber(text: string, decimal: Decimal): number | undefined {
  if (!WRITTEN[decimal].test(text)) return undefined
  const [whole, fraction = ""] = text.split(decimal)
  return Number(`${whole!.replaceAll(/[^\d+-]/g, "")}.${fraction}`)
}
