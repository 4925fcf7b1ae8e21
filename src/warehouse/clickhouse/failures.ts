import { ClickHouseError } from "@clickhouse/client"
import { Problem } from "../../problem.ts"
import type { Address } from "./address.ts"

/** How systems say that nobody answers, or no longer. */
const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|socket hang up|Timeout error/i

/** The engine's numbers: unknown user, wrong or missing password, failed login. */
const NO_LOGIN = new Set(["192", "193", "194", "516"])
const FORBIDDEN = "497"
/** Unknown database or table. */
const NO_TABLES = new Set(["81", "60"])

/** An error of the client or the server that its user can mend, as a Problem; any other as it is. */
export function explained(error: unknown, { server, user, shown }: Address): unknown {
  if (error instanceof ClickHouseError) {
    const options = { cause: error }
    if (NO_LOGIN.has(error.code)) return new Problem("clickhouse.login", { server, user }, options)
    if (error.code === FORBIDDEN)
      return new Problem("clickhouse.forbidden", { server, user, detail: firstLine(error.message) }, options)
    if (NO_TABLES.has(error.code)) return new Problem("clickhouse.no_tables", { address: shown }, options)
    return error
  }
  const found = error instanceof Error ? UNREACHABLE.exec(textOf(error)) : null
  return found ? new Problem("clickhouse.unreachable", { server, detail: found[0] }, { cause: error }) : error
}

/** A host with several addresses fails with a list of errors. */
function textOf(error: Error): string {
  const several = error instanceof AggregateError ? (error.errors as readonly unknown[]).map(String) : []
  return [error.message, String((error as NodeJS.ErrnoException).code), ...several].join(" ")
}

function firstLine(text: string): string {
  return text.split("\n")[0]!.replace(/\.?\s*$/, "")
}
