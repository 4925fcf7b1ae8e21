import { CsvButton } from "../answers/csv-button.tsx"
import { Table } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { show } from "../../../src/format.ts"
import type { Difference } from "../../../src/query/lens/difference-question.ts"
import type { Question } from "../../../src/query/question.ts"
import { useDifference } from "../answers/queries.ts"
import { addressOf } from "../api.ts"
import { Scroller } from "../frame/scroller.tsx"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { Pages } from "../rows/pages.tsx"
import { Value } from "../rows/value.tsx"
import { keepScope } from "../scope/use-scope.ts"
import classes from "./lens.module.css"

const ROWS_A_PAGE = 20

interface DifferingRowsProps {
  readonly difference: Difference
  readonly question: Question
  readonly step: number
  readonly page: number
}

/** The conversations that one step made another, with both values. Each leads to its tape, told by the product's rules. */
export function DifferingRows({ difference, question, step, page }: DifferingRowsProps) {
  const { definition, theirs, product } = difference
  const asked = { question, metric: definition.ref, step }
  const rows = useDifference({ ...asked, offset: (page - 1) * ROWS_A_PAGE, limit: ROWS_A_PAGE })
  if (rows.isError) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />
  if (!rows.data) return <Waiting what="Reading the rows" height={120} />
  const rules = Object.entries(theirs.rules).map(([rule, value]) => `${rule}=${value}`)
  const subject = rows.data.columns[0]?.name ?? ""
  return (
    <div className={classes.rows} aria-busy={rows.isFetching} data-earlier={rows.isPlaceholderData}>
      <Scroller className={classes.scroll} label={`What step ${step} made another`}>
        <Table className={classes.table} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{subject}</Table.Th>
              <Table.Th>counts</Table.Th>
              <Table.Th data-right>ours</Table.Th>
              <Table.Th data-right>{product}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.data.rows.map((row) => (
              <Table.Tr key={String(row[subject])}>
                <Table.Td>
                  <Subject id={String(row[subject])} rules={rules} />
                </Table.Td>
                <Table.Td>{WHERE[String(row["change"])]?.(product)}</Table.Td>
                <Table.Td data-right>{adds(row["ours"], row["running_ours"], definition.unit)}</Table.Td>
                <Table.Td data-right>{adds(row["theirs"], row["running_theirs"], definition.unit)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scroller>
      <div className={classes.tools}>
        <Pages count={rows.data.count} page={page} size={ROWS_A_PAGE} />
        <CsvButton href={addressOf(`/differences.csv?ask=${encodeURIComponent(JSON.stringify(asked))}`)} />
      </div>
    </div>
  )
}

/** A conversation's tape can be told by the rules that make the difference; whatever else it is of has none. */
function Subject({ id, rules }: { id: string; rules: readonly string[] }) {
  if (!id.startsWith("conversation:")) return <Value value={id} unit="conversation" />
  return (
    <Link
      to="/conversations/$id"
      params={{ id }}
      search={(before) => ({ ...keepScope(before), ...(rules.length > 0 && { rule: rules }) })}
      className={classes.conversation}
    >
      {id.slice("conversation:".length)}
    </Link>
  )
}

type Field = string | number | boolean | null | undefined

function adds(value: Field, running: Field, unit: string): string {
  return value === null && Number(running) > 0 ? "still running" : show(value === null ? null : Number(value), unit)
}

const WHERE: Readonly<Record<string, (product: string) => string>> = {
  both: () => "in both",
  only_ours: () => "with us alone",
  only_theirs: (product) => `in ${product} alone`,
}
