/** The one place in the page that reads the clock: only to say how old the data are. Milliseconds since 1970. */
export const now = (): number => Date.now()
