import type { HttpBindings } from "@hono/node-server"
import type { OpenAPIHono } from "@hono/zod-openapi"
import type { Role } from "../state/roles.ts"
import type { State } from "../state/state.ts"

/** How this server may be reached, and what it needs to decide who comes in. */
export interface Doors {
  readonly state: State
  /** It listens on this machine alone. */
  readonly loopback: boolean
  /** Whoever reaches it may look and push without a login: the demo company, on this machine alone. */
  readonly open: boolean
  /** The address people type where something stands in front of it: `https://support.example.com`. */
  readonly publicUrl?: URL | undefined
  /** UTC microseconds. */
  readonly now: () => number
  /** One line about the work, never with a secret in it. */
  readonly log: (line: string) => void
}

/** Who asks. */
export interface Caller {
  readonly kind: "nobody" | "stranger" | "guest" | "user" | "key"
  readonly name: string
  readonly role: Role | null
}

export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: { caller: Caller }
}

export type App = OpenAPIHono<Env>

/** Behind a name of its own a server is not this machine's alone any more. */
export function isSecure(doors: Doors): boolean {
  return doors.publicUrl?.protocol === "https:"
}
