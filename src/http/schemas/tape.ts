import { z } from "@hono/zod-openapi"
import { CLOCKS, type Tape } from "../../warehouse/fold/tape.ts"

const clock = z.enum(CLOCKS)
const at = z.number().int().describe("UTC microseconds")
const ms = z.number().int()

export const TapeSchema: z.ZodType<Tape> = z
  .object({
    conversation: z.string(),
    mergedInto: z.string().nullable(),
    rules: z.array(z.string()).describe("rules other than the defaults"),
    from: at,
    to: at,
    events: z.array(
      z.object({
        at,
        kind: z.string(),
        from: z.string().nullable().describe("the conversation merged into this one that it was written in"),
        sentence: z.string(),
        clocks: z.array(
          z.object({ clock, did: z.enum(["starts", "stops", "restarts", "runs on", "stays off"]), why: z.string() }),
        ),
      }),
    ),
    spans: z.array(
      z.object({
        clock,
        from: at,
        to: at.nullable().describe("null: it still runs"),
        elapsedMs: ms,
        openMs: ms.nullable().describe("in open hours; null without a calendar"),
        started: z.string(),
        stopped: z.string().nullable(),
        reached: z.boolean(),
      }),
    ),
    hours: z.array(z.object({ calendar: z.string(), zone: z.string(), open: z.array(z.object({ from: at, to: at })) })),
    row: z.array(
      z.object({
        name: z.string(),
        means: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]),
        shown: z.string().optional().describe("what people know an agent or a team by"),
        unit: z.enum(["text", "moment", "ms", "count", "boolean"]),
      }),
    ),
    totals: z.array(z.object({ clock, elapsedMs: ms, openMs: ms.nullable(), running: z.boolean() })),
  })
  .openapi("Tape", { description: "What happened in one conversation, which clocks it started and stopped, and why." })
