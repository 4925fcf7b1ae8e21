import { CsvButton } from "../answers/csv-button.tsx"
import { Table, UnstyledButton } from "@mantine/core"
import { Navigate, useNavigate } from "@tanstack/react-router"
import { show } from "../../../src/format.ts"
import type { RowColumn, RowsAnswer, RowsQuestion } from "../../../src/query/question.ts"
import { addressOf } from "../api.ts"
import { useRowsBehind } from "../answers/queries.ts"
import { Scroller } from "../frame/scroller.tsx"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { Pages } from "./pages.tsx"
import classes from "./rows-table.module.css"
import type { RowsSearch } from "./search.ts"
import { sortRows } from "./sort-rows.ts"
import { Value } from "./value.tsx"

const ROWS_A_PAGE = 50
/** Sorting needs all rows at once; more than this are not brought into a page. */
const MOST_SORTED = 10_000

/** The rows, a page at a time; sorted by any column as long as all of them fit in the page's memory. */
export function RowsTable({ asked, search }: { asked: Omit<RowsQuestion, "offset" | "limit">; search: RowsSearch }) {
  const offset = ((search.page ?? 1) - 1) * ROWS_A_PAGE
  const page = useRowsBehind({ ...asked, offset, limit: ROWS_A_PAGE })
  const sortable = page.data !== undefined && page.data.count <= MOST_SORTED
  // Only all of them can be put in order: the first so many, sorted, would pass for the first of all.
  const sort = sortable ? search.sort : undefined
  const all = useRowsBehind(sort === undefined ? null : { ...asked, offset: 0, limit: MOST_SORTED })
  const rows = sort === undefined ? page : all
  if (rows.isError) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />
  if (!rows.data) return <Waiting what="Reading the rows" height={280} />
  const lastPage = Math.max(1, Math.ceil(rows.data.count / ROWS_A_PAGE))
  if (!rows.isPlaceholderData && (search.page ?? 1) > lastPage) return <ToPage page={lastPage} />
  const sorted = sort === undefined ? rows.data.rows : sortRows(rows.data, sort).slice(offset, offset + ROWS_A_PAGE)
  const file = addressOf(`/rows.csv?ask=${encodeURIComponent(JSON.stringify({ ...asked, offset: 0 }))}`)
  return (
    <section aria-label="Rows" aria-busy={rows.isFetching} data-earlier={rows.isPlaceholderData}>
      <div className={classes.tools}>
        <output>
          <b data-count={rows.data.count}>{show(rows.data.count, "count")}</b> {rows.data.count === 1 ? "row" : "rows"}
        </output>
        <CsvButton href={file} />
      </div>
      {rows.data.count === 0 ? (
        <p className={classes.none}>There are none.</p>
      ) : (
        <Sheet answer={rows.data} rows={sorted} sort={sort} />
      )}
      <Pages count={rows.data.count} page={search.page ?? 1} size={ROWS_A_PAGE} />
    </section>
  )
}

/** A list that has become shorter than the address says ends on its last page. */
function ToPage({ page }: { page: number }) {
  return <Navigate to="." search={(before) => ({ ...before, page: page === 1 ? undefined : page })} replace />
}

interface SheetProps {
  readonly answer: RowsAnswer
  readonly rows: RowsAnswer["rows"]
  readonly sort: string | undefined
}

function Sheet({ answer, rows, sort }: SheetProps) {
  const sortable = answer.count <= MOST_SORTED
  return (
    <>
      {!sortable && (
        <p className={classes.note}>
          More than {show(MOST_SORTED, "count")} rows cannot be sorted here. Choose a shorter period or a filter, or take the CSV.
        </p>
      )}
      <Scroller className={classes.scroll} label="Table of the rows">
        <Table className={classes.table} verticalSpacing={8} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {answer.columns.map((column) => (
                <Heading key={column.name} column={column} sort={sort} sortable={sortable} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <Table.Tr key={`${String(row["conversation"])} ${index}`}>
                {answer.columns.map((column) => (
                  <Table.Td key={column.name} data-right={isNumber(column)}>
                    <Value value={row[column.name] ?? null} unit={column.unit} names={answer.names[column.name]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scroller>
    </>
  )
}

function Heading({ column, sort, sortable }: { column: RowColumn; sort: string | undefined; sortable: boolean }) {
  const navigate = useNavigate({ from: "/behind" })
  const descending = sort === `-${column.name}`
  const sorted = descending ? "descending" : sort === column.name ? "ascending" : "none"
  const next = descending ? column.name : `-${column.name}`
  return (
    <Table.Th aria-sort={sorted} data-right={isNumber(column)}>
      <UnstyledButton
        className={classes.sort}
        disabled={!sortable}
        onClick={() => void navigate({ search: (before) => ({ ...before, sort: next, page: undefined }), resetScroll: false })}
      >
        {column.title}
        <span aria-hidden>{sorted === "none" ? "" : descending ? " ↓" : " ↑"}</span>
      </UnstyledButton>
    </Table.Th>
  )
}

const isNumber = ({ unit }: RowColumn): boolean => !["text", "moment", "conversation", "boolean"].includes(unit)
