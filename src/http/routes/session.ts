import { createRoute, z } from "@hono/zod-openapi"
import { Problem } from "../../problem.ts"
import { MOST_PASSWORD } from "../../state/passwords.ts"
import { userFor } from "../../state/users.ts"
import type { App, Doors } from "../doors.ts"
import { leave, letIn } from "../identify.ts"
import { SessionSchema } from "../schemas/others.ts"
import type { MayTry } from "../throttle.ts"
import { answers, json } from "./route.ts"

/** What is typed to log in. Longer than any name or password that can be set, so that those who mistype hear "wrong" and not "too long". */
const Login = z.object({
  name: z.string().min(1).max(200),
  password: z
    .string()
    .min(1)
    .max(MOST_PASSWORD * 2),
})

const who = createRoute({
  method: "get",
  path: "/session",
  summary: "See who asks.",
  responses: answers(SessionSchema, "You."),
})

const login = createRoute({
  method: "post",
  path: "/session",
  summary: "Log in; the answer sets a cookie.",
  request: { body: json(Login) },
  responses: answers(SessionSchema, "You."),
})

const logout = createRoute({
  method: "delete",
  path: "/session",
  summary: "Log out.",
  responses: answers(SessionSchema, "Nobody."),
})

export function sessionRoutes(api: App, doors: Doors, mayTry: MayTry): void {
  api.openapi(who, (c) => {
    const { kind, name, role } = c.get("caller")
    return c.json({ kind: kind === "stranger" ? ("nobody" as const) : kind, name, role }, 200)
  })
  api.openapi(login, async (c) => {
    const { name, password } = c.req.valid("json")
    mayTry(c, name)
    const user = await userFor(doors.state, name, password)
    if (!user) throw new Problem("login.wrong", {})
    letIn(c, doors, user)
    return c.json({ kind: "user" as const, name: user.name, role: user.role }, 200)
  })
  api.openapi(logout, (c) => {
    leave(c, doors)
    return c.json({ kind: "nobody" as const, name: "nobody", role: null }, 200)
  })
}
