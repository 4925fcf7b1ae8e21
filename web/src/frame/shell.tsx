import { useQueryClient } from "@tanstack/react-query"
import { Link, Outlet } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { listen } from "../api.ts"
import { useRead } from "../answers/queries.ts"
import { MetaProvider, type Session, type Status } from "../meta.tsx"
import { useScope } from "../scope/use-scope.ts"
import { Freshness } from "./freshness.tsx"
import { HelpButton } from "./help.tsx"
import { Mark } from "./mark.tsx"
import classes from "./shell.module.css"
import { Failure } from "./states.tsx"
import { ThemeButton } from "./theme-button.tsx"
import { Waiting } from "./waiting.tsx"
import { UserButton } from "./user-button.tsx"

/** The frame round every page: who asks, what the server has, and the way between the pages. */
export function Shell() {
  const session = useRead<Session>("/session")
  const inside = session.data !== undefined && session.data.role !== null
  const status = useRead<Status>(inside ? "/meta" : null)
  useDoor(session.data !== undefined && !inside)
  const landed = useLandings(inside || session.isError)
  const failed = session.error ?? status.error
  if (failed) {
    return (
      <main>
        <Failure error={failed} onRetry={() => void (session.error ? session.refetch() : status.refetch())} />
      </main>
    )
  }
  if (!session.data || !status.data) return <Opening />
  return (
    <MetaProvider status={status.data} session={session.data}>
      <Frame landed={landed} />
    </MetaProvider>
  )
}

function Opening() {
  return (
    <main className={classes.content}>
      <h1 className="unsaid">Plumbline</h1>
      <Waiting what="Opening Plumbline" height={60} />
    </main>
  )
}

/** Whoever is not let in is sent to the door, and comes back to the same address. */
function useDoor(closed: boolean): void {
  useEffect(() => {
    const { pathname, search } = window.location
    if (closed) window.location.replace(`/login?next=${encodeURIComponent(pathname + search)}`)
  }, [closed])
}

function Frame({ landed }: { landed: number }) {
  const { scope } = useScope()
  return (
    <>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <header className={classes.top}>
        <Link to="/" search={scope} className={classes.brand} aria-label="Plumbline, to the overview">
          <Mark />
          <span>Plumbline</span>
        </Link>
        <nav className={classes.nav} aria-label="Pages">
          <Link to="/" search={scope} activeOptions={{ exact: true, includeSearch: false }}>
            Overview
          </Link>
          <Link to="/scorecards" search={scope} activeOptions={{ includeSearch: false }}>
            Scorecards
          </Link>
          <Link to="/metrics" search={scope} activeOptions={{ includeSearch: false }}>
            Metrics
          </Link>
        </nav>
        <div className={classes.tools}>
          <Freshness landed={landed} />
          <ThemeButton />
          <HelpButton />
          <UserButton />
        </div>
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

/**
 * Counts the news of new data; with each, and whenever the server is back, everything on the screen is asked again. It listens as soon as
 * somebody is let in, and also while the server is silent: its coming back is the end of that.
 */
function useLandings(listening: boolean): number {
  const client = useQueryClient()
  const [landed, setLanded] = useState(0)
  useEffect(() => {
    const again = (): void => void client.invalidateQueries()
    const heard = (): void => {
      setLanded((before) => before + 1)
      again()
    }
    return listening ? listen("/live", "landed", { heard, back: again }) : undefined
  }, [client, listening])
  return landed
}
