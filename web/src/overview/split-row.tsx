import { Table } from "@mantine/core"
import { nameOf, show } from "../../../src/format.ts"
import type { Answer, AnswerRow, Cell, Change, Definition } from "../../../src/query/question.ts"
import { ChangeMark } from "../answers/change-mark.tsx"
import { definitionOf } from "../answers/points.ts"
import { BehindLink } from "../rows/behind-link.tsx"
import { judge, type Standing } from "./ranking.ts"
import classes from "./split-table.module.css"

interface SplitRowProps {
  readonly answer: Answer
  readonly metrics: readonly string[]
  readonly row: AnswerRow
  readonly split: string
  /** The group that the others are compared with, if one is. */
  readonly against: string | null | undefined
  /** How the row stands in the metric sorted by; null for the whole itself. */
  readonly standing: { readonly metric: string; readonly standing: Standing } | null
}

export function SplitRow({ answer, metrics, row, split, against, standing }: SplitRowProps) {
  const whole = standing === null
  const called = (word: string | null, unknown: string): string => (word === null ? unknown : nameOf(word, answer.names[split]))
  const name = whole ? "All" : called(row.by[split] ?? null, "Not known")
  const compared = against !== undefined
  return (
    <Table.Tr className={whole ? classes.whole : ""}>
      <Table.Th
        scope="row"
        className={classes.name}
        data-unknown={!whole && row.by[split] === null}
        title={row.by[split] ?? undefined}
      >
        {name}
        {!whole && compared && row.by[split] === against && <span className={classes.doubt}>the others beside it</span>}
      </Table.Th>
      {metrics.map((metric) => (
        <Table.Td key={metric}>
          <Figure
            cell={row.cells[metric]}
            definition={definitionOf(answer, metric)}
            number={{ metric, by: row.by }}
            name={name}
            standing={!compared && standing?.metric === metric ? standing.standing : null}
          />
          {compared && !whole && row.by[split] !== against && (
            <Beside
              change={row.changes?.[metric]}
              definition={definitionOf(answer, metric)}
              against={called(against, "not known")}
            />
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

function Beside({ change, definition, against }: { change: Change | undefined; definition: Definition; against: string }) {
  return (
    <span className={classes.beside}>
      <ChangeMark change={change} better={definition.better} against={against} />
    </span>
  )
}

interface FigureProps {
  readonly cell: Cell | undefined
  readonly definition: Definition
  readonly number: { readonly metric: string; readonly by: Readonly<Record<string, string | null>> }
  readonly name: string
  readonly standing: Standing | null
}

function Figure({ cell, definition, number, name, standing }: FigureProps) {
  const value = show(cell?.value ?? null, definition.unit)
  if (!cell || cell.value === null) return <span title={cell?.because ?? "no rows"}>{value}</span>
  const interval = cell.low !== null && cell.high !== null
  return (
    <>
      <BehindLink number={number} label={`${name}, ${definition.title}: ${value}. Show the rows`}>
        <span className={classes.value} data-few={cell.lowN}>
          {value}
        </span>
      </BehindLink>
      <span className={classes.doubt}>
        {interval ? `${show(cell.low, definition.unit)} – ${show(cell.high, definition.unit)} · ` : ""}n {show(cell.n, "count")}
      </span>
      {standing && <StandingMark standing={standing} better={definition.better} census={!interval} />}
    </>
  )
}

function StandingMark({ standing, better, census }: { standing: Standing; better: Definition["better"]; census: boolean }) {
  if (census || standing === "unknown") return null
  if (standing === "like_the_whole") return <span className={classes.standing}>≈ within noise</span>
  const tone = judge(standing, better)
  const word = tone === "neutral" ? standing : tone === "good" ? "better than all" : "worse than all"
  return (
    <span className={classes.standing} data-tone={tone}>
      {standing === "above" ? "↑" : "↓"} {word}
    </span>
  )
}
