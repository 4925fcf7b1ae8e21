import { Link, Navigate, useParams } from "@tanstack/react-router"
import type { Answer, Definition } from "../../../src/query/question.ts"
import { useAnswer, useRead } from "../answers/queries.ts"
import { ChartGrid } from "../charts/chart-grid.tsx"
import { ChartKey } from "../charts/key.tsx"
import { Failure, NoSuchPage, NothingYet } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { LimitsSwitch } from "../judging/limits-switch.tsx"
import { Notes } from "../judging/notes.tsx"
import { useMeta } from "../meta.tsx"
import { MetricCard } from "../overview/metric-card.tsx"
import { againstOf } from "../scope/against.ts"
import { judgedBy } from "../scope/scope.ts"
import { ScopeBar } from "../scope/scope-bar.tsx"
import { readTargets } from "../scope/targets.ts"
import { keepScope, useScope } from "../scope/use-scope.ts"
import classes from "./scorecard-page.module.css"
import { type Scorecard, useScorecards } from "./scorecards.ts"
import { Targets } from "./targets.tsx"

/** Without a name: the first. */
export function ScorecardsPage() {
  const scorecards = useScorecards()
  const first = scorecards.data?.[0]
  if (scorecards.isError) return <Failure error={scorecards.error} onRetry={() => void scorecards.refetch()} />
  if (!first) return <Waiting what="Reading the scorecards" height={60} />
  return <Navigate to="/scorecards/$name" params={{ name: first.name }} search={keepScope} replace />
}

/** The metrics that belong together, each at a glance and over the period. */
export function ScorecardPage() {
  const { name } = useParams({ from: "/scorecards/$name" })
  const { knownUntil } = useMeta()
  const scorecards = useScorecards()
  if (knownUntil === null) return <NothingYet />
  if (scorecards.isError) return <Failure error={scorecards.error} onRetry={() => void scorecards.refetch()} />
  if (!scorecards.data) return <Waiting what="Reading the scorecards" height={60} />
  const scorecard = scorecards.data.find((one) => one.name === name)
  return scorecard ? <Shown scorecard={scorecard} all={scorecards.data} /> : <NoSuchPage />
}

function Shown({ scorecard, all }: { scorecard: Scorecard; all: readonly Scorecard[] }) {
  const { asked, grain } = useScope()
  const judged = useJudged(scorecard)
  const answer = useAnswer(judged && { ...asked, ...judged, metrics: [...scorecard.metrics], grain })
  // What was answered for the scorecard before stays in sight only where it has the same metrics.
  const shown = answer.data && scorecard.metrics.every((metric) => answer.data.definitions[metric]) ? answer.data : undefined
  return (
    <>
      <ScopeBar answer={shown} />
      <div className={classes.page} data-earlier={answer.isPlaceholderData} aria-busy={answer.isFetching}>
        <Head scorecard={scorecard} all={all} answer={shown} />
        {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
        {!shown && !answer.isError && <Waiting what="Reading the numbers" height={320} />}
        {shown && <Numbers answer={shown} metrics={scorecard.metrics} />}
      </div>
    </>
  )
}

/** By what its metrics are judged; null while it is not known which of them have a direction. */
function useJudged({ metrics }: Scorecard) {
  const { scope } = useScope()
  const targets = readTargets(scope.target ?? [])
  const wanted = metrics.filter((metric) => targets.has(metric))
  const catalog = useRead<{ metrics: readonly Definition[] }>(wanted.length > 0 ? "/metrics" : null)
  if (wanted.length === 0) return judgedBy(scope, [])
  if (!catalog.data) return null
  const neutral = new Set(catalog.data.metrics.filter(({ better }) => better === "neutral").map(({ name }) => name))
  return judgedBy(
    scope,
    wanted.filter((metric) => !neutral.has(metric.split(/[:(]/)[0] ?? metric)),
  )
}

function Head({ scorecard, all, answer }: { scorecard: Scorecard; all: readonly Scorecard[]; answer: Answer | undefined }) {
  return (
    <header className={classes.head}>
      <nav className={classes.tabs} aria-label="Scorecards">
        {all.map(({ name, title }) => (
          <Link
            key={name}
            to="/scorecards/$name"
            params={{ name }}
            search={keepScope}
            activeOptions={{ includeSearch: false }}
            className={classes.tab}
          >
            {title}
          </Link>
        ))}
      </nav>
      <div className={classes.about}>
        <div>
          <h1>{scorecard.title}</h1>
          <p>{scorecard.means}</p>
        </div>
        <div className={classes.tools}>
          <LimitsSwitch />
          <Targets definitions={scorecard.metrics.flatMap((metric) => answer?.definitions[metric] ?? [])} />
        </div>
      </div>
    </header>
  )
}

function Numbers({ answer, metrics }: { answer: Answer; metrics: readonly string[] }) {
  const { scope } = useScope()
  const against = againstOf(scope)
  return (
    <>
      <section className={classes.cards} aria-label="At a glance">
        <h2 className="unsaid">At a glance</h2>
        {metrics.map((metric) => (
          <MetricCard key={metric} answer={answer} metric={metric} against={against} />
        ))}
      </section>
      <section className={classes.period} aria-label="Over the period">
        <h2 className="unsaid">Over the period</h2>
        <ChartKey answer={answer} against={against} />
        <ChartGrid answer={answer} metrics={metrics} against={against} />
      </section>
      <Notes answer={answer} />
    </>
  )
}
