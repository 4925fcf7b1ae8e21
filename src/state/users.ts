import { Problem } from "../problem.ts"
import { readName } from "./names.ts"
import { passwordFits } from "./passwords.ts"
import { readRole, type Role } from "./roles.ts"
import type { State } from "./state.ts"

/** A person who may come in. */
export interface User {
  readonly user: number
  readonly name: string
  readonly role: Role
  /** False until the person has used the link and set a password. */
  readonly ready: boolean
  readonly created_at: number
}

const COLUMNS = "user, name, role, password IS NOT NULL AS ready, created_at"

export function listUsers(state: State): readonly User[] {
  return state.rows(`SELECT ${COLUMNS} FROM users ORDER BY name`).map(toUser)
}

/** Somebody can log in who can let in others. */
export function hasAdmin(state: State): boolean {
  return state.rows("SELECT 1 FROM users WHERE password IS NOT NULL AND role = 'admin' LIMIT 1").length > 0
}

export function findUser(state: State, name: string): User {
  const row = state.rows(`SELECT ${COLUMNS} FROM users WHERE name = ?`, name)[0]
  if (!row) throw new Problem("name.unknown", { what: "user", name, known: listUsers(state).map((user) => user.name) })
  return toUser(row)
}

/** A new user has no password: an invitation lets the person set one. */
export function addUser(state: State, typed: string, role: Role, at: number): User {
  const name = readName(typed)
  const added = state.run(
    "INSERT INTO users (name, role, created_at) SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM users WHERE name = ?)",
    name,
    role,
    at,
    name,
  )
  if (added === 0) throw new Problem("name.taken", { what: "user", name })
  return findUser(state, name)
}

/** Sets the password and ends every session there was: whoever held one before holds none now. */
export function setPassword(state: State, user: number, password: string): void {
  state.run("UPDATE users SET password = ? WHERE user = ?", password, user)
  state.run("DELETE FROM sessions WHERE user = ?", user)
}

export function removeUser(state: State, name: string): void {
  const user = findUser(state, name)
  const others = listUsers(state).filter((other) => other.user !== user.user && other.role === "admin" && other.ready)
  if (user.role === "admin" && user.ready && others.length === 0) throw new Problem("user.last_admin", { name: user.name })
  state.run("DELETE FROM users WHERE user = ?", user.user)
}

/** The user whose name and password these are, or null. */
export async function userFor(state: State, name: string, password: string): Promise<User | null> {
  const row = name.includes("\0") ? undefined : state.rows(`SELECT ${COLUMNS}, password FROM users WHERE name = ?`, name)[0]
  const stored = typeof row?.["password"] === "string" ? row["password"] : null
  return (await passwordFits(stored, password)) && row ? toUser(row) : null
}

export function toUser(row: Readonly<Record<string, unknown>>): User {
  return {
    user: Number(row["user"]),
    name: String(row["name"]),
    role: readRole(String(row["role"])),
    ready: row["ready"] === 1,
    created_at: Number(row["created_at"]),
  }
}
