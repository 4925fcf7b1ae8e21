/** What can go wrong for a user here. See ../problems.ts. Where the facts have `wait_s`, the answer says so in Retry-After. */
export const httpProblems = {
  "request.invalid": {
    status: 422,
    say: (p: { where: string; issues: readonly { field: string; says: string }[] }) =>
      `The ${p.where} of the request cannot be used: ${p.issues.map(({ field, says }) => (field ? `${field}: ${says}` : says)).join("; ")}.`,
  },
  "request.not_json": {
    status: 400,
    say: (p: { where: string; detail: string }) => `The ${p.where} of the request is not JSON: ${p.detail}.`,
  },
  "request.not_as_json": {
    status: 415,
    say: (p: { type: string | null }) =>
      `The body of the request came ${p.type === null ? "without a content type" : `as ${p.type}`}. Send JSON, with the header "content-type: application/json".`,
  },
  "request.refused": {
    status: 400,
    say: (p: { detail: string }) => `The request cannot be read: ${p.detail}.`,
  },
  "route.unknown": {
    status: 404,
    say: (p: { method: string; path: string }) =>
      `There is nothing at ${p.method} ${p.path}. /api/v1/openapi.json lists what there is.`,
  },
  "body.too_large": {
    status: 413,
    say: (p: { most_bytes: number }) =>
      `The request is larger than ${p.most_bytes} bytes, the most that is read here. Send it in parts; an event sent twice counts once.`,
  },
  "door.host": {
    status: 421,
    say: (p: { host: string }) =>
      `This server is reached as localhost, not as "${p.host}". To serve it under another name, start it with --public-url.`,
  },
  "door.origin": {
    status: 403,
    say: (p: { origin: string }) => `A page of ${p.origin} may not change anything here. Open Plumbline itself and do it there.`,
  },
  "door.closed": {
    status: 401,
    say: (_: object) => "Log in first, or send a key: `Authorization: Bearer plk_…`. `plumbline keys add NAME` makes one.",
  },
  "door.wrong_key": {
    status: 401,
    say: (_: object) =>
      "This key is not known here, or was removed. `plumbline keys` lists those there are; `plumbline keys add NAME` makes a new one.",
  },
  "door.forbidden": {
    status: 403,
    say: (p: { role: string; needs: string }) =>
      `The role "${p.role}" does not include what this needs: ${p.needs}. Ask an administrator.`,
  },
  "door.no_account": {
    status: 409,
    say: (p: { host: string }) =>
      `Plumbline does not listen on ${p.host} while nobody has an account: whoever reached it first would own it. Start it on this machine alone, open the link it prints, and set a name and a password; then start it again with --host ${p.host}.`,
  },
  "login.wrong": {
    status: 401,
    say: (_: object) =>
      "That name and that password do not belong together. `plumbline users link NAME` makes a link to set a new password.",
  },
  "login.too_often": {
    status: 429,
    say: (p: { wait_s: number }) => `There were too many attempts to log in. Try again in ${p.wait_s} s.`,
  },
  "requests.too_many": {
    status: 429,
    say: (p: { wait_s: number }) => `There were too many requests. Try again in ${p.wait_s} s.`,
  },
  "question.too_slow": {
    status: 504,
    say: (p: { most_s: number }) =>
      `The answer was not there after ${p.most_s} s and was given up. Ask for a shorter period, a coarser grain or fewer splits.`,
  },
  "server.busy": {
    status: 503,
    say: (p: { waiting: number; wait_s: number }) =>
      `${p.waiting} questions are waiting for their turn already. Try again in ${p.wait_s} s.`,
  },
  "live.too_many": {
    status: 503,
    say: (p: { most: number; wait_s: number }) =>
      `${p.most} pages listen for news already, which is the most. Try again in ${p.wait_s} s.`,
  },
  "rows.too_many": {
    status: 422,
    say: (p: { count: number; most: number }) =>
      `That is ${p.count} rows; the most in one file is ${p.most}. Narrow the period or add a filter.`,
  },
  "port.taken": {
    status: 409,
    say: (p: { host: string; port: number; holder: string | null }) =>
      `Port ${p.port} of ${p.host} is in use${p.holder ? ` by ${p.holder}` : ", perhaps by another Plumbline"}. Stop that program, or choose another port with --port.`,
  },
  "port.refused": {
    status: 409,
    say: (p: { host: string; port: number; detail: string }) =>
      `Plumbline cannot listen on port ${p.port} of ${p.host}: ${p.detail}. Choose another with --port, or another address with --host.`,
  },
  "server.lost": {
    status: 502,
    say: (p: { pid: number; detail: string }) =>
      `The server (process ${p.pid}) stopped answering while it ran this command: ${p.detail}. Look at what it printed, then run the command again; nothing is counted twice.`,
  },
} as const
