import { Link } from "@tanstack/react-router"
import { show } from "../../../src/format.ts"
import type { Cell } from "../../../src/query/question.ts"
import classes from "./parts.module.css"
import type { Part, RowsSearch } from "./search.ts"

/** What the number was made of and what it was not: each part a list of its own. */
export function Parts({ cell, search }: { cell: Cell | undefined; search: RowsSearch }) {
  if (!cell) return null
  const reasons = Object.entries(cell.excluded).filter(([, count]) => count > 0)
  const part = search.part ?? "counted"
  return (
    <>
      <nav className={classes.parts} aria-label="Parts of the number">
        <Tab part="counted" current={part} title="Counted" count={cell.n} />
        {cell.numerator !== undefined && cell.denominator !== undefined && (
          <Tab part="numerator" current={part} title="In the numerator" count={cell.numerator} />
        )}
        {cell.censored > 0 && <Tab part="censored" current={part} title="Still open" count={cell.censored} />}
        {cell.pending > 0 && <Tab part="pending" current={part} title="Too young" count={cell.pending} />}
        {reasons.length > 0 && <Tab part="excluded" current={part} title="Left out" />}
      </nav>
      <p className={classes.says}>{SAYS[part]}</p>
      {part === "excluded" && (
        <ul className={classes.reasons}>
          {reasons.map(([reason, count]) => (
            <li key={reason}>
              {reason.replaceAll("_", " ")} <b>{show(count, "count")}</b>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const SAYS: Readonly<Record<Part, string>> = {
  counted: "The rows behind the number.",
  numerator: "Of the counted rows, those that make the upper part of the fraction.",
  censored: "Still running at the end of the data: known to be longer than their age. They count in the estimate, not as zero.",
  pending: "Their time has not elapsed, so they cannot be judged yet. They are not in the number.",
  excluded: "Never counted, each for the reason given.",
}

function Tab({ part, current, title, count }: { part: Part; current: Part; title: string; count?: number | undefined }) {
  return (
    <Link
      to="/behind"
      search={(before) => ({
        ...before,
        metric: before.metric ?? "",
        part: part === "counted" ? undefined : part,
        page: undefined,
      })}
      className={classes.tab}
      aria-current={part === current ? "page" : undefined}
    >
      {title}
      {count !== undefined && <span>{show(count, "count")}</span>}
    </Link>
  )
}
