import { Link, useParams } from "@tanstack/react-router"
import { show } from "../../../src/format.ts"
import type { Definition, Need } from "../../../src/query/question.ts"
import { useAnswer, useRead } from "../answers/queries.ts"
import { ChartKey } from "../charts/key.tsx"
import { ChartTile } from "../charts/chart-tile.tsx"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { againstOf } from "../scope/against.ts"
import { ScopeBar } from "../scope/scope-bar.tsx"
import { keepScope, useScope } from "../scope/use-scope.ts"
import { Pitfalls, Variants } from "./entry-lists.tsx"
import classes from "./metric-page.module.css"

/** One metric as an entry in a dictionary, with its own chart under it. */
export function MetricPage() {
  const { name } = useParams({ from: "/metrics/$name" })
  const metric = useRead<Definition>(`/metrics/${encodeURIComponent(name)}`)
  if (metric.isError) return <Failure error={metric.error} />
  if (!metric.data) return <Waiting what="Reading the definition" height={420} />
  return <Entry definition={metric.data} />
}

function Entry({ definition }: { definition: Definition }) {
  const { scope, asked, grain } = useScope()
  const answer = useAnswer({ ...asked, metrics: [definition.name], grain })
  const against = againstOf(scope)
  return (
    <>
      <ScopeBar answer={answer.data} />
      <div className={classes.page}>
        <Meaning definition={definition} />
        <section className={classes.now} aria-label="In the period">
          <h2 className={classes.unsaid}>In the period</h2>
          {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
          {answer.isPending && <Waiting what="Reading the numbers" height={250} />}
          {answer.data && (
            <>
              <ChartTile answer={answer.data} metric={definition.name} grain={grain} against={against} />
              <ChartKey answer={answer.data} against={against} />
            </>
          )}
          <Variants definition={definition} />
          <Pitfalls definition={definition} />
        </section>
      </div>
    </>
  )
}

function Meaning({ definition }: { definition: Definition }) {
  return (
    <div>
      <Link to="/metrics" search={keepScope} className={classes.back}>
        ← All metrics
      </Link>
      <h1>{definition.title}</h1>
      <p className={classes.asks}>{definition.asks}</p>
      <p className={classes.means}>{definition.means}</p>
      <dl className={classes.facts}>
        <Fact title="Formula">{definition.formula}</Fact>
        <Fact title="Counts by">{definition.countsBy}</Fact>
        <Fact title="Statistic">{definition.statistic}</Fact>
        <Fact title="Unit">{definition.unit}</Fact>
        <Fact title="Better is">{definition.better === "neutral" ? "neither: it depends" : definition.better}</Fact>
        <Fact title="Called">
          <code>{definition.name}</code>
          {definition.more && definition.more.synonyms.length > 0 && ` also ${definition.more.synonyms.join(", ")}`}
        </Fact>
        {definition.more && <Fact title="Example">{definition.more.example}</Fact>}
        {definition.more && <Fact title="Needs">{definition.more.needs.map(needed).join(", ")}</Fact>}
      </dl>
    </div>
  )
}

function needed({ kind, events }: Need): string {
  return events === null ? kind : `${kind} (${events === 0 ? "none" : show(events, "count")} here)`
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
