import { Switch } from "@mantine/core"
import { useNavigate, useSearch } from "@tanstack/react-router"
import classes from "./side.module.css"
import { readTapeSearch } from "./search.ts"

/** Choices that reasonable people make otherwise. The first part is the rule as the fold knows it. */
const SWITCHES = [
  { rule: "bot_stops_clock=true", title: "A bot's answer stops the clock" },
  { rule: "auto_reply_stops_clock=true", title: "An automatic message stops the clock" },
  { rule: "notes_stop_clock=true", title: "An internal note stops the clock" },
  { rule: "waiting_from=last_message", title: "Waiting counts from the last message" },
  { rule: "response_from=created", title: "The response clock starts at creation" },
  { rule: "pending_pauses_resolution=true", title: "Waiting for the customer pauses the resolution" },
  { rule: "reopen_restarts_first_response=always", title: "Each reopening starts the first reply again" },
  { rule: "bot_assignment_counts=true", title: "A bot is an assignee" },
] as const

/** Tells the same events under other rules, and shows what that changes. */
export function RuleSwitches() {
  const { rule = [] } = readTapeSearch(useSearch({ strict: false }))
  const navigate = useNavigate({ from: "/conversations/$id" })
  const turn = (changed: string, on: boolean): void => {
    const left = rule.filter((one) => one !== changed)
    const next = on ? [...left, changed] : left
    void navigate({ search: (before) => ({ ...before, rule: next.length > 0 ? next : undefined }), resetScroll: false })
  }
  return (
    <section className={classes.sheet} aria-label="Rules">
      <h2>Tell it under other rules</h2>
      <p className={classes.says}>The events stay the same; only what they do to the clocks changes.</p>
      {SWITCHES.map(({ rule: one, title }) => (
        <Switch
          key={one}
          label={title}
          size="sm"
          classNames={{ body: classes.switch ?? "" }}
          checked={rule.includes(one)}
          onChange={(event) => turn(one, event.currentTarget.checked)}
        />
      ))}
    </section>
  )
}
