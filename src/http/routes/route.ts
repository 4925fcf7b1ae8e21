import { z } from "@hono/zod-openapi"
import { Problem } from "../../problem.ts"
import { readValue } from "../failures.ts"
import { FailureSchema } from "../schemas/others.ts"

/** What is answered when something went wrong, the same everywhere. */
export const failing = {
  default: { description: "What went wrong.", content: { "application/json": { schema: FailureSchema } } },
}

/** An answer in JSON, or what went wrong. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return { 200: { description, content: { "application/json": { schema } } }, ...failing }
}

/** All rows of a list as a file, or what went wrong. */
export const answersCsv = {
  200: { description: "All rows, whatever offset and limit say.", content: { "text/csv": { schema: z.string() } } },
  ...failing,
}

/** A link carries what it asks as JSON in its address. */
export function inAddress(what: string) {
  return z.object({ ask: z.string().openapi({ description: `a ${what}, as JSON` }) })
}

export function readAsked<T>(schema: z.ZodType<T>, { ask }: { readonly ask: string }): T {
  try {
    return readValue(schema, JSON.parse(ask), "query")
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Problem("request.not_json", { where: "query", detail: error.message }, { cause: error })
    throw error
  }
}

export function json<T extends z.ZodType>(schema: T) {
  return { required: true, content: { "application/json": { schema } } }
}
