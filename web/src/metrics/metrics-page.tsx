import { TextInput } from "@mantine/core"
import { IconSearch } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { Definition } from "../../../src/query/question.ts"
import { useRead } from "../answers/queries.ts"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { keepScope } from "../scope/use-scope.ts"
import classes from "./metrics-page.module.css"

/** The dictionary: every metric with the question it answers. */
export function MetricsPage() {
  const [search, setSearch] = useState("")
  const catalog = useRead<{ metrics: readonly Definition[] }>("/metrics")
  const found = catalog.data?.metrics.filter((metric) => matches(metric, search)) ?? []
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
          placeholder="Search …"
          leftSection={<IconSearch size={17} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      {catalog.isError && <Failure error={catalog.error} onRetry={() => void catalog.refetch()} />}
      {catalog.isPending && <Waiting what="Reading the metrics" height={300} />}
      <ul className={classes.list}>
        {found.map((metric) => (
          <li key={metric.name}>
            <Link to="/metrics/$name" params={{ name: metric.name }} search={keepScope} className={classes.entry}>
              <h2>{metric.title}</h2>
              <p>{metric.asks}</p>
            </Link>
          </li>
        ))}
      </ul>
      {catalog.data && found.length === 0 && <p className={classes.none}>No metric is called that. Try another word.</p>}
    </div>
  )
}

function matches({ name, title, asks, means }: Definition, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  return [name.replaceAll("_", " "), name, title, asks, means].some((text) => text.toLowerCase().includes(wanted))
}
