import { Box } from "@mantine/core"
import {
  IconArrowMerge,
  IconArrowUp,
  IconCheck,
  IconClock,
  IconDots,
  IconMail,
  IconMessage,
  IconPencil,
  IconPhone,
  IconRobot,
  IconStar,
  IconTag,
  IconTrash,
  IconUser,
  type TablerIcon,
} from "@tabler/icons-react"
import { showMoment } from "../../../src/format.ts"
import { finenessOf, type Tape, type TapeEvent } from "../../../src/warehouse/fold/tape.ts"
import { CLOCK_TITLES, DID_MARKS } from "./clocks.ts"
import { useMeta } from "../meta.tsx"
import classes from "./events.module.css"

/** What is drawn beside an event, by the beginning of its kind. */
const ICONS: readonly (readonly [string, TablerIcon])[] = [
  ["conversation.opened", IconMail],
  ["message", IconMessage],
  ["conversation.status", IconCheck],
  ["conversation.assigned", IconUser],
  ["conversation.escalated", IconArrowUp],
  ["conversation.changed", IconPencil],
  ["conversation.tagged", IconTag],
  ["conversation.handed_off", IconRobot],
  ["conversation.merged", IconArrowMerge],
  ["conversation.deleted", IconTrash],
  ["conversation.marked_spam", IconTrash],
  ["conversation.time_logged", IconClock],
  ["conversation.promised", IconClock],
  ["call", IconPhone],
  ["survey", IconStar],
  ["quality", IconStar],
]

/** Everything that happened, one sentence each, and what it did to the clocks. */
export function Events({ tape, at, onAt }: { tape: Tape; at: number | null; onAt: (event: number | null) => void }) {
  const { zone } = useMeta()
  const fineness = finenessOf(tape)
  return (
    <section className={classes.sheet} aria-label="Events">
      <h2>What happened</h2>
      <ol className={classes.list}>
        {tape.events.map((event, index) => (
          <Event
            key={`${event.at} ${index}`}
            event={event}
            at={showMoment(event.at, zone, fineness)}
            on={index === at}
            onEnter={() => onAt(index)}
            onLeave={() => onAt(null)}
          />
        ))}
      </ol>
    </section>
  )
}

interface EventProps {
  readonly event: TapeEvent
  readonly at: string
  readonly on: boolean
  readonly onEnter: () => void
  readonly onLeave: () => void
}

function Event({ event, at, on, onEnter, onLeave }: EventProps) {
  const Icon = ICONS.find(([kind]) => event.kind.startsWith(kind))?.[1] ?? IconDots
  return (
    <Box component="li" className={classes.event ?? ""} data-on={on} onMouseEnter={onEnter} onMouseLeave={onLeave}>
      <span className={classes.icon}>
        <Icon size={17} stroke={1.7} aria-hidden />
      </span>
      <div className={classes.body}>
        <p className={classes.sentence}>
          {event.sentence}
          {event.from !== null && <span className={classes.from}> in {event.from}</span>}
        </p>
        {event.clocks.map(({ clock, did, why }) => (
          <p key={`${clock} ${did}`} className={classes.clock} data-did={did}>
            <span aria-hidden>{DID_MARKS[did]}</span> {CLOCK_TITLES[clock]} <b>{did}</b>: {why}
          </p>
        ))}
      </div>
      <time className={classes.at}>{at}</time>
    </Box>
  )
}
