import { Problem } from "../../problem.ts"

/** A server or cluster and the database there. */
export interface Address {
  /** As the official client wants it: with the user and the password, without the database. */
  readonly url: URL
  /** `host:8123` */
  readonly server: string
  readonly user: string
  readonly database: string
  /** The address as it may be kept and shown: without the password. */
  readonly shown: string
}

/** What is looked up where the address names no database. */
const USUAL_DATABASE = "plumbline"
const USUAL_USER = "default"
const USUAL_PORTS = { "clickhouse:": "8123", "clickhouses:": "8443" } as const

/** `clickhouse://user:password@host:8123/database`, or `clickhouses://` for TLS. A password that the address lacks may be given beside it. */
export function readAddress(text: string, password?: string): Address {
  const given = URL.parse(text)
  if (given?.protocol !== "clickhouse:" && given?.protocol !== "clickhouses:") throw wrong(text, "it is no such address")
  const { protocol, hostname } = given
  if (hostname === "") throw wrong(text, "it names no host")
  const database = given.pathname.slice(1) || USUAL_DATABASE
  if (!/^[a-z][a-z0-9_]*$/.test(database)) throw wrong(hostname, `"${database}" cannot be a database`)
  const server = `${hostname}:${given.port || USUAL_PORTS[protocol]}`
  const url = new URL(`${protocol === "clickhouses:" ? "https" : "http"}://${server}/`)
  url.username = given.username
  url.password = given.password || encodeURIComponent(password ?? "")
  const named = given.username === "" ? "" : `${given.username}@`
  const shown = `${protocol}//${named}${server}/${database}`
  return { url, server, user: decodeURIComponent(given.username) || USUAL_USER, database, shown }
}

/** Whether two addresses name the same tables, whoever asks for them. */
export function sameTables(one: string, other: string): boolean {
  const [a, b] = [readAddress(one), readAddress(other)]
  return a.server === b.server && a.database === b.database
}

function wrong(address: string, detail: string): Problem<"clickhouse.address"> {
  return new Problem("clickhouse.address", { address, detail })
}
