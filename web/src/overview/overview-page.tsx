import { useScope } from "../scope/use-scope.ts"
import { useAnswer } from "../answers/queries.ts"
import { ChartKey } from "../charts/key.tsx"
import { ChartGrid } from "../charts/chart-grid.tsx"
import { Failure, NothingYet } from "../frame/states.tsx"
import { useMeta } from "../meta.tsx"
import { againstOf } from "../scope/against.ts"
import { ScopeBar } from "../scope/scope-bar.tsx"
import type { Answer } from "../../../src/query/question.ts"
import { wholeOf } from "../answers/points.ts"
import { Ageing } from "./ageing.tsx"
import { EmptyPeriod } from "./empty-period.tsx"
import { HEAT_METRIC, HeatMap } from "./heat-map.tsx"
import { MetricCard } from "./metric-card.tsx"
import classes from "./overview-page.module.css"
import { OverviewSkeleton } from "./skeleton.tsx"
import { SplitTable } from "./split-table.tsx"
import { GROUPS, HEADLINES, OVERVIEW_METRICS, SPLIT_METRICS, SPLITS } from "./which.ts"

/** The page a team lead opens each morning. All cards and charts come from one question, the heat map from a second. */
export function OverviewPage() {
  const { asked, grain } = useScope()
  const { knownUntil } = useMeta()
  const answer = useAnswer(knownUntil === null ? null : { ...asked, metrics: [...OVERVIEW_METRICS], grain })
  if (knownUntil === null) return <NothingYet />
  return (
    <>
      <ScopeBar answer={answer.data} />
      <div className={classes.page} data-earlier={answer.isPlaceholderData} aria-busy={answer.isFetching}>
        {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <OverviewSkeleton />}
        {answer.data && <Numbers answer={answer.data} />}
      </div>
    </>
  )
}

function Numbers({ answer }: { answer: Answer }) {
  const { scope, asked } = useScope()
  const { compare: _none, ...uncompared } = asked
  const heat = useAnswer({ ...uncompared, metrics: [HEAT_METRIC], grain: "hour_of_week" })
  const against = againstOf(scope)
  return (
    <>
      <h1 className="unsaid">Overview</h1>
      {wholeOf(answer)?.cells["ticket_volume"]?.n === 0 && <EmptyPeriod />}
      <section className={classes.cards} aria-label="At a glance">
        <h2 className="unsaid">At a glance</h2>
        {HEADLINES.map((metric) => (
          <MetricCard key={metric} answer={answer} metric={metric} against={against} />
        ))}
      </section>
      <SplitTable metrics={SPLIT_METRICS} splits={SPLITS} />
      <ChartKey answer={answer} against={against} />
      {GROUPS.map((group) => (
        <section key={group.title} className={classes.group} aria-label={group.title}>
          <header className={classes.groupHead}>
            <h2>{group.title}</h2>
            <p>{group.asks}</p>
          </header>
          <ChartGrid answer={answer} metrics={group.metrics} against={against} />
        </section>
      ))}
      <div className={classes.pair}>
        <Ageing answer={answer} />
        {heat.data && <HeatMap answer={heat.data} earlier={heat.isPlaceholderData} />}
        {heat.isError && <Failure error={heat.error} onRetry={() => void heat.refetch()} />}
      </div>
    </>
  )
}
