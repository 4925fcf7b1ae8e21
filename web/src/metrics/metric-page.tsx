import { Link, useParams } from "@tanstack/react-router"
import type { Answer, Definition } from "../../../src/query/question.ts"
import { fullTitle } from "../answers/full-title.ts"
import { JudgedMark } from "../answers/judged-mark.tsx"
import { wholeOf } from "../answers/points.ts"
import { useAnswer, useRead } from "../answers/queries.ts"
import { ChartKey } from "../charts/key.tsx"
import { ChartTile } from "../charts/chart-tile.tsx"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { AsOthers } from "../lens/as-others.tsx"
import { LimitsSwitch } from "../judging/limits-switch.tsx"
import { Notes } from "../judging/notes.tsx"
import { Signals } from "../judging/signals.tsx"
import { TargetField } from "../judging/target-field.tsx"
import { againstOf } from "../scope/against.ts"
import { judgedBy } from "../scope/scope.ts"
import { ScopeBar } from "../scope/scope-bar.tsx"
import { keepScope, useScope } from "../scope/use-scope.ts"
import { ByGroup } from "./by-group.tsx"
import { Definitions } from "./definitions.tsx"
import { Meaning } from "./meaning.tsx"
import classes from "./metric-page.module.css"

/** One metric: its numbers in the period, by every definition, and its entry in the dictionary. */
export function MetricPage() {
  const { name } = useParams({ from: "/metrics/$name" })
  const metric = useRead<Definition>(`/metrics/${encodeURIComponent(name)}`)
  if (metric.isError) return <Failure error={metric.error} />
  if (!metric.data) return <Waiting what="Reading the definition" height={420} />
  return <Entry key={name} definition={metric.data} />
}

function Entry({ definition }: { definition: Definition }) {
  const { scope, asked, grain } = useScope()
  const { ref, better } = definition
  const judged = judgedBy(scope, better === "neutral" ? [] : [ref])
  const answer = useAnswer({ ...asked, ...judged, metrics: [ref], grain })
  return (
    <>
      <ScopeBar answer={answer.data} />
      <header className={classes.head}>
        <Link to="/metrics" search={keepScope} className={classes.back}>
          ← All metrics
        </Link>
        <h1>{fullTitle(definition)}</h1>
        <p className={classes.asks}>{definition.asks}</p>
      </header>
      <div className={classes.page}>
        <div className={classes.now}>
          <section
            className={classes.period}
            aria-label="In the period"
            aria-busy={answer.isFetching}
            data-earlier={answer.isPlaceholderData}
          >
            <h2 className="unsaid">In the period</h2>
            {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
            {answer.isPending && <Waiting what="Reading the numbers" height={320} />}
            {answer.data?.definitions[ref] && <Numbers answer={answer.data} definition={definition} />}
          </section>
          {definition.variants.length > 0 && <Definitions definition={definition} />}
          <AsOthers definition={definition} />
          <ByGroup definition={definition} />
        </div>
        <Meaning definition={definition} />
      </div>
    </>
  )
}

function Numbers({ answer, definition }: { answer: Answer; definition: Definition }) {
  const { scope, grain } = useScope()
  const { ref, unit, better } = definition
  const against = againstOf(scope)
  const whole = wholeOf(answer)
  const judgement = whole?.judged?.[ref]
  return (
    <>
      <ChartTile answer={answer} metric={ref} grain={grain} against={against} tall />
      <ChartKey answer={answer} against={against} />
      <div className={classes.judging}>
        {better !== "neutral" && (
          <div>
            <TargetField definition={definition} label={`Target, ${better === "higher" ? "at least" : "at most"}`} />
            {judgement && <JudgedMark judgement={judgement} attainment={whole?.attainment?.[ref]} unit={unit} grain={grain} />}
          </div>
        )}
        <div>
          <LimitsSwitch />
          <Signals answer={answer} metric={ref} />
        </div>
      </div>
      <Notes answer={answer} />
    </>
  )
}
