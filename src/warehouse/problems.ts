import { foldProblems } from "./fold/problems.ts"

/** What can go wrong for a user here. See ../problems.ts. */
export const warehouseProblems = {
  ...foldProblems,
  "folder.locked": {
    status: 409,
    say: (p: { folder: string; pid: number }) =>
      `The data folder ${p.folder} is in use by process ${p.pid}. Stop that process, or name another folder with --data.`,
  },
  "folder.unusable": {
    status: 500,
    say: (p: { folder: string; detail: string }) =>
      `The data folder ${p.folder} cannot be opened: ${p.detail}. Check that it exists, that you may write in it, and that no newer version of Plumbline wrote it.`,
  },
  "clickhouse.address": {
    status: 422,
    say: (p: { address: string; detail: string }) =>
      `${p.address} does not name a ClickHouse server: ${p.detail}. Write clickhouse://user:password@host:8123/database, or clickhouses:// for TLS.`,
  },
  "clickhouse.newer": {
    status: 409,
    say: (p: { database: string; has: number; knows: number }) =>
      `The tables of ${p.database} are of version ${p.has}; this Plumbline knows version ${p.knows}. Use the newer Plumbline that made them.`,
  },
  "clickhouse.older": {
    status: 409,
    say: (p: { address: string; has: number; knows: number }) =>
      `The tables at ${p.address} are of version ${p.has}; this Plumbline needs version ${p.knows}. Bring them up to date with \`plumbline migrate --warehouse ${p.address}\`.`,
  },
  "clickhouse.no_tables": {
    status: 409,
    say: (p: { address: string }) =>
      `There are no tables of Plumbline at ${p.address}. Make them with \`plumbline migrate --warehouse ${p.address}\`.`,
  },
  "clickhouse.unreachable": {
    status: 503,
    say: (p: { server: string; detail: string }) =>
      `The ClickHouse server at ${p.server} does not answer (${p.detail}). What was committed before is whole. See that it runs and can be reached from here, then try again; an import goes on where it stopped.`,
  },
  "clickhouse.login": {
    status: 503,
    say: (p: { server: string; user: string }) =>
      `The ClickHouse server at ${p.server} does not let the user "${p.user}" in: the name or the password is wrong. The password is taken from the address, or from PLUMBLINE_WAREHOUSE_PASSWORD.`,
  },
  "clickhouse.forbidden": {
    status: 503,
    say: (p: { server: string; user: string; detail: string }) =>
      `The ClickHouse server at ${p.server} does not allow the user "${p.user}" what is needed: ${p.detail}. docs/clickhouse.md says what that user must be granted.`,
  },
  "disk.full": {
    status: 507,
    say: (p: { detail: string }) =>
      `There is no room left to write: ${p.detail}. What was committed before is whole. Make room and run the same command again; it goes on where it stopped.`,
  },
  "import.all_wrong": {
    status: 422,
    say: (p: { file: string; lines: number; line: number; wrong: string }) =>
      `${p.file} has no events: ${p.lines === 1 ? "its one line is" : `each of its first ${p.lines} lines is`} wrong, the first at line ${p.line}: ${p.wrong} Nothing was imported. Events are one JSON object a line; for a CSV or another layout, \`plumbline recipe FILE\` proposes how to read it.`,
  },
  "import.cut": {
    status: 422,
    say: (p: { file: string; line: number; detail: string }) =>
      `${p.file} is cut off or damaged after line ${p.line} (${p.detail}). The whole lines before that are kept. Fetch the file again and import it; what is already here changes nothing.`,
  },
} as const
