/** What can go wrong for a user here. See ../problems.ts. */
export const plumblineProblems = {
  "settings.wrong": {
    status: 422,
    say: (p: { file: string; field: string; detail: string }) =>
      `${p.file}: ${p.field} ${p.detail}. Correct the file and start again.`,
  },
  "warehouse.other": {
    status: 409,
    say: (p: { folder: string; keeps: string; asked: string }) =>
      `The folder ${p.folder} keeps its data ${p.keeps}, not at ${p.asked}. Leave --warehouse and PLUMBLINE_WAREHOUSE out, or name another folder with --data.`,
  },
} as const
