import { Skeleton } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import type { Definition } from "../../../src/query/question.ts"
import { useAnswer, useRead } from "../answers/queries.ts"
import { ChartKey } from "../charts/key.tsx"
import { ChartTile } from "../charts/chart-tile.tsx"
import { Failure } from "../frame/states.tsx"
import { againstOf } from "../scope/against.ts"
import { ScopeBar } from "../scope/scope-bar.tsx"
import { keepScope, useScope } from "../scope/use-scope.ts"
import classes from "./metric-page.module.css"

/** One metric as an entry in a dictionary, with its own chart under it. */
export function MetricPage() {
  const { name } = useParams({ from: "/metrics/$name" })
  const metric = useRead<Definition>(`/metrics/${encodeURIComponent(name)}`)
  if (metric.isError) return <Failure error={metric.error} />
  if (!metric.data) return <Skeleton height={420} mt="xl" radius="md" aria-label="Reading the definition" role="status" />
  return <Entry definition={metric.data} />
}

function Entry({ definition }: { definition: Definition }) {
  return (
    <div className={classes.page}>
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
        </Fact>
      </dl>
      <Now definition={definition} />
      {definition.variants.length > 0 && <Variants definition={definition} />}
    </div>
  )
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The metric over the period in the address. */
function Now({ definition }: { definition: Definition }) {
  const { scope, asked, grain } = useScope()
  const answer = useAnswer({ ...asked, metrics: [definition.name], grain })
  const against = againstOf(scope)
  return (
    <section className={classes.now} aria-label="In the period">
      <ScopeBar answer={answer.data} />
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={250} radius={14} />}
      {answer.data && (
        <>
          <ChartTile answer={answer.data} metric={definition.name} grain={grain} against={against} />
          <ChartKey against={against} />
        </>
      )}
    </section>
  )
}

function Variants({ definition }: { definition: Definition }) {
  return (
    <section className={classes.variants} aria-label="Variants">
      <h2>Variants</h2>
      <ul>
        {definition.variants.map((variant) => (
          <li key={variant}>
            <code>{variant}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
