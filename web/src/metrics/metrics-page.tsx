import { TextInput } from "@mantine/core"
import { IconSearch } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { show } from "../../../src/format.ts"
import type { Definition } from "../../../src/query/question.ts"
import { useRead } from "../answers/queries.ts"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { keepScope } from "../scope/use-scope.ts"
import classes from "./metrics-page.module.css"

/** The dictionary: every metric with the question it answers, by what it is about. */
export function MetricsPage() {
  const [search, setSearch] = useState("")
  const catalog = useRead<{ metrics: readonly Definition[] }>("/metrics")
  const families = familiesOf(catalog.data?.metrics.filter((metric) => matches(metric, search)) ?? [])
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>Metrics</h1>
          <p>What each number means, how it is counted, and where it misleads.</p>
        </div>
        <TextInput
          size="md"
          className={classes.search}
          aria-label="Search the metrics"
          placeholder="FRT, churn, waiting …"
          leftSection={<IconSearch size={17} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      {catalog.isError && <Failure error={catalog.error} onRetry={() => void catalog.refetch()} />}
      {catalog.isPending && <Waiting what="Reading the metrics" height={300} />}
      {[...families].map(([family, metrics]) => (
        <section key={family} className={classes.family} aria-label={family}>
          <h2>
            {family} <span>{show(metrics.length, "count")}</span>
          </h2>
          <ul className={classes.list}>
            {metrics.map((metric) => (
              <Entry key={metric.name} metric={metric} />
            ))}
          </ul>
        </section>
      ))}
      {catalog.data && families.size === 0 && <p className={classes.none}>No metric is called that. Try another word.</p>}
    </div>
  )
}

function Entry({ metric: { name, title, asks, lacks = [] } }: { metric: Definition }) {
  return (
    <li>
      <Link to="/metrics/$name" params={{ name }} search={keepScope} className={classes.entry} data-lacks={lacks.length > 0}>
        <h3>{title}</h3>
        <p>{asks}</p>
        {lacks.length > 0 && <p className={classes.lacks}>Needs events that are not here: {lacks.join(", ")}</p>}
      </Link>
    </li>
  )
}

/** In the order in which the catalog first names them. */
function familiesOf(metrics: readonly Definition[]): ReadonlyMap<string, readonly Definition[]> {
  const families = new Map<string, Definition[]>()
  for (const metric of metrics) {
    const { family = "" } = metric
    families.set(family, [...(families.get(family) ?? []), metric])
  }
  return families
}

function matches({ name, title, asks, means, synonyms = [] }: Definition, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  return [name.replaceAll("_", " "), name, title, asks, means, ...synonyms].some((text) => text.toLowerCase().includes(wanted))
}
