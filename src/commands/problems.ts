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
  "condition.unreadable": {
    status: 422,
    say: (p: { text: string }) =>
      `"${p.text}" cannot be read as a condition. Write field=word,word or field!=word, field>=number or field<=number; ? stands for "not known".`,
  },
  "option.not_one_of": {
    status: 422,
    say: (p: { option: string; value: string; words: readonly string[] }) =>
      `--${p.option} cannot be "${p.value}". It is one of ${p.words.join(", ")}.`,
  },
  "option.wrong": {
    status: 422,
    say: (p: { option: string; detail: string }) => `--${p.option} is not right: ${p.detail}.`,
  },
  "answer.no_data": {
    status: 409,
    say: () => "There are no data yet, so there is no period to look at. Import a file, or name a period with --from and --to.",
  },
} as const
