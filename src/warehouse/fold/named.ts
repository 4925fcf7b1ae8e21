/**
 * Those of the rows that a select names by a column. How many rows a transaction has added itself the engine does not know, so it would hold all
 * conversations against the few of a slice; those that are named it finds without holding any.
 */
export const named = (rows: string, by: string, select: string): string => `(SELECT * FROM ${rows} WHERE ${by} IN (${select}))`
