import { Problem } from "../problem.ts"
import { readName } from "./names.ts"
import { readRole, type Role } from "./roles.ts"
import { hashOf, newSecret } from "./secrets.ts"
import type { State } from "./state.ts"

/** A program that may come in. */
export interface Key {
  readonly name: string
  readonly role: Role
  readonly created_at: number
  readonly used_at: number | null
}

/** That a key was used is written down at most this often. */
const USED_EVERY_US = 15 * 60_000_000

const COLUMNS = "name, role, created_at, used_at"

export function listKeys(state: State): readonly Key[] {
  return state.rows(`SELECT ${COLUMNS} FROM keys ORDER BY name`).map(toKey)
}

/** The key itself is seen this once; only its hash is kept. */
export function addKey(state: State, typed: string, role: Role, at: number): string {
  const name = readName(typed)
  const secret = newSecret("plk")
  const added = state.run(
    "INSERT INTO keys SELECT ?, ?, ?, ?, NULL WHERE NOT EXISTS (SELECT 1 FROM keys WHERE name = ?)",
    name,
    hashOf(secret),
    role,
    at,
    name,
  )
  if (added === 0) throw new Problem("name.taken", { what: "key", name })
  return secret
}

export function removeKey(state: State, name: string): void {
  if (state.run("DELETE FROM keys WHERE name = ?", name) > 0) return
  throw new Problem("name.unknown", { what: "key", name, known: listKeys(state).map((key) => key.name) })
}

export function keyFor(state: State, secret: string, at: number): Key | null {
  const hash = hashOf(secret)
  const row = state.rows(`SELECT ${COLUMNS} FROM keys WHERE hash = ?`, hash)[0]
  if (!row) return null
  if (at - Number(row["used_at"]) > USED_EVERY_US) state.run("UPDATE keys SET used_at = ? WHERE hash = ?", at, hash)
  return toKey(row)
}

function toKey(row: Readonly<Record<string, unknown>>): Key {
  return {
    name: String(row["name"]),
    role: readRole(String(row["role"])),
    created_at: Number(row["created_at"]),
    used_at: row["used_at"] === null ? null : Number(row["used_at"]),
  }
}
