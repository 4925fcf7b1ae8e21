import { z } from "@hono/zod-openapi"
import { ROLES } from "../../state/roles.ts"
import type { Failure } from "../failures.ts"
import type { Landed } from "../../plumbline.ts"
import type { Dimension } from "../../plumbline/dimensions.ts"
import type { Status } from "../../plumbline/status.ts"
import type { Imported } from "../push.ts"
import type { KeptAside } from "../rejects.ts"

const moment = z.string().openapi({ format: "date-time" })

export const FailureSchema: z.ZodType<Failure> = z
  .object({
    code: z.string().describe("which problem; it does not change between releases"),
    message: z.string().describe("one sentence for a person: what happened and what to do next"),
    facts: z.record(z.string(), z.unknown()).describe("what the sentence was made of"),
  })
  .openapi("Failure", { description: "What went wrong." })

export const DimensionSchema: z.ZodType<Dimension> = z
  .object({
    field: z.string(),
    title: z.string(),
    values: z
      .array(
        z.object({ value: z.string(), name: z.string().optional().describe("what people know it by"), rows: z.number().int() }),
      )
      .describe("the commonest first"),
    more: z.boolean().describe("there are more than are listed"),
  })
  .openapi("Dimension", { description: "Something numbers can be split and filtered by." })

export const StatusSchema: z.ZodType<Status> = z
  .object({
    company: z.string().nullable(),
    zone: z.string(),
    calendars: z.array(z.string()),
    events: z.number().int(),
    conversations: z.number().int(),
    firstAt: moment.nullable(),
    knownUntil: moment.nullable().describe("how far the data reach; ages are measured to here, not to the clock"),
    lastLearned: moment.nullable(),
    metricsProblem: z
      .string()
      .nullable()
      .describe("why the files of the folder's own metrics do not count as they are; those read before still do"),
  })
  .openapi("Status", { description: "What is known here." })

export const RejectSchema: z.ZodType<KeptAside> = z
  .object({
    file: z.string().describe("the file or the sender"),
    line: z.number().int(),
    field: z.string().nullable().describe("null where the whole line is wrong"),
    reason: z.string(),
  })
  .openapi("Reject", { description: "A line that could not be read, kept aside." })

export const ImportedSchema: z.ZodType<Imported> = z
  .object({
    lines: z.number().int(),
    appended: z.number().int().describe("events that were new, or new versions"),
    versions: z.number().int().describe("how many of those were known before with other content"),
    duplicates: z.number().int().describe("known before, the same"),
    rejected: z.number().int(),
    rejects: z.array(RejectSchema).describe("the first of them"),
  })
  .openapi("Imported", { description: "What became of the lines." })

export const LandedSchema: z.ZodType<Landed> = z
  .object({ events: z.number().int(), knownUntil: moment.nullable() })
  .openapi("Landed", { description: "New data can be asked about." })

export const SessionSchema = z
  .object({ kind: z.enum(["nobody", "guest", "user", "key"]), name: z.string(), role: z.enum(ROLES).nullable() })
  .openapi("Session", { description: "Who asks." })

export const DashboardSchema = z
  .object({ name: z.string(), owner: z.string(), view: z.string(), changedAt: moment })
  .openapi("Dashboard", { description: "A view of the numbers that somebody named." })

export const ScorecardSchema = z
  .object({ name: z.string(), title: z.string(), means: z.string(), metrics: z.array(z.string()) })
  .openapi("Scorecard", { description: "A few metrics that belong together." })
