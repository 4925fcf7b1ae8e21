/** What can be promised. Each has its place in a book, so that nothing is looked up by name for every event. */
export const PROMISES = ["first_response", "next_response", "resolution", "requester_wait"] as const
export const FIRST = PROMISES.indexOf("first_response")
export const NEXT = PROMISES.indexOf("next_response")
export const REQUESTER_WAIT = PROMISES.indexOf("requester_wait")
/** Kept by the solve. */
export const BY_SOLVE = [PROMISES.indexOf("resolution"), REQUESTER_WAIT] as const
