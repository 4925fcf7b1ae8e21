/** What can go wrong for a user here. See ../problems.ts. */
export const stateProblems = {
  "state.newer": {
    status: 409,
    say: (p: { file: string; version: number; known: number }) =>
      `${p.file} was written by a newer Plumbline (step ${p.version}; this one knows ${p.known}). Install the newer version, or name another folder with --data.`,
  },
  "text.nul": {
    status: 422,
    say: (_: object) => "A text has a NUL character in it, which cannot be kept. Remove it and send again.",
  },
  "name.invalid": {
    status: 422,
    say: (p: { name: string; most: number }) =>
      `"${p.name}" cannot be a name: it has to have 1 to ${p.most} characters, none of them a control character, and no space at either end.`,
  },
  "name.taken": {
    status: 409,
    say: (p: { what: "user" | "key"; name: string }) =>
      `There is already a ${p.what} named "${p.name}". Choose another name, or remove that one first.`,
  },
  "name.unknown": {
    status: 404,
    say: (p: { what: "user" | "key" | "dashboard"; name: string; known: readonly string[] }) =>
      `There is no ${p.what} named "${p.name}". ${p.known.length === 0 ? "There are none yet." : `There are: ${p.known.join(", ")}.`}`,
  },
  "name.missing": {
    status: 422,
    say: (p: { action: string }) => `Say whom: \`${p.action} NAME\`.`,
  },
  "action.unknown": {
    status: 422,
    say: (p: { action: string; known: readonly string[] }) =>
      `"${p.action}" is nothing that can be done here. Choose one of: ${p.known.join(", ")}.`,
  },
  "role.unknown": {
    status: 422,
    say: (p: { role: string; known: readonly string[] }) => `There is no role "${p.role}". There are: ${p.known.join(", ")}.`,
  },
  "user.last_admin": {
    status: 409,
    say: (p: { name: string }) =>
      `"${p.name}" is the last administrator, and nobody could let others in after that. Make another one first.`,
  },
  "password.weak": {
    status: 422,
    say: (p: { least: number; most: number }) => `A password has to have ${p.least} to ${p.most} characters.`,
  },
  "invitation.invalid": {
    status: 410,
    say: (_: object) =>
      "This link was used already, has expired, or was never given out. `plumbline users link NAME` makes a new one; without any account yet, so does the next start.",
  },
  "dashboards.too_many": {
    status: 422,
    say: (p: { most: number }) => `There are ${p.most} dashboards, which is the most. Remove one first.`,
  },
} as const
