import { now } from "../clock.ts"
import { addKey, listKeys, removeKey } from "../state/keys.ts"
import { readRole } from "../state/roles.ts"
import type { Command, Given } from "./command.ts"
import { actionOf, dayOf, nameGiven, withState } from "./people.ts"

const actions = { list, add, remove }

/** The programs that may use the API. */
export const keys: Command = {
  name: "keys",
  summary: "list the keys of the API; add or remove one",
  args: ["[action]", "[name]"],
  options: [["--role <role>", "what a new one may do: admin (push and read) or viewer (read; default)"]],
  run: async (given) => actions[actionOf(given, "list", actions)](given),
}

function list({ plumbline, out }: Given): Promise<void> {
  return withState(plumbline, (state) => {
    const all = listKeys(state)
    if (all.length === 0) out.note("There are no keys yet. `plumbline keys add NAME` makes one.")
    for (const { name, role, created_at, used_at } of all) {
      out.line([name, role, `since ${dayOf(created_at)}`, used_at === null ? "never used" : `used ${dayOf(used_at)}`].join("\t"))
    }
  })
}

function add(given: Given): Promise<void> {
  return withState(given.plumbline, (state) => {
    const { role } = given.options
    const key = addKey(state, nameGiven(given), readRole(typeof role === "string" ? role : "viewer"), now())
    given.out.note("This is the key. It is not shown again. Send it as `Authorization: Bearer …`:")
    given.out.line(key)
  })
}

function remove(given: Given): Promise<void> {
  return withState(given.plumbline, (state) => {
    removeKey(state, nameGiven(given))
    given.out.note(`The key "${nameGiven(given)}" was removed; what used it is refused from now on.`)
  })
}
