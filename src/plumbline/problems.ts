/** What can go wrong for a user here. See ../problems.ts. */
export const plumblineProblems = {
  "settings.wrong": {
    status: 422,
    say: (p: { file: string; field: string; detail: string }) =>
      `${p.file}: ${p.field} ${p.detail}. Correct the file and start again.`,
  },
} as const
