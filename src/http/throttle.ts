import type { Context, MiddlewareHandler } from "hono"
import { Problem } from "../problem.ts"
import { allowances } from "./allowance.ts"
import type { Doors, Env } from "./doors.ts"
import { isLoopback } from "./same-place.ts"
import { LOGINS_BY_ADDRESS, LOGINS_BY_NAME, REQUESTS } from "./limits.ts"

/** Holds back whoever asks too much: a key by its name, a person by name, everyone else by address. */
export function throttle(doors: Doors): MiddlewareHandler<Env> {
  const take = allowances(REQUESTS)
  return async (c, next) => {
    const { kind, name } = c.get("caller")
    const caller = kind === "user" || kind === "key" ? `${kind} ${name}` : `address ${addressOf(c, doors)}`
    const wait_s = take(caller, doors.now())
    if (wait_s > 0) throw new Problem("requests.too_many", { wait_s })
    await next()
  }
}

/** Refuses an attempt to log in where there were too many. */
export type MayTry = (c: Context<Env>, name: string) => void

/** Counts attempts to log in before the password is looked at, so that guessing is slow and costs us nothing. */
export function loginThrottle(doors: Doors): MayTry {
  const byAddress = allowances(LOGINS_BY_ADDRESS)
  const byName = allowances(LOGINS_BY_NAME)
  return (c, name) => {
    const wait_s = byAddress(addressOf(c, doors), doors.now()) || byName(name.toLowerCase(), doors.now())
    if (wait_s > 0) throw new Problem("login.too_often", { wait_s })
  }
}

/**
 * The address at the other end of the wire. What a header claims is believed only where something of ours stands in front, and then only
 * its last word, which that wrote itself: the rest anybody can claim.
 */
function addressOf(c: Context<Env>, { publicUrl }: Doors): string {
  const near = c.env?.incoming?.socket.remoteAddress ?? "unknown"
  const behind = publicUrl !== undefined && isLoopback(near.replace("::ffff:", ""))
  return (behind && c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()) || near
}
