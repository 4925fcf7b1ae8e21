import { CsvButton } from "../answers/csv-button.tsx"
import { Link } from "@tanstack/react-router"
import { show, showInterval } from "../../../src/format.ts"
import type { Answer, Definition } from "../../../src/query/question.ts"
import { capital } from "../answers/capital.ts"
import { ChangeMark } from "../answers/change-mark.tsx"
import { askedWords } from "../answers/full-title.ts"
import { definitionOf, wholeOf } from "../answers/points.ts"
import { useAnswer } from "../answers/queries.ts"
import { axisFor } from "../charts/axis.ts"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { addressOf } from "../api.ts"
import { BehindLink } from "../rows/behind-link.tsx"
import { againstOf } from "../scope/against.ts"
import { keepScope, useScope } from "../scope/use-scope.ts"
import classes from "./definitions.module.css"
import { DotAxis, DotPlot } from "./dot-plot.tsx"

/** The same numbers by every definition of the metric: whoever counts otherwise finds himself here. */
export function Definitions({ definition }: { definition: Definition }) {
  const { asked } = useScope()
  const question = { ...asked, metrics: [definition.ref], variants: true }
  const answer = useAnswer(question)
  return (
    <section className={classes.section} aria-label="Every definition" data-earlier={answer.isPlaceholderData}>
      <div className={classes.head}>
        <h2>Every definition</h2>
        <CsvButton href={addressOf(`/answers.csv?ask=${encodeURIComponent(JSON.stringify(question))}`)} />
      </div>
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Waiting what="Counting by every definition" height={220} />}
      {answer.data?.definitions[definition.ref] && <Compared answer={answer.data} definition={definition} />}
    </section>
  )
}

function Compared({ answer, definition }: { answer: Answer; definition: Definition }) {
  const whole = wholeOf(answer)
  const band = whole?.bands?.[definition.ref]
  const family = inOrder(answer, definition)
  const alike = family.filter((ref) => band?.of.includes(ref))
  const others = family.filter((ref) => !band?.of.includes(ref))
  const values = alike.flatMap((ref) => {
    const { value = null, low = null, high = null } = whole?.cells[ref] ?? {}
    return value === null ? [] : [value, low ?? value, high ?? value]
  })
  const axis = axisFor(values, definition.unit)
  const drawn = alike.length > 1 && values.length > 0
  return (
    <>
      <p className={classes.said}>
        {drawn && band
          ? `By ${show(alike.length, "count")} definitions, from ${show(band.least, definition.unit)} to ${show(band.most, definition.unit)}. The shade reaches from the least to the most; a bar is the 95 % interval.`
          : values.length === 0
            ? "None of them has a number in this period."
            : "One definition has a number to compare."}
      </p>
      <ul className={classes.list} data-drawn={drawn}>
        {alike.map((ref) => (
          <Row key={ref} answer={answer} own={definition} metric={ref}>
            {drawn && <DotPlot axis={axis} cell={whole?.cells[ref]} band={band} chosen={ref === definition.ref} />}
          </Row>
        ))}
        {drawn && (
          <li className={classes.axis} aria-hidden>
            <DotAxis axis={axis} unit={definition.unit} />
          </li>
        )}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className={classes.sub}>Beside it: its parts and other numbers</h3>
          <ul className={classes.list}>
            {others.map((ref) => (
              <Row key={ref} answer={answer} own={definition} metric={ref} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The usual definition first, then its variants as the catalog lists them. */
function inOrder({ question: { metrics } }: Answer, { name, variants }: Definition): readonly string[] {
  const place = (ref: string): number => variants.findIndex((variant) => ref.startsWith(`${name}:${variant}`))
  return metrics.toSorted((a, b) => place(a) - place(b))
}

interface RowProps {
  readonly answer: Answer
  /** The one whose page this is. */
  readonly own: Definition
  readonly metric: string
  readonly children?: React.ReactNode
}

function Row({ answer, own, metric, children }: RowProps) {
  const { scope } = useScope()
  const whole = wholeOf(answer)
  const cell = whole?.cells[metric]
  const { unit, better, name } = definitionOf(answer, metric)
  const words = capital(askedWords(metric, name) || "as usual")
  const value = show(cell?.value, unit)
  const against = againstOf(scope)
  return (
    <li className={classes.row} data-definition={metric} data-chosen={metric === own.ref}>
      <div className={classes.names}>
        {metric === own.ref ? (
          <b>{words}</b>
        ) : (
          <Link to="/metrics/$name" params={{ name: metric }} search={keepScope}>
            {words}
          </Link>
        )}
        <p>{meaningOf(own, metric)}</p>
      </div>
      {children}
      <div className={classes.numbers}>
        <p className={classes.value}>
          {cell && cell.value !== null ? (
            <BehindLink number={{ metric }} label={`${words}: ${value}. Show the rows behind it`}>
              {value}
            </BehindLink>
          ) : (
            <span>{value}</span>
          )}
          {against !== null && cell?.value != null && (
            <ChangeMark change={whole?.changes?.[metric]} better={better} against={against} />
          )}
        </p>
        <p className={classes.doubt} data-none={cell?.value == null}>
          {cell?.value == null
            ? (cell?.because ?? "no rows")
            : `n ${show(cell.n, "count")}${cell.low === null ? "" : ` · ${showInterval(cell.low, cell.high, unit)}`}`}
        </p>
      </div>
    </li>
  )
}

/** In a line: what the variant says differently; of the usual definition, its formula. */
function meaningOf({ name, formula, more }: Definition, ref: string): string {
  const variants = /^:([^(]+)/.exec(ref.slice(name.length))?.[1]?.split(",") ?? []
  const said = variants.flatMap((variant) => more?.variants[variant] ?? [])
  return said.length > 0 ? said.join(" ") : `${capital(formula)}.`
}
