/** What can go wrong for a user here. See ../problems.ts. */
export const eventsProblems = {} as const
