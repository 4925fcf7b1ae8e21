import { Button, SegmentedControl, Select, Table, UnstyledButton } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { useNavigate, useSearch } from "@tanstack/react-router"
import type { Answer } from "../../../src/query/question.ts"
import { useState } from "react"
import { show } from "../../../src/format.ts"
import { definitionOf, splitsOf, wholeOf } from "../answers/points.ts"
import { useAnswer } from "../answers/queries.ts"
import { Scroller } from "../frame/scroller.tsx"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { useScope } from "../scope/use-scope.ts"
import { Panel } from "./panel.tsx"
import { rank } from "./ranking.ts"
import { readTableSearch, type TableSearch } from "./search.ts"
import { SplitRow } from "./split-row.tsx"
import classes from "./split-table.module.css"
import { SPLIT_METRICS, SPLITS, type Split } from "./which.ts"

/** More rows than this are shown when asked for. */
const SHOWN_AT_FIRST = 20

/** The same numbers by team, agent, channel or topic. */
export function SplitTable() {
  const table = readTableSearch(useSearch({ strict: false }))
  const { asked } = useScope()
  const navigate = useNavigate()
  const answer = useAnswer({ ...asked, metrics: [...SPLIT_METRICS], by: [table.split] })
  const change = (patch: Partial<TableSearch>): void =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...patch }), resetScroll: false, replace: true })
  return (
    <Panel
      title={`By ${SPLITS[table.split].toLowerCase()}`}
      asks="Who and what stands out? Only differences larger than chance are ranked."
      beside={<SplitChoice split={table.split} onSplit={(split) => change({ split })} />}
    >
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Waiting what="Reading the table" height={220} />}
      {answer.data && <Rows answer={answer.data} table={table} onSort={(sort) => change({ sort })} />}
    </Panel>
  )
}

function SplitChoice({ split, onSplit }: { split: Split; onSplit: (split: Split) => void }) {
  const narrow = useMediaQuery("(max-width: 48em)") ?? false
  const data = Object.entries(SPLITS).map(([value, label]) => ({ value, label }))
  const choose = (value: string | null): void => {
    if (value !== null && value in SPLITS) onSplit(value as Split) // One of the keys, as just checked.
  }
  if (narrow)
    return <Select aria-label="Split by" data={data} value={split} onChange={choose} allowDeselect={false} w={130} size="md" />
  return <SegmentedControl aria-label="Split by" data={data} value={split} onChange={choose} />
}

function Rows({ answer, table, onSort }: { answer: Answer; table: TableSearch; onSort: (sort: string) => void }) {
  const [all, setAll] = useState(false)
  const metric = table.sort.replace(/^-/, "")
  const whole = wholeOf(answer)
  const ranked = rank(splitsOf(answer), metric, whole?.cells[metric], table.sort.startsWith("-"))
  if (ranked.length === 0) return <p className={classes.none}>Nothing happened in this period that could be split.</p>
  const shown = all ? ranked : ranked.slice(0, SHOWN_AT_FIRST)
  return (
    <>
      <Scroller className={classes.scroll} label="Table of the split">
        <Table className={classes.table} verticalSpacing={9}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{SPLITS[table.split]}</Table.Th>
              {SPLIT_METRICS.map((name) => (
                <Heading key={name} answer={answer} metric={name} sort={table.sort} onSort={onSort} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {whole && <SplitRow answer={answer} row={whole} split={table.split} standing={null} />}
            {shown.map(({ row, standing }) => (
              <SplitRow
                key={String(row.by[table.split])}
                answer={answer}
                row={row}
                split={table.split}
                standing={{ metric, standing }}
              />
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

function Heading({
  answer,
  metric,
  sort,
  onSort,
}: {
  answer: Answer
  metric: string
  sort: string
  onSort: (sort: string) => void
}) {
  const descending = sort === `-${metric}`
  const sorted = descending ? "descending" : sort === metric ? "ascending" : "none"
  return (
    <Table.Th aria-sort={sorted}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(descending ? metric : `-${metric}`)}>
        {definitionOf(answer, metric).title}
        <span aria-hidden>{sorted === "none" ? "" : descending ? " ↓" : " ↑"}</span>
      </UnstyledButton>
    </Table.Th>
  )
}
