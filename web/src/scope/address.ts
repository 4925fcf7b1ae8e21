/** Addresses people can read and type: `?period=28d&where=team:Billing&where=-channel:chat`. */
export function writeAddress(search: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) written.append(name, String(one))
    }
  }
  const text = written.toString().replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%3D", "=")
  return text === "" ? "" : `?${text}`
}

export function readAddress(text: string): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  const written = new URLSearchParams(text)
  for (const name of new Set(written.keys())) {
    const values = written.getAll(name)
    found[name] = values.length === 1 ? values[0] : values
  }
  return found
}
