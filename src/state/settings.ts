import type { State } from "./state.ts"

/** What was decided about the folder as a whole. */
export interface Settings {
  /** "true": the folder holds the demo company, and no real person's data. */
  readonly demo: string
}

export function readSetting(state: State, name: keyof Settings): string | null {
  const row = state.rows("SELECT value FROM settings WHERE name = ?", name)[0]
  return row ? String(row["value"]) : null
}

export function writeSetting(state: State, name: keyof Settings, value: string): void {
  state.run("INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
}
