import { Popover, UnstyledButton } from "@mantine/core"
import { show } from "../../../src/format.ts"
import { now } from "../clock.ts"
import { useMeta } from "../meta.tsx"
import { momentInWords } from "../scope/dates.ts"
import classes from "./freshness.module.css"

const STALE_S = 36 * 3600

/** How far the data reach. A made-up company is as old as it is; real data that stopped coming are worth a warning. */
export function Freshness({ landed }: { landed: number }) {
  const { knownUntil, session, company } = useMeta()
  if (knownUntil === null) return null
  const age_s = (now() - Date.parse(knownUntil)) / 1000
  const demo = session.kind === "guest"
  const stale = !demo && age_s > STALE_S
  const why = stale
    ? `Nothing newer has arrived for ${show(Math.floor(age_s / 3600) * 3600, "seconds")}. Check that the sources are still read.`
    : demo
      ? `A made-up company${company === null ? "" : `, ${company}`}: every period ends where its data end.`
      : "Every period ends where the data end."
  return (
    <Popover width={280} position="bottom-end" shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.fresh} data-stale={stale}>
          <span className={classes.dot} key={landed} aria-hidden />
          <span className={classes.words}>
            {demo ? "Demo data" : stale ? "Stale: data" : "Data"} until{" "}
            <time dateTime={knownUntil}>{momentInWords(knownUntil)}</time>
          </span>
          <span className={classes.short} aria-hidden>
            {stale && "Stale: "}
            {momentInWords(knownUntil)
              .replace(/^\w+ /, "")
              .replace(/ \d{4}/, "")}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{why}</Popover.Dropdown>
      <output className="unsaid">{landed > 0 ? "New data arrived. The numbers were asked again." : ""}</output>
    </Popover>
  )
}
