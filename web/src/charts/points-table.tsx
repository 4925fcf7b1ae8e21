import { Table } from "@mantine/core"
import { NOTHING, show, showInterval } from "../../../src/format.ts"
import { judgedInWords } from "../answers/judged-words.ts"
import type { Grain, Unit } from "../../../src/query/question.ts"
import type { Point } from "../answers/points.ts"
import { Scroller } from "../frame/scroller.tsx"
import { BehindLink } from "../rows/behind-link.tsx"
import classes from "./points-table.module.css"

interface PointsTableProps {
  readonly points: readonly Point[]
  readonly metric: string
  readonly title: string
  readonly unit: Unit
  readonly grain: Grain
}

/** The chart in words: for reading exactly, for a keyboard, and for those who do not see charts. */
export function PointsTable({ points, metric, title, unit, grain }: PointsTableProps) {
  const limits = points.some((point) => point.limits !== null)
  const judged = points.some((point) => point.judged !== null)
  return (
    <Scroller className={classes.scroll} label={`${title}, as a table`}>
      <Table className={classes.table} stickyHeader verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>From</Table.Th>
            <Table.Th>Value</Table.Th>
            <Table.Th>95 %</Table.Th>
            <Table.Th>n</Table.Th>
            <Table.Th>Before</Table.Th>
            {limits && <Table.Th>Usual</Table.Th>}
            {judged && <Table.Th>Target</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => (
            <Table.Tr key={point.bucket}>
              <Table.Th scope="row" fw={450}>
                {point.name}
                {point.cut ? " (not complete)" : ""}
              </Table.Th>
              <Table.Td>
                {point.cell && point.cell.value !== null ? (
                  <BehindLink
                    number={{ metric, each: grain, bucket: point.bucket }}
                    label={`${title}, ${point.name}: ${show(point.cell.value, unit)}. Show the rows`}
                  >
                    {show(point.cell.value, unit)}
                  </BehindLink>
                ) : (
                  show(null, unit)
                )}
              </Table.Td>
              <Table.Td>{interval(point, unit)}</Table.Td>
              <Table.Td>{show(point.cell?.n ?? null, "count")}</Table.Td>
              <Table.Td>{show(point.change?.before.value ?? null, unit)}</Table.Td>
              {limits && <Table.Td>{usual(point, unit)}</Table.Td>}
              {judged && <Table.Td>{point.judged ? judgedInWords(point.judged, unit) : NOTHING}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroller>
  )
}

function usual({ limits }: Point, unit: Unit): string {
  return limits ? `${showInterval(limits.low, limits.high, unit)}${limits.outside ? ": outside" : ""}` : NOTHING
}

function interval({ cell }: Point, unit: Unit): string {
  return !cell || cell.low === null || cell.high === null ? NOTHING : showInterval(cell.low, cell.high, unit)
}
