import { Link } from "@tanstack/react-router"
import { nameOf, show } from "../../../src/format.ts"
import type { DisplayNames, RowColumn } from "../../../src/query/question.ts"
import { momentInWords } from "../scope/dates.ts"
import { keepScope } from "../scope/use-scope.ts"
import classes from "./rows-table.module.css"

interface ValueProps {
  readonly value: string | number | boolean | null
  readonly unit: RowColumn["unit"]
  /** Of agents and teams: what people know them by. */
  readonly names?: DisplayNames[string] | undefined
}

/** One field of a row, as its unit is written. */
export function Value({ value, unit, names }: ValueProps) {
  if (value === null || value === "") return <span className={classes.unknown}>—</span>
  switch (unit) {
    case "conversation":
      if (!String(value).startsWith("conversation:")) return String(value)
      return (
        <Link to="/conversations/$id" params={{ id: String(value) }} search={keepScope} className={classes.conversation}>
          {String(value).replace(/^conversation:/, "")}
        </Link>
      )
    case "moment":
      return <time dateTime={String(value)}>{momentInWords(String(value))}</time>
    case "text":
      return <span title={names && String(value)}>{nameOf(String(value), names)}</span>
    case "boolean":
      return value === true ? "yes" : "no"
    default:
      return show(Number(value), unit)
  }
}
