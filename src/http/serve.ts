import { createAdaptorServer, type ServerType } from "@hono/node-server"
import type { AddressInfo } from "node:net"
import { now } from "../clock.ts"
import { Problem } from "../problem.ts"
import { invite } from "../state/invitations.ts"
import { newSecret } from "../state/secrets.ts"
import { readSetting } from "../state/settings.ts"
import { openState, type State } from "../state/state.ts"
import { hasAdmin } from "../state/users.ts"
import { createApp } from "./app.ts"
import { createControl, type RunCommand } from "./control.ts"
import type { Doors } from "./doors.ts"
import type { Line } from "./line.ts"
import { holderOf } from "./port-holder.ts"
import { isLoopback } from "./same-place.ts"
import { removeServerNote, writeServerNote } from "./server-note.ts"
import { webApp } from "./web-app.ts"

export interface ServeOptions {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** The address people type where something stands in front of this server. */
  readonly publicUrl?: URL | undefined
  /** The folder of the built page. */
  readonly dist: string
  /** Runs what `plumbline …` asks for in another terminal. */
  readonly run: RunCommand
  readonly log: (line: string) => void
}

export interface Serving {
  readonly url: string
  /** The one-time link that makes the first account; null where there is one, or none is needed. */
  readonly welcome: string | null
  close(): Promise<void>
}

/** Opens the doors of a folder: the page, the API, and the one for commands. */
export async function serve(line: Line, options: ServeOptions): Promise<Serving> {
  const state = openState(line.folder)
  try {
    return await open(line, state, options)
  } catch (error) {
    state.close()
    throw error
  }
}

async function open(line: Line, state: State, options: ServeOptions): Promise<Serving> {
  const doors = doorsOf(state, options)
  const app = createApp(line, doors)
  webApp(app, options.dist)
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  const port = await listen(server, options.host, options.port)
  const url = options.publicUrl?.href.replace(/\/$/, "") ?? `http://${nameOf(options.host)}:${port}`
  const control = await openControl(line.folder, url, options.run)
  const shut = async (): Promise<void> => {
    removeServerNote(line.folder)
    await Promise.all([stop(server), stop(control)])
    state.close()
  }
  let closed: Promise<void> | undefined
  return {
    url,
    welcome: doors.open || hasAdmin(state) ? null : `${url}/welcome?link=${invite(state, null, now())}`,
    close: () => (closed ??= shut()),
  }
}

function doorsOf(state: State, { host, publicUrl, log }: ServeOptions): Doors {
  const loopback = isLoopback(host)
  const alone = loopback && publicUrl === undefined
  if (!alone && !hasAdmin(state)) throw new Problem("door.no_account", { host: publicUrl?.host ?? host })
  return { state, loopback, publicUrl, open: alone && readSetting(state, "demo") === "true", now, log }
}

async function openControl(folder: string, url: string, run: RunCommand): Promise<ServerType> {
  const secret = newSecret("plc")
  const server = createAdaptorServer({ fetch: createControl(secret, run).fetch, overrideGlobalObjects: false })
  const control_port = await listen(server, "127.0.0.1", 0)
  writeServerNote(folder, { pid: process.pid, url, control_port, secret, started: new Date(now() / 1000).toISOString() })
  return server
}

function listen(server: ServerType, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      explain(error, host, port).then(reject, reject)
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

async function explain(error: NodeJS.ErrnoException, host: string, port: number): Promise<Error> {
  if (error.code === "EADDRINUSE")
    return new Problem("port.taken", { host, port, holder: await holderOf(port) }, { cause: error })
  return new Problem("port.refused", { host, port, detail: error.message }, { cause: error })
}

/** Whoever listens for news would never hang up, so the line is cut. */
function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ("closeAllConnections" in server) server.closeAllConnections()
  })
}

function nameOf(host: string): string {
  return host.includes(":") ? `[${host}]` : host
}
