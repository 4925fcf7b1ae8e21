import { problems, type ProblemCode, type Facts } from "./problems.ts"

/** Something went wrong that its user can mend. Code, status and sentence come from the one table in problems.ts. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = "Problem"
  readonly code: Code
  readonly facts: Facts<Code>
  readonly status: number

  constructor(code: Code, facts: Facts<Code>, options?: ErrorOptions) {
    // The table's sentences each take their own facts; the pair (code, facts) was checked where it was thrown.
    super((problems[code].say as (facts: Facts<Code>) => string)(facts), options)
    this.code = code
    this.facts = facts
    this.status = problems[code].status
  }
}
