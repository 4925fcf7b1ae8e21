import type { Context, MiddlewareHandler } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import { keyFor } from "../state/keys.ts"
import { closeSession, openSession, SESSION_LASTS_US, userOfSession } from "../state/sessions.ts"
import type { User } from "../state/users.ts"
import { type Caller, type Doors, type Env, isSecure } from "./doors.ts"

const NOBODY: Caller = { kind: "nobody", name: "nobody", role: null }
/** Held a key that is none: told so by permit(), after it was counted. */
const STRANGER: Caller = { kind: "stranger", name: "stranger", role: null }
const GUEST: Caller = { kind: "guest", name: "guest", role: "admin" }

/** Finds out who asks: a key, else a session, else a guest where the door is open, else nobody. */
export function identify(doors: Doors): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("caller", byKey(c, doors) ?? bySession(c, doors) ?? (doors.open ? GUEST : NOBODY))
    await next()
  }
}

/** A key that is sent has to be good, even where none is needed: a program with a wrong key wants to know. */
function byKey(c: Context<Env>, doors: Doors): Caller | null {
  const header = c.req.header("authorization")
  if (header === undefined) return null
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1]
  const key = secret === undefined ? null : keyFor(doors.state, secret, doors.now())
  return key ? { kind: "key", name: key.name, role: key.role } : STRANGER
}

function bySession(c: Context<Env>, doors: Doors): Caller | null {
  const secret = getCookie(c, cookieName(doors))
  const user = secret === undefined ? null : userOfSession(doors.state, secret, doors.now())
  return user && { kind: "user", name: user.name, role: user.role }
}

/** The session of before ends: whoever planted one would otherwise stay in it beside the user. */
export function letIn(c: Context<Env>, doors: Doors, user: User): void {
  endSession(c, doors)
  const secret = openSession(doors.state, user.user, doors.now())
  setCookie(c, cookieName(doors), secret, { ...cookieOptions(doors), maxAge: SESSION_LASTS_US / 1e6 })
}

export function leave(c: Context<Env>, doors: Doors): void {
  endSession(c, doors)
  deleteCookie(c, cookieName(doors), cookieOptions(doors))
}

function endSession(c: Context<Env>, doors: Doors): void {
  const secret = getCookie(c, cookieName(doors))
  if (secret !== undefined) closeSession(doors.state, secret)
}

function cookieName(doors: Doors): string {
  return isSecure(doors) ? "__Host-plumbline" : "plumbline"
}

function cookieOptions(doors: Doors) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure(doors) } as const
}
