import { showMoment } from "../../../src/format.ts"
import type { Scale } from "./scale.ts"
import classes from "./time-line.module.css"

const PIXELS_A_LETTER = 6.4

/** The time axis. The day is named where it begins; a label that would leave the sheet is left out, its line stays. */
export function Ticks({ scale, zone, width }: { scale: Scale; zone: string; width: number }) {
  let day = ""
  return (
    <div className={classes.ticks} aria-hidden>
      {scale.ticks.map((tick) => {
        const [date = "", time = ""] = showMoment(tick, zone, scale.fineness)
          .replace(/ \d{4},/, ",")
          .split(", ")
        const label = date === day ? time : `${date}, ${time}`
        const fits = (1 - scale.at(tick) / 100) * width > label.length * PIXELS_A_LETTER
        if (fits) day = date
        return (
          <span key={tick} style={{ left: `${scale.at(tick)}%` }}>
            {fits ? label : ""}
          </span>
        )
      })}
    </div>
  )
}
