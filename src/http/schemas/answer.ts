import { z } from "@hono/zod-openapi"
import { closed } from "../../query/closed.ts"
import { type Answer, type Cell, type Definition, Question, type RowsAnswer, RowsQuestion, UNITS } from "../../query/question.ts"

/** The question and the answer as the API describes them. What they mean is said in query/question.ts, where they are made. */
// A schema of its own: one made before this library was loaded cannot be described.
export const QuestionSchema = closed(Question.shape).openapi("Question", { description: "What is asked." })
export const RowsQuestionSchema = RowsQuestion.extend({ question: QuestionSchema }).openapi("RowsQuestion", {
  description: "The rows behind one number: the same question, with the cell's bucket and split.",
})

const orNull = z.number().nullable()

export const CellSchema: z.ZodType<Cell> = z
  .object({
    value: orNull.describe("null is nothing to say, never zero"),
    n: z.number().int().describe("how many rows stand behind the value"),
    low: orNull,
    high: orNull,
    method: z.string().describe("how value and interval were computed"),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    pending: z.number().int().describe("too young to judge"),
    censored: z.number().int().describe("still running"),
    excluded: z.record(z.string(), z.number().int()).describe("left out, by reason"),
    lowN: z.boolean().describe("few rows, or few of one kind"),
    also: z.record(z.string(), orNull).optional().describe("other statistics of the same rows"),
    parts: z.record(z.string(), z.number()).optional().describe("parts of the whole"),
    because: z.string().optional().describe("why there is no value"),
  })
  .openapi("Cell", { description: "One number with its doubt." })

const ChangeSchema = z
  .object({
    before: CellSchema,
    amount: orNull,
    unit: z.enum(["percent", "points"]),
    good: z.boolean().nullable().describe("whether the move is an improvement"),
    settling: z
      .boolean()
      .optional()
      .describe("true: the later rows had less time for what is counted, so the move says nothing yet"),
    low: orNull.optional(),
    high: orNull.optional(),
  })
  .openapi("Change", {
    description: "How a cell differs from the same bucket of the comparison period, or of the group compared with.",
  })

const BandSchema = z
  .object({ least: orNull, most: orNull, of: z.array(z.string()).describe("the refs it is of") })
  .openapi("Band", { description: "How far the definitions of one metric differ." })

const JudgementSchema = z
  .object({
    target: z.number(),
    gap: orNull.describe("how far the number is on the good side"),
    met: z.boolean().nullable(),
    certain: z.boolean().nullable().describe("whether the whole interval lies on the same side"),
  })
  .openapi("Judgement", { description: "A number beside its target." })

const AttainmentSchema = z
  .object({ met: z.number().int(), of: z.number().int(), value: orNull, low: orNull, high: orNull })
  .openapi("Attainment", { description: "How many buckets, or groups, met their target." })

const LimitsSchema = z
  .object({ centre: z.number(), low: z.number(), high: z.number(), outside: z.boolean() })
  .openapi("Limits", { description: "The limits of usual variation, and whether the number lies outside." })

export const TheirsSchema = z
  .object({
    called: z.string().nullable().describe("what the product calls it; null where it has nothing that comes near"),
    differs: z.string().describe("how it differs; where there is nothing, that"),
    ref: z.string().nullable().describe("how it is asked here"),
    rules: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).describe("by which rules it is told"),
    because: z.array(z.string()).describe("what makes the difference, in order"),
    source: z.string().nullable(),
    lacks: z.array(z.string()).describe("what the product does and this number does not"),
  })
  .openapi("Theirs", { description: "What a product's number is, in our words." })

const LensSchema = z
  .object({
    name: z.string(),
    title: z.string().describe("the product"),
    metrics: z.record(z.string(), TheirsSchema),
    lacks: z.array(z.string()).describe("what holds for all its numbers and is not shown"),
  })
  .openapi("Lens", { description: "The product whose numbers stand beside ours, and what they mean, by metric as asked." })

