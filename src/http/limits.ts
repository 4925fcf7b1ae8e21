/** The most of everything that a stranger can send or make us do. */
export const MOST_BODY_BYTES = 256 * 1024
/** A push of events is read as it comes, so this only bounds one request. */
export const MOST_EVENTS_BYTES = 256 * 1024 * 1024
export const MOST_EXPORT_ROWS = 500_000
export const MOST_LISTENERS = 100
export const MOST_REJECTS_LISTED = 1_000
/** How many of a push's own rejects its answer names. */
export const MOST_REJECTS_ANSWERED = 20
/** The files of rejects that are looked into, the latest first. */
export const MOST_REJECT_FILES = 100

export const QUESTION_MOST_S = 30
export const MOST_QUESTIONS_AT_ONCE = 2
export const MOST_QUESTIONS_WAITING = 200

/** A page of thirty tiles is thirty requests at once; nobody reads ten pages a second for long. */
export const REQUESTS = { atOnce: 300, perSecond: 30 } as const
/** Attempts to log in, from one address and for one name. The second is larger, so that a stranger cannot lock a person out. */
export const LOGINS_BY_ADDRESS = { atOnce: 10, perSecond: 1 / 30 } as const
export const LOGINS_BY_NAME = { atOnce: 30, perSecond: 1 / 10 } as const
/** How many callers are remembered; the one longest unseen is forgotten first. */
export const MOST_CALLERS = 10_000
