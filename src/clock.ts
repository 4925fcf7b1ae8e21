/** The one place that reads the clock. UTC microseconds since 1970. */
export const now = (): number => Date.now() * 1000
