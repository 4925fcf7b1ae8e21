import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useMeta } from "../meta.tsx"
import { dayInWords } from "../scope/dates.ts"
import { addDays } from "../scope/days.ts"
import { periodOf } from "../scope/scope.ts"
import { keepScope, useScope } from "../scope/use-scope.ts"
import classes from "./empty-period.module.css"

/** Nothing began in the period: why that may be, and the way to where something did. */
export function EmptyPeriod() {
  const { conversations, firstAt, today } = useMeta()
  const { scope } = useScope()
  if (conversations === 0) return <NoConversations />
  return (
    <div className={classes.note}>
      <p>
        <b>No conversation began in this period{scope.where ? " with these filters" : ""}.</b>{" "}
        {firstAt !== null && `The data reach from ${dayInWords(firstAt.slice(0, 10))} to ${dayInWords(today)}.`}
      </p>
      <WaysOut />
    </div>
  )
}

/** Only what would change what is looked at. */
function WaysOut() {
  const { firstAt, today } = useMeta()
  const { scope, period, change } = useScope()
  const all = firstAt === null ? null : { from: firstAt.slice(0, 10), to: addDays(today, 1) }
  const usual = periodOf({}, today)
  const isShown = ({ from, to }: typeof usual): boolean => period.from === from && period.to === to
  return (
    <>
      {scope.where && (
        <Button variant="default" size="md" onClick={() => change({ where: undefined })}>
          Take off the filters
        </Button>
      )}
      {!isShown(usual) && (
        <Button variant="default" size="md" onClick={() => change({ period: undefined, from: undefined, to: undefined })}>
          Show the last 28 days
        </Button>
      )}
      {all && !isShown(all) && (
        <Button variant="default" size="md" onClick={() => change({ ...all, period: undefined, grain: undefined })}>
          Show all the data
        </Button>
      )}
    </>
  )
}

/** Most of this page is about conversations; other pages have what there is of calls, surveys and subscriptions. */
function NoConversations() {
  return (
    <div className={classes.note}>
      <p>
        <b>The data hold no conversations,</b> which most of this page counts. The scorecards show what they hold of calls,
        surveys and subscriptions; the list of metrics says which events each number needs.
      </p>
      <Button variant="default" size="md" renderRoot={(props) => <Link {...props} to="/scorecards" search={keepScope} />}>
        To the scorecards
      </Button>
      <Button variant="default" size="md" renderRoot={(props) => <Link {...props} to="/metrics" search={keepScope} />}>
        To the metrics
      </Button>
    </div>
  )
}
