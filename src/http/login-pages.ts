import type { Context } from "hono"
import { Problem } from "../problem.ts"
import { acceptInvitation, whoIsInvited } from "../state/invitations.ts"
import { LEAST_PASSWORD } from "../state/passwords.ts"
import { userFor } from "../state/users.ts"
import type { App, Doors, Env } from "./doors.ts"
import { escapeHtml, type Field, form, plainPage } from "./html.ts"
import { leave, letIn } from "./identify.ts"
import type { MayTry } from "./throttle.ts"

const NAME: Field = { name: "name", label: "Name", type: "text", autocomplete: "username" }
const PASSWORD: Field = { name: "password", label: "Password", type: "password", autocomplete: "current-password" }
const NEW_PASSWORD: Field = {
  name: "password",
  label: `Password (at least ${LEAST_PASSWORD} characters)`,
  type: "password",
  autocomplete: "new-password",
  least: LEAST_PASSWORD,
}

/** Logging in, out, and the one-time link. Forms without a script, so that they work before anything else does. */
export function loginPages(app: App, doors: Doors, mayTry: MayTry): void {
  app.get("/login", (c) => c.html(loginPage(pathOf(c.req.query("next")))))

  app.post("/login", async (c) => {
    const typed = await c.req.parseBody()
    const next = pathOf(typed["next"])
    return orSay(
      c,
      (says) => loginPage(next, says),
      async () => {
        mayTry(c, textOf(typed["name"]))
        const user = await userFor(doors.state, textOf(typed["name"]), textOf(typed["password"]))
        if (!user) throw new Problem("login.wrong", {})
        letIn(c, doors, user)
        return c.redirect(next, 303)
      },
    )
  })

  app.post("/logout", (c) => {
    leave(c, doors)
    return c.redirect("/login", 303)
  })

  app.get("/welcome", (c) => {
    const link = c.req.query("link") ?? ""
    return orSay(c, gonePage, () => c.html(welcomePage(link, whoIsInvited(doors.state, link, doors.now()))))
  })

  app.post("/welcome", async (c) => {
    const typed = await c.req.parseBody()
    const link = textOf(typed["link"])
    return orSay(
      c,
      (says) => sayAgain(doors, link, says),
      async () => {
        mayTry(c, "welcome")
        const name = textOf(typed["name"])
        letIn(c, doors, await acceptInvitation(doors.state, link, name, textOf(typed["password"]), doors.now()))
        return c.redirect("/", 303)
      },
    )
  })
}

/** A problem is said on the page it belongs to; anything else is not ours to explain. */
async function orSay(
  c: Context<Env>,
  page: (says: string) => string,
  work: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return c.html(page(error.message), error.status as 400)
  }
}

function loginPage(next: string, says?: string): string {
  return plainPage("Log in", `${alertOf(says)}${form("/login", [NAME, PASSWORD], { next }, "Log in")}`)
}

function welcomePage(link: string, name: string | null, says?: string): string {
  const fields = name === null ? [NAME, NEW_PASSWORD] : [NEW_PASSWORD]
  const title = name === null ? "Make the first account" : `Welcome, ${name}`
  return plainPage(title, `${alertOf(says)}${form("/welcome", fields, { link }, "Set the password and go in")}`)
}

function gonePage(says: string): string {
  return plainPage("This link is no longer good", alertOf(says))
}

function sayAgain(doors: Doors, link: string, says: string): string {
  try {
    return welcomePage(link, whoIsInvited(doors.state, link, doors.now()), says)
  } catch {
    return gonePage(says)
  }
}

function alertOf(says: string | undefined): string {
  return says === undefined ? "" : `<p role="alert">${escapeHtml(says)}</p>\n`
}

/** A path of ours to go to afterwards. `//evil.example` and `/\\evil.example` are addresses elsewhere, not paths. */
function pathOf(given: unknown): string {
  const path = textOf(given)
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "/"
}

function textOf(given: unknown): string {
  return typeof given === "string" ? given : ""
}
