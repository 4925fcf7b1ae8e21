import { hashOf, newSecret } from "./secrets.ts"
import type { State } from "./state.ts"
import { toUser, type User } from "./users.ts"

const HOUR_US = 3_600_000_000
/** A session ends when nobody has used it for this long … */
export const SESSION_IDLE_US = 7 * 24 * HOUR_US
/** … and when it is this old, used or not. */
export const SESSION_LASTS_US = 30 * 24 * HOUR_US
/** That it was used is written down at most this often. */
const SEEN_EVERY_US = HOUR_US / 4
/** A person has at most this many; the one longest unused goes first. */
export const MOST_SESSIONS = 20

/** Lets a user in. What is returned goes into the cookie; only its hash stays here. */
export function openSession(state: State, user: number, at: number): string {
  const secret = newSecret("pls")
  state.together(() => {
    state.run("DELETE FROM sessions WHERE seen_at <= ? OR created_at <= ?", at - SESSION_IDLE_US, at - SESSION_LASTS_US)
    state.run(
      "DELETE FROM sessions WHERE hash IN (SELECT hash FROM sessions WHERE user = ? ORDER BY seen_at DESC LIMIT -1 OFFSET ?)",
      user,
      MOST_SESSIONS - 1,
    )
    state.run("INSERT INTO sessions VALUES (?, ?, ?, ?)", hashOf(secret), user, at, at)
  })
  return secret
}

/** Whose session this is, or null if it has ended or never was. */
export function userOfSession(state: State, secret: string, at: number): User | null {
  const hash = hashOf(secret)
  const row = state.rows(
    `SELECT users.user, name, role, 1 AS ready, users.created_at, seen_at FROM sessions JOIN users USING (user)
     WHERE hash = ? AND seen_at > ? AND sessions.created_at > ?`,
    hash,
    at - SESSION_IDLE_US,
    at - SESSION_LASTS_US,
  )[0]
  if (!row) return null
  if (at - Number(row["seen_at"]) > SEEN_EVERY_US) state.run("UPDATE sessions SET seen_at = ? WHERE hash = ?", at, hash)
  return toUser(row)
}

export function closeSession(state: State, secret: string): void {
  state.run("DELETE FROM sessions WHERE hash = ?", hashOf(secret))
}
