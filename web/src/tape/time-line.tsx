import { useElementSize } from "@mantine/hooks"
import { show } from "../../../src/format.ts"
import type { Clock, Tape, TapeSpan } from "../../../src/warehouse/fold/tape.ts"
import { useMeta } from "../meta.tsx"
import { CLOCK_TITLES, CLOCKS_IN_ORDER, isWaiting } from "./clocks.ts"
import { type Scale, scaleOf } from "./scale.ts"
import { Ticks } from "./ticks.tsx"
import classes from "./time-line.module.css"

const PIXELS_A_TICK = 90

interface TimeLineProps {
  readonly tape: Tape
  /** The same conversation under the usual rules. */
  readonly usual: Tape
  readonly at: number | null
  readonly onAt: (event: number | null) => void
}

/** The conversation from left to right: open hours in the light, events as ticks, each clock a lane with its stretches. */
export function TimeLine({ tape, usual, at, onAt }: TimeLineProps) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const scale = scaleOf(tape, Math.max(2, Math.floor(width / PIXELS_A_TICK)))
  const { zone } = useMeta()
  const lanes = CLOCKS_IN_ORDER.filter((clock) => tape.spans.some((span) => span.clock === clock))
  return (
    <section className={classes.sheet} aria-label="Time line">
      <div ref={ref} className={classes.measure} />
      <div className={classes.lanes}>
        <Hours tape={tape} scale={scale} />
        <Ticks scale={scale} zone={zone} width={width} />
        <Marks tape={tape} scale={scale} at={at} onAt={onAt} />
        {lanes.map((clock) => (
          <Lane key={clock} clock={clock} tape={tape} usual={usual} scale={scale} />
        ))}
      </div>
      <p className={classes.note}>{noteOf(tape, zone)}</p>
    </section>
  )
}

function Hours({ tape, scale }: { tape: Tape; scale: Scale }) {
  return (
    <div className={classes.hours} data-known={tape.hours.length > 0} aria-hidden>
      {tape.hours
        .flatMap((hours) => hours.open)
        .map(({ from, to }) => (
          <span key={from} style={place(scale, from, to)} />
        ))}
    </div>
  )
}

function Marks({ tape, scale, at, onAt }: { tape: Tape; scale: Scale; at: number | null; onAt: (event: number | null) => void }) {
  return (
    <div className={classes.marks} aria-hidden onMouseLeave={() => onAt(null)}>
      {tape.events.map((event, index) => (
        <span
          key={`${event.at} ${index}`}
          className={classes.mark}
          data-on={index === at}
          style={{ left: `${scale.at(event.at)}%` }}
          title={event.sentence}
          onMouseEnter={() => onAt(index)}
        />
      ))}
    </div>
  )
}

function Lane({ clock, tape, usual, scale }: { clock: Clock; tape: Tape; usual: Tape; scale: Scale }) {
  const total = tape.totals.find((one) => one.clock === clock)
  const before = usual.totals.find((one) => one.clock === clock)
  const changed = total?.elapsedMs !== before?.elapsedMs
  return (
    <div className={classes.lane} data-clock={clock}>
      <p className={classes.name}>
        {CLOCK_TITLES[clock]} <b>{inWords(total?.elapsedMs)}</b>
        {total?.running ? " so far" : ""}
        {total && total.openMs !== null && <span> · {inWords(total.openMs)} in open hours</span>}
        {changed && <span className={classes.changed}> · {inWords(before?.elapsedMs)} under the usual rules</span>}
      </p>
      <div className={classes.bars}>
        {tape.spans
          .filter((span) => span.clock === clock)
          .map((span) => (
            <Bar key={`${span.from} ${span.to}`} span={span} scale={scale} />
          ))}
      </div>
    </div>
  )
}

function Bar({ span, scale }: { span: TapeSpan; scale: Scale }) {
  const ends = span.stopped === null ? "it still runs" : `stops: ${span.stopped}`
  const words = `${CLOCK_TITLES[span.clock]}, ${inWords(span.elapsedMs)}. Starts: ${span.started}; ${ends}`
  return (
    <span
      className={classes.bar}
      data-waiting={isWaiting(span.clock)}
      data-running={span.to === null}
      data-reached={span.reached}
      style={place(scale, span.from, span.to ?? scale.to)}
      title={words}
    >
      <span className="unsaid">{words}</span>
    </span>
  )
}

function place(scale: Scale, from: number, to: number): { left: string; width: string } {
  return { left: `${scale.at(from)}%`, width: `${scale.at(to) - scale.at(from)}%` }
}

const inWords = (ms: number | undefined): string => (ms === undefined ? "—" : show(ms / 1000, "seconds"))

function noteOf(tape: Tape, zone: string): string {
  const calendars = tape.hours.map(({ calendar }) => calendar).join(", then ")
  const hours = calendars === "" ? "No calendar was in force, so there are no open hours" : `Light: open hours of ${calendars}`
  const rules = tape.rules.length > 0 ? ` Told under: ${tape.rules.join(", ")}.` : ""
  return `${hours}. Times in ${zone.replaceAll("_", " ")}.${rules}`
}