export const DefinitionSchema: z.ZodType<Definition> = z
  .object({
    ref: z.string(),
    name: z.string(),
    title: z.string(),
    asks: z.string().describe("the question it answers"),
    means: z.string(),
    differs: z.string().optional().describe("what the chosen variants say otherwise, the end of `means`"),
    formula: z.string(),
    countsBy: z.string(),
    unit: z.enum(UNITS),
    better: z.enum(["higher", "lower", "neutral"]),
    statistic: z.string(),
    variants: z.array(z.string()),
    family: z.string().optional().describe("in the catalog: what it is about"),
    synonyms: z.array(z.string()).optional().describe("in the catalog: what else it is called"),
    lacks: z
      .array(z.string())
      .optional()
      .describe("in the catalog: the kinds of events for want of which it cannot be answered here"),
    more: z
      .object({
        pitfalls: z.array(z.string()),
        example: z.string(),
        variants: z.record(z.string(), z.string()).describe("what each says differently"),
        parameters: z.record(z.string(), z.string()),
        splits: z.array(z.string()).describe("what it can be split by; `attributes` stands for each of its attributes"),
        needs: z
          .array(
            z.object({
              kind: z.string(),
              means: z.string(),
              events: z.number().int().nullable().describe("how many there are; null where nobody counted"),
            }),
          )
          .describe("the kinds of events that it and what it is made of needs"),
        products: z
          .array(z.object({ name: z.string(), title: z.string(), called: z.string().nullable(), differs: z.string() }))
          .describe("what comes nearest to it in other products; `called` is null where that cannot be shown here"),
      })
      .optional()
      .describe("the rest of the entry, where a single metric was looked up"),
  })
  .openapi("Definition", { description: "What a metric is." })

const moment = z.string().openapi({ format: "date-time" })

const DisplayNamesSchema = z.record(z.string(), z.record(z.string(), z.string()))

export const AnswerSchema: z.ZodType<Answer> = z
  .object({
    question: QuestionSchema,
    rows: z
      .array(
        z.object({
          bucket: z.number().int().nullable().describe("index into `buckets`; null for the total over the period"),
          by: z.record(z.string(), z.string().nullable()).describe("value of each split; null where it is not known"),
          cells: z.record(z.string(), CellSchema),
          changes: z.record(z.string(), ChangeSchema).optional(),
          judged: z.record(z.string(), JudgementSchema).optional().describe("by metric, where `targets` were given"),
          attainment: z.record(z.string(), AttainmentSchema).optional().describe("of totals, where `targets` were given"),
          limits: z.record(z.string(), LimitsSchema).optional().describe("of buckets that are over, where asked for"),
          theirs: z.record(z.string(), CellSchema).optional().describe("by metric as asked, where `as` was given"),
          bands: z.record(z.string(), BandSchema).optional().describe("by metric as asked, where `variants` was asked for"),
        }),
      )
      .describe("by bucket and split; totals have `bucket: null`, the whole has no split either"),
    buckets: z.array(
      z.object({
        from: moment.nullable(),
        to: moment.nullable(),
        label: z.string(),
        partial: z.boolean().describe("the data end inside it"),
        cut: z.boolean().describe("the period begins or ends inside it: it is shorter than its label says"),
        occurrences: z
          .number()
          .optional()
          .describe("of an hour of the week: how often it occurred; a part of one counts as that part"),
      }),
    ),
    definitions: z.record(z.string(), DefinitionSchema),
    names: DisplayNamesSchema.describe("by split and word: what people know agents and teams by, where a source said so"),
    period: z.object({ from: moment, to: moment, zone: z.string() }),
    comparedWith: z.object({ from: moment, to: moment }).optional(),
    freshness: z.object({ knownUntil: moment.nullable(), lastLearned: moment.nullable(), asOf: moment.nullable() }),
    coverage: z.object({ rows: z.number().int(), missing: z.record(z.string(), z.number().int()) }),
    lens: LensSchema.optional().describe("where `as` was given"),
    notes: z.array(z.string()),
    sql: z.array(z.string()).optional(),
  })
  .openapi("Answer", { description: "The numbers, each with its doubt, and what is needed to defend them." })

export const RowColumnsSchema = z.array(
  z.object({ name: z.string(), title: z.string(), unit: z.enum([...UNITS, "text", "moment", "conversation", "boolean"]) }),
)

export const RowsAnswerSchema: z.ZodType<RowsAnswer> = z
  .object({
    count: z.number().int().describe("all rows, of which this may be one page"),
    columns: RowColumnsSchema,
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    names: DisplayNamesSchema.describe("by column and word: what people know agents and teams by, where a source said so"),
  })
  .openapi("RowsAnswer", { description: "The rows a number was made of; their count equals the number's." })
