import { Problem } from "../problem.ts"

/** Who may do what. More will come (agent, lead, analyst, auditor); what a route needs is said in http/permissions.ts. */
export const ROLES = ["admin", "viewer"] as const
export type Role = (typeof ROLES)[number]

export function readRole(text: string): Role {
  const role = ROLES.find((known) => known === text)
  if (!role) throw new Problem("role.unknown", { role: text, known: ROLES })
  return role
}
