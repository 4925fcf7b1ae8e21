import { Button, Table, UnstyledButton } from "@mantine/core"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { show } from "../../../src/format.ts"
import type { Answer, Question } from "../../../src/query/question.ts"
import { fullTitle } from "../answers/full-title.ts"
import { definitionOf, splitsOf, wholeOf } from "../answers/points.ts"
import { useAnswer } from "../answers/queries.ts"
import { Scroller } from "../frame/scroller.tsx"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { useScope } from "../scope/use-scope.ts"
import { Panel } from "./panel.tsx"
import { rank } from "./ranking.ts"
import { readTableAddress, tableOf, type TableSearch } from "./search.ts"
import { AgainstChoice, type SplitBy, SplitChoice } from "./split-choices.tsx"
import { SplitRow } from "./split-row.tsx"
import classes from "./split-table.module.css"

/** More rows than this are shown when asked for. */
const SHOWN_AT_FIRST = 20

interface SplitTableProps {
  readonly metrics: readonly string[]
  readonly splits: readonly SplitBy[]
}

/** The same numbers by team, agent, channel or topic: each beside all together, or beside one of them. */
export function SplitTable({ metrics, splits }: SplitTableProps) {
  const fields = splits.map(({ field }) => field)
  const table = tableOf(readTableAddress(useSearch({ strict: false })), fields, metrics)
  const { asked } = useScope()
  const navigate = useNavigate()
  const answer = useAnswer({ ...groupsOf(asked, table.against), metrics: [...metrics], by: [table.split] })
  const change = (patch: TableSearch): void =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...patch }), resetScroll: false, replace: true })
  const title = splits.find(({ field }) => field === table.split)?.title ?? table.split
  // While another split is on its way, the answer still has the groups of the one before.
  const current = answer.data?.question.by?.[0] === table.split ? answer.data : undefined
  return (
    <Panel
      title={`By ${title.toLowerCase()}`}
      asks="Who and what stands out? Only differences larger than chance are ranked."
      earlier={answer.isPlaceholderData}
      beside={
        <div className={classes.choices}>
          <SplitChoice splits={splits} split={table.split} onSplit={(split) => change({ split, against: undefined })} />
          <AgainstChoice
            answer={current}
            split={table.split}
            against={table.against}
            onAgainst={(against) => change({ against })}
          />
        </div>
      }
    >
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {!answer.isError && !current && <Waiting what="Reading the table" height={220} />}
      {current && <Rows answer={current} metrics={metrics} title={title} table={table} onSort={(sort) => change({ sort })} />}
    </Panel>
  )
}

/** Groups are compared with one of them or with an earlier period, not with both. */
function groupsOf({ compare, ...asked }: ReturnType<typeof useScope>["asked"], against: string | null | undefined) {
  const compared: Partial<Question> = against === undefined ? { ...(compare && { compare }) } : { against }
  return { ...asked, ...compared }
}

interface RowsProps {
  readonly answer: Answer
  readonly metrics: readonly string[]
  readonly title: string
  readonly table: ReturnType<typeof tableOf>
  readonly onSort: (sort: string) => void
}

function Rows({ answer, metrics, title, table, onSort }: RowsProps) {
  const [all, setAll] = useState(false)
  const metric = table.sort.replace(/^-/, "")
  const whole = wholeOf(answer)
  const ranked = rank(splitsOf(answer), metric, whole?.cells[metric], table.sort.startsWith("-"))
  if (ranked.length === 0) return <p className={classes.none}>Nothing happened in this period that could be split.</p>
  const shown = all ? ranked : ranked.slice(0, SHOWN_AT_FIRST)
  const common = { answer, metrics, split: table.split, against: table.against }
  return (
    <>
      <Scroller className={classes.scroll} label="Table of the split">
        <Table className={classes.table} verticalSpacing={9} data-wide={metrics.length > 2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{title}</Table.Th>
              {metrics.map((name) => (
                <Heading key={name} answer={answer} metric={name} sort={table.sort} onSort={onSort} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {whole && <SplitRow {...common} row={whole} standing={null} />}
            {shown.map(({ row, standing }) => (
              <SplitRow key={String(row.by[table.split])} {...common} row={row} standing={{ metric, standing }} />
            ))}
          </Table.Tbody>
        </Table>
      </Scroller>
      {shown.length < ranked.length && (
        <Button variant="subtle" size="md" mt="xs" onClick={() => setAll(true)}>
          Show all {show(ranked.length, "count")}
        </Button>
      )}
    </>
  )
}

interface HeadingProps {
  readonly answer: Answer
  readonly metric: string
  readonly sort: string
  readonly onSort: (sort: string) => void
}

function Heading({ answer, metric, sort, onSort }: HeadingProps) {
  const descending = sort === `-${metric}`
  const sorted = descending ? "descending" : sort === metric ? "ascending" : "none"
  return (
    <Table.Th aria-sort={sorted}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(descending ? metric : `-${metric}`)}>
        {fullTitle(definitionOf(answer, metric))}
        <span aria-hidden>{sorted === "none" ? "" : descending ? " ↓" : " ↑"}</span>
      </UnstyledButton>
    </Table.Th>
  )
}
