import { Skeleton } from "@mantine/core"
import classes from "./overview-page.module.css"
import { HEADLINES } from "./which.ts"

/** The page's shape while its numbers are on the way. */
export function OverviewSkeleton() {
  return (
    <output aria-label="Reading the numbers">
      <div className={classes.cards}>
        {HEADLINES.map((metric) => (
          <Skeleton key={metric} height={182} radius={14} />
        ))}
      </div>
      <Skeleton height={300} radius={14} mt={24} />
    </output>
  )
}
