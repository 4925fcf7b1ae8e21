import { z } from "@hono/zod-openapi"
import { type Difference, DifferenceQuestion } from "../../query/lens/difference-question.ts"
import { CellSchema, DefinitionSchema, QuestionSchema, RowColumnsSchema, TheirsSchema } from "./answer.ts"

export const DifferenceQuestionSchema = DifferenceQuestion.extend({ question: QuestionSchema }).openapi("DifferenceQuestion", {
  description: "Why a product shows another number: a question with `as`, and the metric meant.",
})

const AddedSchema = z
  .object({
    rows: z.number().int(),
    running: z.number().int().describe("how many more still run"),
    value: z.number().nullable().describe("of durations the median, of shares the share, of counts how many"),
  })
  .openapi("Added", { description: "What several rows add to a number." })

const StepSchema = z
  .object({
    because: z.string(),
    count: z.number().int().describe("how many differ for it"),
    differing: z.array(
      z.object({
        change: z.enum(["both", "only_ours", "only_theirs"]).describe("in which of the two numbers they count"),
        count: z.number().int(),
        ours: AddedSchema,
        theirs: AddedSchema,
      }),
    ),
    cell: CellSchema.describe("the number after it"),
  })
  .openapi("DifferenceStep", { description: "One step from our number towards the product's." })

export const DifferenceSchema: z.ZodType<Difference> = z
  .object({
    product: z.string(),
    theirs: TheirsSchema,
    definition: DefinitionSchema,
    period: z.object({ from: z.string(), to: z.string(), zone: z.string() }),
    cell: CellSchema.describe("our number; the product's is that of the last step"),
    differing: z.number().int().describe("how many differ in all: the sum of the steps' counts"),
    steps: z.array(StepSchema),
    count: z.number().int().describe("all rows of the list, of which this may be one page"),
    columns: RowColumnsSchema,
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  })
  .openapi("Difference", { description: "Why a product shows another number than ours, and a page of the rows that make it so." })
