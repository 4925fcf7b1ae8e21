import { Link, useParams, useRouter, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import type { Tape } from "../../../src/warehouse/fold/tape.ts"
import { useRead } from "../answers/queries.ts"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { keepScope } from "../scope/use-scope.ts"
import { Events } from "./events.tsx"
import { Facts } from "./facts.tsx"
import { RuleSwitches } from "./rule-switches.tsx"
import { readTapeSearch } from "./search.ts"
import classes from "./tape-page.module.css"
import { TimeLine } from "./time-line.tsx"

/** Where the numbers of one conversation come from: what happened, which clocks it started and stopped, and why. */
export function TapePage() {
  const { id } = useParams({ from: "/conversations/$id" })
  const { rule = [] } = readTapeSearch(useSearch({ strict: false }))
  const usual = useRead<Tape>(addressOfTape(id, []))
  const told = useRead<Tape>(rule.length > 0 ? addressOfTape(id, rule) : null)
  const tape = rule.length > 0 ? (told.data ?? usual.data) : usual.data
  const error = usual.error ?? told.error
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Back />
        <h1>Conversation {id.replace(/^conversation:/, "")}</h1>
        {tape && <p className={classes.about}>{aboutOf(tape)}</p>}
        {tape?.mergedInto != null && (
          <p className={classes.merged}>
            It was merged and goes on in{" "}
            <Link to="/conversations/$id" params={{ id: tape.mergedInto }} search={keepScope}>
              {tape.mergedInto.replace(/^conversation:/, "")}
            </Link>
            .
          </p>
        )}
      </header>
      {error && <Failure error={error} onRetry={() => void (usual.error ? usual.refetch() : told.refetch())} />}
      {!tape && !error && <Waiting what="Reading the tape" height={360} />}
      {tape && <Told tape={tape} usual={usual.data ?? tape} />}
    </div>
  )
}

/** What it is, in a line: channel, team, agent, status. */
function aboutOf(tape: Tape): string {
  const facts = new Map(tape.row.map(({ name, value, shown }) => [name, shown ?? String(value).replaceAll("_", " ")]))
  return ["channel", "team", "agent", "topic", "status"].flatMap((name) => facts.get(name) ?? []).join(" · ")
}

function Told({ tape, usual }: { tape: Tape; usual: Tape }) {
  const [at, setAt] = useState<number | null>(null)
  return (
    <>
      <TimeLine tape={tape} usual={usual} at={at} onAt={setAt} />
      <div className={classes.columns}>
        <Events tape={tape} at={at} onAt={setAt} />
        <aside className={classes.side}>
          <RuleSwitches />
          <Facts tape={tape} usual={usual} />
        </aside>
      </div>
    </>
  )
}

/** Back to where the reader came from; the overview, if that was nowhere. */
function Back() {
  const { history } = useRouter()
  return (
    <nav aria-label="Back">
      <Link
        to="/"
        search={keepScope}
        className={classes.back}
        onClick={(event) => {
          if (!history.canGoBack()) return
          event.preventDefault()
          history.back()
        }}
      >
        ← Back
      </Link>
    </nav>
  )
}

function addressOfTape(id: string, rules: readonly string[]): string {
  const query = new URLSearchParams(rules.map((rule) => ["rule", rule]))
  return `/conversations/${encodeURIComponent(id)}/tape${rules.length > 0 ? `?${query.toString()}` : ""}`
}
