import { Link, useSearch } from "@tanstack/react-router"
import { nameOf, show } from "../../../src/format.ts"
import type { Answer, AnswerRow, RowsQuestion } from "../../../src/query/question.ts"
import { DefinitionButton } from "../answers/definition-button.tsx"
import { Doubt } from "../answers/doubt.tsx"
import { fullName } from "../answers/bucket-words.ts"
import { fullTitle } from "../answers/full-title.ts"
import { useAnswer } from "../answers/queries.ts"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { useMeta } from "../meta.tsx"
import { type Dimension, titleOf, useDimensions } from "../scope/dimensions.ts"
import { FilterChips } from "../scope/filter-chips.tsx"
import { periodInWords } from "../scope/dates.ts"
import { useScope } from "../scope/use-scope.ts"
import { Parts } from "./parts.tsx"
import classes from "./rows-page.module.css"
import { RowsTable } from "./rows-table.tsx"
import { numberQuestion, readRowsSearch, type RowsSearch, splitOf } from "./search.ts"

/** The rows one number was made of. Their count is the number's n. */
export function RowsPage() {
  const search = readRowsSearch(useSearch({ strict: false }))
  const { scope } = useScope()
  const { today } = useMeta()
  const question = numberQuestion(scope, today, search)
  const answer = useAnswer(question)
  if (answer.isError) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Waiting what="Reading the rows" height={320} />
  const asked: Omit<RowsQuestion, "offset" | "limit"> = {
    question,
    metric: search.metric,
    bucket: search.bucket ?? null,
    by: splitOf(search),
    part: search.part ?? "counted",
  }
  return (
    <>
      <Heading answer={answer.data} earlier={answer.isPlaceholderData} search={search} />
      <RowsTable asked={asked} search={search} />
    </>
  )
}

function Heading({ answer, earlier, search }: { answer: Answer; earlier: boolean; search: RowsSearch }) {
  const dimensions = useDimensions()
  const { scope } = useScope()
  const definition = answer.definitions[search.metric]
  const cell = rowOf(answer, search)?.cells[search.metric]
  return (
    <header className={classes.head} data-earlier={earlier}>
      <nav aria-label="Back">
        <Link to="/" search={scope} className={classes.back}>
          ← Overview
        </Link>
      </nav>
      <div className={classes.title}>
        <h1>{definition ? fullTitle(definition) : search.metric}</h1>
        {definition && <DefinitionButton definition={definition} />}
      </div>
      <p className={classes.value}>{show(cell?.value ?? null, definition?.unit ?? "count")}</p>
      <Doubt cell={cell} unit={definition?.unit ?? "count"} />
      <p className={classes.where}>{whereInWords(answer, search, dimensions)}</p>
      <FilterChips />
      <Parts cell={cell} search={search} />
    </header>
  )
}

/** The answer's row that holds the number. */
function rowOf(answer: Answer, search: RowsSearch): AnswerRow | undefined {
  const split = Object.entries(splitOf(search))
  return answer.rows.find(
    (row) =>
      row.bucket === (search.bucket ?? null) &&
      Object.keys(row.by).length === split.length &&
      split.every(([field, word]) => row.by[field] === word),
  )
}

function whereInWords(answer: Answer, search: RowsSearch, dimensions: readonly Dimension[]): string {
  const bucket = search.bucket === undefined ? null : answer.buckets[search.bucket]
  const period = periodInWords(answer.period.from.slice(0, 10), answer.period.to.slice(0, 10))
  return [
    ...(bucket ? [fullName(bucket, answer.question.grain ?? "day")] : []),
    ...(bucket && bucket.from !== null ? [] : [period]),
    ...Object.entries(splitOf(search)).map(
      ([field, word]) => `${titleOf(dimensions, field)} ${word === null ? "not known" : nameOf(word, answer.names[field])}`,
    ),
    answer.period.zone.replaceAll("_", " "),
  ].join(" · ")
}
