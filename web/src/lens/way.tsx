import { UnstyledButton } from "@mantine/core"
import { IconChevronRight } from "@tabler/icons-react"
import { useNavigate, useSearch } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { show, showDiffering, showInterval } from "../../../src/format.ts"
import type { Difference, DifferenceStep } from "../../../src/query/lens/difference-question.ts"
import type { Cell, Question, Unit } from "../../../src/query/question.ts"
import { capital } from "../answers/capital.ts"
import { type Axis, axisFor } from "../charts/axis.ts"
import { DotAxis, DotPlot } from "../metrics/dot-plot.tsx"
import { DifferingRows } from "./differing-rows.tsx"
import classes from "./lens.module.css"
import { readLensSearch } from "./search.ts"

interface WayProps {
  readonly difference: Difference
  readonly question: Question
  readonly busy: boolean
  /** It answers an earlier question. */
  readonly earlier: boolean
}

/** From our number to the product's, step by step, with the conversations behind each. */
export function Way({ difference, question, busy, earlier }: WayProps) {
  const { product, theirs, definition, cell, steps, differing, columns } = difference
  const last = steps.at(-1)?.cell ?? cell
  return (
    <div aria-busy={busy} data-earlier={earlier}>
      <p className={classes.shows}>
        As {product} shows it: <b data-theirs={definition.ref}>{show(last.value, definition.unit)}</b>{" "}
        <span>“{theirs.called}”</span>
      </p>
      <p className={classes.said}>{theirs.differs}</p>
      <Stages difference={difference} question={question} />
      <p className={classes.said}>
        {steps.length === 0
          ? `${product} counts as we do, so nothing differs.`
          : `${nounOf(columns[0]?.name, differing)} in all, each at the step after which it never was as ours again.`}
      </p>
      <Lacks lacks={theirs.lacks} />
    </div>
  )
}

function Stages({ difference, question }: Omit<WayProps, "busy" | "earlier">) {
  const { product, definition, cell, steps } = difference
  const { unit } = definition
  const { step: opened, page = 1 } = readLensSearch(useSearch({ strict: false }))
  const values = [cell, ...steps.map((step) => step.cell)].flatMap(({ value, low, high }) =>
    value === null ? [] : [value, low ?? value, high ?? value],
  )
  const axis = axisFor(values, unit)
  return (
    <ol className={classes.way} aria-label={`From our number to that of ${product}`}>
      <Stage cell={cell} unit={unit} axis={axis} last={steps.length === 0}>
        <b>Ours</b>
      </Stage>
      {steps.map((step, i) => (
        <Stage
          key={step.because}
          cell={step.cell}
          unit={unit}
          axis={axis}
          last={i === steps.length - 1}
          below={
            opened === i + 1 &&
            step.count > 0 && <DifferingRows difference={difference} question={question} step={opened} page={page} />
          }
        >
          <Step step={step} number={i + 1} difference={difference} open={opened === i + 1} />
        </Stage>
      ))}
      {steps.length > 0 && (
        <li className={classes.stage} aria-hidden>
          <span className={classes.axis}>
            <DotAxis axis={axis} unit={unit} />
          </span>
        </li>
      )}
    </ol>
  )
}

interface StageProps {
  readonly cell: Cell
  readonly unit: Unit
  readonly axis: Axis
  /** The product's own number. */
  readonly last: boolean
  /** Under all of it, as wide as it. */
  readonly below?: ReactNode
  readonly children: ReactNode
}

function Stage({ cell, unit, axis, last, below, children }: StageProps) {
  return (
    <li className={classes.stage}>
      <div className={classes.because}>{children}</div>
      <DotPlot axis={axis} cell={cell} band={undefined} chosen={last} />
      <div className={classes.numbers}>
        <p className={classes.value}>{show(cell.value, unit)}</p>
        <p className={classes.doubt}>
          {cell.value === null
            ? (cell.because ?? "no rows")
            : `n ${show(cell.n, "count")}${cell.low === null ? "" : ` · ${showInterval(cell.low, cell.high, unit)}`}`}
        </p>
      </div>
      {below && <div className={classes.below}>{below}</div>}
    </li>
  )
}

interface StepProps {
  readonly step: DifferenceStep
  readonly number: number
  readonly difference: Difference
  readonly open: boolean
}

/** Why it differs, for how many, and on demand for which. */
function Step({ step, number, difference, open }: StepProps) {
  const { product, definition, columns } = difference
  const navigate = useNavigate()
  const turn = (): void =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, step: open ? undefined : number, page: undefined }),
      resetScroll: false,
    })
  return (
    <>
      <b>{capital(step.because)}</b>
      {step.differing.map((group) => (
        <p key={group.change} className={classes.group}>
          {showDiffering(group, definition.unit, product)}
        </p>
      ))}
      {step.count === 0 ? (
        <p className={classes.group}>Nothing differs for it in this period.</p>
      ) : (
        <UnstyledButton className={classes.open} aria-expanded={open} onClick={turn} data-step={number}>
          <IconChevronRight size={15} aria-hidden data-open={open} />
          {open
            ? step.count === 1
              ? "Hide it"
              : "Hide them"
            : `Show ${step.count === 1 ? "it" : `the ${nounOf(columns[0]?.name, step.count)}`}`}
        </UnstyledButton>
      )}
    </>
  )
}

function nounOf(subject: string | undefined, count: number): string {
  const one = subject === "invitation" ? "survey" : subject === "call" ? "call" : "conversation"
  return `${show(count, "count")} ${one}${count === 1 ? "" : "s"}`
}

function Lacks({ lacks }: { lacks: readonly string[] }) {
  if (lacks.length === 0) return null
  return (
    <ul className={classes.lacks} aria-label="Not shown">
      {lacks.map((lack) => (
        <li key={lack}>Not shown: {lack}</li>
      ))}
    </ul>
  )
}
