/** What can go wrong for a user here. See ../problems.ts. */
export const demoProblems = {
  "demo.scale": {
    status: 422,
    say: (p: { scale: number; least: number; most: number }) =>
      `The demo cannot be ${p.scale} times as large. Give --scale a number from ${p.least} to ${p.most}; 1 is about 120,000 conversations.`,
  },
  "demo.end": {
    status: 422,
    say: (p: { end: string; earliest: string; latest: string }) =>
      `"${p.end}" is no day the demo's year can end on. Give --end a date from ${p.earliest} to ${p.latest}, written 2026-10-31.`,
  },
  "demo.seed": {
    status: 422,
    say: (p: { seed: number }) => `The seed must be a whole number, not ${p.seed}. The same seed gives the same company.`,
  },
} as const
