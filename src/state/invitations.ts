import { Problem } from "../problem.ts"
import { hashPassword } from "./passwords.ts"
import { hashOf, newSecret } from "./secrets.ts"
import type { State } from "./state.ts"
import { addUser, setPassword, toUser, type User } from "./users.ts"

const HOUR_US = 3_600_000_000
/** How long a link to set a password is good for. */
export const INVITATION_LASTS_US = 24 * HOUR_US

/**
 * A link that lets one person set a password, once. Without a user it makes the first administrator. A new one takes the place of those
 * given out before for the same person.
 */
export function invite(state: State, user: number | null, at: number): string {
  const secret = newSecret("plw")
  state.together(() => {
    state.run("DELETE FROM invitations WHERE user IS ?", user)
    state.run("INSERT INTO invitations VALUES (?, ?, ?, ?, NULL)", hashOf(secret), user, at, at + INVITATION_LASTS_US)
  })
  return secret
}

/** Whom a link is for: a user's name, null for the first administrator. A link that is no longer good is a problem. */
export function whoIsInvited(state: State, secret: string, at: number): string | null {
  const found = state.rows(
    `SELECT name FROM invitations LEFT JOIN users USING (user) WHERE hash = ? AND used_at IS NULL AND expires_at > ?
     AND (users.user IS NOT NULL OR NOT EXISTS (SELECT 1 FROM users WHERE password IS NOT NULL AND role = 'admin'))`,
    hashOf(secret),
    at,
  )[0]
  if (!found) throw new Problem("invitation.invalid", {})
  return typeof found["name"] === "string" ? found["name"] : null
}

/** Uses the link up. The name counts only for the first administrator; the others have theirs. */
export async function acceptInvitation(state: State, secret: string, name: string, password: string, at: number): Promise<User> {
  whoIsInvited(state, secret, at)
  const hashed = await hashPassword(password)
  return state.together(() => {
    const invited = whoIsInvited(state, secret, at)
    state.run("UPDATE invitations SET used_at = ? WHERE hash = ?", at, hashOf(secret))
    const user = invited === null ? addUser(state, name, "admin", at) : named(state, invited)
    setPassword(state, user.user, hashed)
    return { ...user, ready: true }
  })
}

function named(state: State, name: string): User {
  return state.rows("SELECT user, name, role, 1 AS ready, created_at FROM users WHERE name = ?", name).map(toUser)[0]!
}
