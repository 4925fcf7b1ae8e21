import { randomUUID } from "node:crypto"
import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import type { z } from "zod"
import { Problem } from "../problem.ts"
import type { Doors, Env } from "./doors.ts"

const WRONG_TYPE = 415

/** The one shape of everything that went wrong. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Turns whatever was thrown into an answer. What we do not know is a defect: it gets a number, and the log gets the rest. */
export function answerFailure(doors: Doors) {
  return (error: Error, c: Context<Env>): Response => {
    if (error instanceof Problem) return sayProblem(error, c)
    if (error instanceof HTTPException) return sayProblem(refused(error, c), c)
    const id = randomUUID()
    // The path only: a query can hold names, a header can hold a key.
    doors.log(`defect ${id} in ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
    const message = `Something is wrong inside Plumbline. Report it with the number ${id}; the server's log has the rest.`
    return c.json({ code: "defect", message, facts: { id } } satisfies Failure, 500)
  }
}

function refused({ status, message }: HTTPException, c: Context<Env>): Problem {
  if (status === WRONG_TYPE) return new Problem("request.not_as_json", { type: c.req.header("content-type") ?? null })
  return new Problem("request.refused", { detail: message })
}

function sayProblem(problem: Problem, c: Context<Env>): Response {
  const failure = toFailure(problem)
  const wait_s = failure.facts["wait_s"]
  if (typeof wait_s === "number") c.header("Retry-After", String(wait_s))
  if (problem.status === 401) c.header("WWW-Authenticate", 'Bearer realm="plumbline"')
  return c.json(failure, problem.status as ContentfulStatusCode)
}

function toFailure(problem: Problem): Failure {
  return { code: problem.code, message: problem.message, facts: { ...problem.facts } }
}

/** Reads a value that came from outside, or says which of its fields is wrong and how. */
export function readValue<T extends z.ZodType>(schema: T, value: unknown, where: string): z.infer<T> {
  const read = schema.safeParse(value)
  if (!read.success) throw invalid(read.error, where)
  return read.data
}

export function invalid(error: z.ZodError, where: string): Problem {
  const issues = error.issues.map(({ path, message }) => ({ field: path.join("."), says: message }))
  return new Problem("request.invalid", { where, issues })
}
