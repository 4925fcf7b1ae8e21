import { now } from "../clock.ts"
import { readServerNote } from "../http/server-note.ts"
import { invite } from "../state/invitations.ts"
import { readRole } from "../state/roles.ts"
import { addUser, findUser, listUsers, removeUser } from "../state/users.ts"
import type { Command, Given } from "./command.ts"
import { actionOf, dayOf, nameGiven, withState } from "./people.ts"

const actions = { list, add, link, remove }

/** The people who may log in. Nobody's password is typed here: each sets their own through a link that works once. */
export const users: Command = {
  name: "users",
  summary: "list the people who may log in; add, link (to set a password) or remove one",
  args: ["[action]", "[name]"],
  options: [["--role <role>", "what a new one may do: admin or viewer (default)"]],
  run: async (given) => actions[actionOf(given, "list", actions)](given),
}

function list({ plumbline, out }: Given): Promise<void> {
  return withState(plumbline, (state) => {
    const all = listUsers(state)
    if (all.length === 0) out.note("Nobody has an account yet. `plumbline users add NAME` makes one.")
    for (const { name, role, ready, created_at } of all) {
      out.line([name, role, `since ${dayOf(created_at)}`, ...(ready ? [] : ["no password yet"])].join("\t"))
    }
  })
}

function add(given: Given): Promise<void> {
  return withState(given.plumbline, (state) => {
    const { role } = given.options
    const user = addUser(state, nameGiven(given), readRole(typeof role === "string" ? role : "viewer"), now())
    given.out.note(`${user.name} was added as ${user.role}. With this link, once and within a day, ${user.name} sets a password:`)
    given.out.line(linkFor(given, invite(state, user.user, now())))
  })
}

function link(given: Given): Promise<void> {
  return withState(given.plumbline, (state) => {
    const user = findUser(state, nameGiven(given))
    given.out.note(`With this link, once and within a day, ${user.name} sets a new password:`)
    given.out.line(linkFor(given, invite(state, user.user, now())))
  })
}

function remove(given: Given): Promise<void> {
  return withState(given.plumbline, (state) => {
    removeUser(state, nameGiven(given))
    given.out.note(`${nameGiven(given)} was removed and is logged out everywhere.`)
  })
}

function linkFor({ plumbline, config }: Given, secret: string): string {
  const url = readServerNote(plumbline.folder)?.url ?? `http://${config.host}:${config.port}`
  return `${url}/welcome?link=${secret}`
}
