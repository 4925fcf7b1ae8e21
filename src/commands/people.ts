import type { Plumbline } from "../plumbline.ts"
import { Problem } from "../problem.ts"
import { openState, type State } from "../state/state.ts"
import type { Given } from "./command.ts"

/** Opens the folder's state for one command. The server beside it has its own hold on the file, and neither minds the other. */
export async function withState<T>({ folder }: Pick<Plumbline, "folder">, work: (state: State) => T): Promise<T> {
  const state = openState(folder)
  try {
    return work(state)
  } finally {
    state.close()
  }
}

/** The first argument, one of the actions' names; the usual one where there is none. */
export function actionOf<T extends string>({ args }: Given, usual: T, actions: Readonly<Record<T, unknown>>): T {
  const given = args[0] ?? usual
  const known = Object.keys(actions) as T[]
  const action = known.find((name) => name === given)
  if (!action) throw new Problem("action.unknown", { action: given, known })
  return action
}

export function nameGiven({ args }: Given): string {
  const name = args[1]
  if (name === undefined) throw new Problem("name.missing", { action: args[0] ?? "" })
  return name
}

export function dayOf(at: number): string {
  return new Date(at / 1000).toISOString().slice(0, 10)
}
