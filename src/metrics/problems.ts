/** What can go wrong for a user here. See ../problems.ts. */
export const metricsProblems = {
  "metric.unknown": {
    status: 404,
    say: (p: { name: string; near?: string | undefined }) =>
      `There is no metric "${p.name}".${p.near ? ` Did you mean ${p.near}?` : ""} \`plumbline metrics\` lists them.`,
  },
} as const
