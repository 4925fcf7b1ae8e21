import { show } from "../../../src/format.ts"
import type { Answer, Cell } from "../../../src/query/question.ts"
import { definitionOf, wholeOf } from "../answers/points.ts"
import { BehindLink } from "../rows/behind-link.tsx"
import classes from "./ageing.module.css"
import { Panel } from "./panel.tsx"
import { AGES } from "./which.ts"

const STATUS_TITLES: Readonly<Record<string, string>> = {
  new: "New",
  open: "Open",
  pending: "Waiting for the customer",
  on_hold: "On hold, waiting for others",
}

/** What is open at the end of the period, in which state, and how old it is. */
export function Ageing({ answer }: { answer: Answer }) {
  const cells = wholeOf(answer)?.cells ?? {}
  const backlog = cells["backlog"]
  const parts = Object.entries(backlog?.parts ?? {})
  return (
    <Panel
      title="Open work and its age"
      asks="What is still unsolved at the end of the period?"
      definition={definitionOf(answer, "backlog")}
    >
      <p className={classes.value}>
        <BehindLink
          number={{ metric: "backlog" }}
          label={`Backlog: ${show(backlog?.value ?? null, "count")}. Show the conversations`}
        >
          {show(backlog?.value ?? null, "count")}
        </BehindLink>
        <span>open conversations</span>
      </p>
      {parts.length > 0 && (
        <dl className={classes.bars}>
          {parts.map(([status, count]) => (
            <Bar
              key={status}
              title={STATUS_TITLES[status] ?? status}
              value={show(count, "count")}
              length={lengthOf(count, backlog?.value ?? null)}
            />
          ))}
        </dl>
      )}
      <h3 className={classes.sub}>Older than</h3>
      <dl className={classes.bars}>
        {AGES.map(({ title, metric }) => (
          <Age key={metric} title={title} metric={metric} cell={cells[metric]} />
        ))}
      </dl>
    </Panel>
  )
}

function Age({ title, metric, cell }: { title: string; metric: string; cell: Cell | undefined }) {
  const share = show(cell?.value ?? null, "share")
  return (
    <Bar
      title={title}
      length={cell?.value ?? 0}
      value={
        cell && cell.value !== null ? (
          <BehindLink number={{ metric, part: "numerator" }} label={`Older than ${title}: ${share}. Show the conversations`}>
            {share} <span className={classes.count}>{show(cell.numerator ?? null, "count")}</span>
          </BehindLink>
        ) : (
          share
        )
      }
    />
  )
}

function Bar({ title, value, length }: { title: string; value: React.ReactNode; length: number }) {
  return (
    <div className={classes.bar}>
      <dt>{title}</dt>
      <dd>
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${100 * length}%` }} />
        </span>
        <span className={classes.number}>{value}</span>
      </dd>
    </div>
  )
}

/** How long to draw a part, of the whole's length. */
const lengthOf = (part: number, whole: number | null): number => (whole === null || whole === 0 ? 0 : part / whole)
