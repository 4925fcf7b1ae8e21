/** Everything that can go wrong for a user: code, HTTP status, sentence. The sentence says what to do next. */
export const problems = {
  "folder.locked": {
    status: 409,
    say: (p: { folder: string; pid: number }) =>
      `The data folder ${p.folder} is in use by process ${p.pid}. Stop that process, or name another folder with --data.`,
  },
  "file.missing": {
    status: 404,
    say: (p: { file: string }) => `There is no file ${p.file}. Check the path; it is read from the folder you stand in.`,
  },
  "file.cut": {
    status: 422,
    say: (p: { file: string; kept: number; detail: string }) =>
      `${p.file} ends too early (${p.detail}). The ${p.kept} complete lines before the cut were kept; fetch the file again and import it: what is already there is not added twice.`,
  },
  "file.unreadable": {
    status: 422,
    say: (p: { file: string; detail: string }) => `${p.file} cannot be read: ${p.detail}`,
  },
  "metric.unknown": {
    status: 404,
    say: (p: { name: string; near?: string | undefined }) =>
      `There is no metric "${p.name}".${p.near ? ` Did you mean ${p.near}?` : ""} \`plumbline metrics\` lists them.`,
  },
} as const

export type ProblemCode = keyof typeof problems
export type Facts<Code extends ProblemCode> = Parameters<(typeof problems)[Code]["say"]>[0]
