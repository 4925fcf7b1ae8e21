import { Button } from "@mantine/core"
import { useMeta } from "../meta.tsx"
import { dayInWords } from "../scope/dates.ts"
import { useScope } from "../scope/use-scope.ts"
import classes from "./empty-period.module.css"

/** Nothing began in the period: why that may be, and the way to where something did. */
export function EmptyPeriod() {
  const { firstAt, today } = useMeta()
  const { scope, change } = useScope()
  return (
    <div className={classes.note}>
      <p>
        <b>No conversation began in this period{scope.where ? " with these filters" : ""}.</b>{" "}
        {firstAt !== null && `The data reach from ${dayInWords(firstAt.slice(0, 10))} to ${dayInWords(today)}.`}
      </p>
      {scope.where && (
        <Button variant="default" size="md" onClick={() => change({ where: undefined })}>
          Take off the filters
        </Button>
      )}
      <Button variant="default" size="md" onClick={() => change({ period: undefined, from: undefined, to: undefined })}>
        Show the last 28 days
      </Button>
    </div>
  )
}
