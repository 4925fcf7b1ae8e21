import { Link } from "@tanstack/react-router"
import { show } from "../../../src/format.ts"
import type { RowColumn } from "../../../src/query/question.ts"
import { momentInWords } from "../scope/dates.ts"
import { keepScope } from "../scope/use-scope.ts"
import classes from "./rows-table.module.css"

/** One field of a row, as its unit is written. */
export function Value({ value, unit }: { value: string | number | boolean | null; unit: RowColumn["unit"] }) {
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
      return String(value)
    case "boolean":
      return value === true ? "yes" : "no"
    default:
      return show(Number(value), unit)
  }
}
