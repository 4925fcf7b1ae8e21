import { Button, Popover, SegmentedControl, Select, Skeleton, UnstyledButton } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { IconCalendar, IconChevronDown } from "@tabler/icons-react"
import { lazy, Suspense } from "react"
import { periodInWords } from "./dates.ts"
import { GRAIN_TITLES } from "./grains.ts"
import { type Comparison, COMPARISONS, PERIODS, type PeriodName, possibleGrains } from "./period.ts"
import classes from "./period-picker.module.css"
import { DEFAULT_PERIOD } from "./scope.ts"
import { useScope } from "./use-scope.ts"

const RangePicker = lazy(() => import("./range-picker.tsx"))

/** Which days, compared with which, cut how finely. */
export function PeriodPicker() {
  const [opened, { close, toggle }] = useDisclosure(false)
  const { scope, period } = useScope()
  const name = scope.from === undefined ? PERIODS[scope.period ?? DEFAULT_PERIOD].title : null
  const days = periodInWords(period.from, period.to)
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-start" shadow="lg" trapFocus returnFocus width="auto">
      <Popover.Target>
        <Button
          variant="default"
          size="md"
          className={classes.target}
          leftSection={<IconCalendar size={17} stroke={1.7} aria-hidden />}
          rightSection={<IconChevronDown size={15} stroke={1.8} aria-hidden />}
          onClick={toggle}
          aria-label={`Period: ${name ? `${name}, ` : ""}${days}`}
        >
          {name !== null && <span className={classes.name}>{name}</span>}
          <span className={name === null ? classes.name : classes.days}>{days}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.sheet}>
        <Presets onDone={close} />
        <div className={classes.side}>
          <Suspense fallback={<Skeleton height={290} width={280} />}>
            <RangePicker onDone={close} />
          </Suspense>
          <Cuts />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Presets({ onDone }: { onDone: () => void }) {
  const { scope, change } = useScope()
  const current = scope.from === undefined ? (scope.period ?? DEFAULT_PERIOD) : null
  const choose = (period: PeriodName): void => {
    change({ period: period === DEFAULT_PERIOD ? undefined : period, from: undefined, to: undefined, grain: undefined })
    onDone()
  }
  return (
    <ul className={classes.presets}>
      {(Object.keys(PERIODS) as PeriodName[]).map((period) => (
        <li key={period}>
          <UnstyledButton className={classes.preset} aria-pressed={period === current} onClick={() => choose(period)}>
            {PERIODS[period].title}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

function Cuts() {
  const { scope, period, grain, change } = useScope()
  const grains = possibleGrains(period)
  return (
    <>
      <Select
        label="Compare with"
        size="md"
        data={Object.entries(COMPARISONS).map(([value, label]) => ({ value, label }))}
        value={scope.compare ?? "previous"}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        // One of the keys of COMPARISONS: the list holds nothing else.
        onChange={(compare) => change({ compare: compare === "previous" ? undefined : (compare as Comparison) })}
      />
      {grains.length > 1 && (
        <div>
          <p className={classes.label}>One point is a</p>
          <SegmentedControl
            fullWidth
            aria-label="One point is a"
            data={grains.map((value) => ({ value, label: GRAIN_TITLES[value] ?? value }))}
            value={grain}
            onChange={(chosen) => change({ grain: chosen })}
          />
        </div>
      )}
    </>
  )
}
