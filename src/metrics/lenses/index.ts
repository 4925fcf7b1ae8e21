import { nearest as nearestWord } from "../../near.ts"
import { Problem } from "../../problem.ts"
import { amazonConnect } from "./amazon-connect.ts"
import { chatwoot } from "./chatwoot.ts"
import { genesys } from "./genesys.ts"
import { intercom } from "./intercom.ts"
import type { Lens } from "./lens.ts"
import { zendesk } from "./zendesk.ts"

/** The products through whose rules a number can be seen. To add one is a file and a line here. */
export const lenses: readonly Lens[] = [zendesk, intercom, chatwoot, genesys, amazonConnect]

/** The lens that is called so, by its name or by the product's; case, blanks and hyphens make no difference. */
export function findLens(name: string): Lens {
  const said = plain(name)
  const found = lenses.find((lens) => plain(lens.name) === said || plain(lens.title) === said)
  if (found) return found
  const names = lenses.map((lens) => lens.name)
  throw new Problem("lens.unknown", { name, names, near: nearestWord(name, names) })
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")
}
