import { basename } from "node:path"
import { readdir, readFile, readlink } from "node:fs/promises"

const LISTENING = "0A"

/** Who listens on a port of this machine, as Linux tells it: "process 4711 (node server.js)". Null where it cannot be told. */
export async function holderOf(port: number): Promise<string | null> {
  const sockets = (await Promise.all(["/proc/net/tcp", "/proc/net/tcp6"].map((table) => socketsOn(table, port)))).flat()
  if (sockets.length === 0) return null
  for (const pid of (await orNothing(readdir("/proc"))) ?? []) {
    if (/^\d+$/.test(pid) && (await holds(pid, sockets))) return `process ${pid} (${await commandOf(pid)})`
  }
  return null
}

async function socketsOn(table: string, port: number): Promise<string[]> {
  const text = (await orNothing(readFile(table, "utf8"))) ?? ""
  const hex = port.toString(16).toUpperCase().padStart(4, "0")
  return text
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${hex}`) && fields[3] === LISTENING)
    .map((fields) => `socket:[${fields[9]}]`)
}

async function holds(pid: string, sockets: readonly string[]): Promise<boolean> {
  const open = (await orNothing(readdir(`/proc/${pid}/fd`))) ?? []
  const targets = await Promise.all(open.map((fd) => orNothing(readlink(`/proc/${pid}/fd/${fd}`))))
  return targets.some((target) => target !== null && sockets.includes(target))
}

/** The program and the script it runs say enough, and a further argument may be a secret. */
async function commandOf(pid: string): Promise<string> {
  const [program = "unknown", ...args] = ((await orNothing(readFile(`/proc/${pid}/cmdline`, "utf8"))) ?? "")
    .split("\0")
    .filter(Boolean)
  const script = args.find((arg, i) => !arg.startsWith("-") && !/^(-r|--require|--import|--loader)$/.test(args[i - 1] ?? ""))
  return [basename(program), ...(script === undefined ? [] : [script])].join(" ")
}

/** Processes end while we look, others are not ours to look at, and other systems have no /proc: then there is just nothing to tell. */
function orNothing<T>(work: Promise<T>): Promise<T | null> {
  return work.catch(() => null)
}
