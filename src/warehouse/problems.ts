import { foldProblems } from "./fold/problems.ts"

/** What can go wrong for a user here. See ../problems.ts. */
export const warehouseProblems = {
  ...foldProblems,
  "folder.locked": {
    status: 409,
    say: (p: { folder: string; pid: number }) =>
      `The data folder ${p.folder} is in use by process ${p.pid}. Stop that process, or name another folder with --data.`,
  },
} as const
