import { Button, Title } from "@mantine/core"
import { IconAlertTriangle, IconDatabaseOff } from "@tabler/icons-react"
import { Refused } from "../api.ts"
import classes from "./states.module.css"

/** What went wrong, in the server's own sentence, which says what to do. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: (() => void) | undefined }) {
  const known = error instanceof Refused
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle size={26} stroke={1.6} className={classes.warn} aria-hidden />
      <Title order={2} className={classes.title}>
        {known && error.status === 0 ? "The server cannot be reached" : "This could not be answered"}
      </Title>
      <p>{known ? error.message : `The page met something it did not expect: ${error.message}`}</p>
      {onRetry && (
        <Button variant="default" size="md" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}

const COMMANDS = `plumbline recipe tickets.csv --write tickets.yaml
plumbline import tickets.csv --recipe tickets.yaml
plumbline import events.ndjson`

/** A new folder, before the first import. */
export function NothingYet() {
  return (
    <div className={classes.state}>
      <IconDatabaseOff size={30} stroke={1.5} aria-hidden />
      <Title order={1} className={classes.title}>
        There are no events yet
      </Title>
      <p>
        Bring in what happened, and the numbers appear here by themselves. In a terminal, while the server runs, with the same{" "}
        <code>--data</code> if it was started with one:
      </p>
      <pre className={classes.commands}>
        <code>{COMMANDS}</code>
      </pre>
      <p>Programs push events to POST /api/v1/events, one JSON object a line.</p>
    </div>
  )
}

export function NoSuchPage() {
  return (
    <div className={classes.state}>
      <Title order={1} className={classes.title}>
        There is no such page
      </Title>
      <p>The address may have been cut off. Everything begins at the overview.</p>
      <Button component="a" href="/" variant="default" size="md">
        To the overview
      </Button>
    </div>
  )
}
