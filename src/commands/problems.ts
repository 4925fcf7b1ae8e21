/** What can go wrong for a user here. See ../problems.ts. */
export const commandsProblems = {
  "command.not_here": {
    status: 404,
    say: (p: { command: string }) =>
      `The running server knows no command "${p.command}". Stop it and start it again if it is an older version.`,
  },
  "demo.not_empty": {
    status: 409,
    say: (p: { folder: string; source: string }) =>
      `The folder ${p.folder} already holds events of ${p.source}. The demo company wants a folder of its own: name one with --data.`,
  },
} as const
