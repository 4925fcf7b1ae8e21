/** What can go wrong for somebody who writes a story. */
export const storiesProblems = {
  "story.malformed": {
    status: 422,
    say: (p: { file: string; line: number; what: string }) => `${p.file}, line ${p.line}: ${p.what}`,
  },
  "story.too_long": {
    status: 422,
    say: (p: { file: string; most: number }) =>
      `${p.file} tells more than ${p.most} events. Split it into several files, or use fewer repetitions.`,
  },
} as const
