import { Problem } from "../problem.ts"
import { readName } from "./names.ts"
import type { State } from "./state.ts"

/** A view of the numbers that somebody named, to come back to. */
export interface Dashboard {
  readonly name: string
  readonly owner: string
  /** The address within the page: period, filters, splits. */
  readonly view: string
  readonly changed_at: number
}

const MOST_DASHBOARDS = 500

export function listDashboards(state: State): readonly Dashboard[] {
  return state.rows("SELECT name, owner, view, changed_at FROM dashboards ORDER BY name").map((row) => ({
    name: String(row["name"]),
    owner: String(row["owner"]),
    view: String(row["view"]),
    changed_at: Number(row["changed_at"]),
  }))
}

export function saveDashboard(state: State, typed: string, owner: string, view: string, at: number): void {
  const name = readName(typed)
  state.together(() => {
    const others = Number(state.rows("SELECT count(*) AS n FROM dashboards WHERE name <> ?", name)[0]?.["n"])
    if (others >= MOST_DASHBOARDS) throw new Problem("dashboards.too_many", { most: MOST_DASHBOARDS })
    state.run(
      `INSERT INTO dashboards VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, view = excluded.view, changed_at = excluded.changed_at`,
      name,
      owner,
      view,
      at,
    )
  })
}

export function removeDashboard(state: State, name: string): void {
  if (state.run("DELETE FROM dashboards WHERE name = ?", name) > 0) return
  throw new Problem("name.unknown", { what: "dashboard", name, known: listDashboards(state).map((dashboard) => dashboard.name) })
}
