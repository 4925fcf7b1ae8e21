import { Button, Popover, SegmentedControl, TextInput, UnstyledButton } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { IconArrowLeft, IconFilter } from "@tabler/icons-react"
import { useRef, useState } from "react"
import { show } from "../../../src/format.ts"
import { useKey } from "../frame/use-key.ts"
import { writeCondition } from "./conditions.ts"
import { type Dimension, useDimensions } from "./dimensions.ts"
import classes from "./filter-picker.module.css"
import { useScope } from "./use-scope.ts"

/** Two choices: by what, then which. The slash key opens it. */
export function FilterPicker() {
  const [opened, { open, close, toggle }] = useDisclosure(false)
  useKey("/", open)
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-start" shadow="lg" trapFocus returnFocus width={320}>
      <Popover.Target>
        <Button
          variant="default"
          size="md"
          className={classes.target}
          leftSection={<IconFilter size={17} stroke={1.7} aria-hidden />}
          onClick={toggle}
          aria-keyshortcuts="/"
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.sheet}>
        <Choices onDone={close} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({ onDone }: { onDone: () => void }) {
  const dimensions = useDimensions()
  const [field, setField] = useState<string | null>(null)
  const [search, setSearch] = useState("")
  const input = useRef<HTMLInputElement>(null)
  const chosen = dimensions.find((dimension) => dimension.field === field)
  const start = (next: string | null): void => {
    setField(next)
    setSearch("")
    input.current?.focus()
  }
  return (
    <>
      <div className={classes.search}>
        {chosen && (
          <UnstyledButton className={classes.back} aria-label="Back to all fields" onClick={() => start(null)}>
            <IconArrowLeft size={17} aria-hidden />
          </UnstyledButton>
        )}
        <TextInput
          ref={input}
          data-autofocus
          size="md"
          aria-label={chosen ? `Search ${chosen.title}` : "Search what to filter by"}
          placeholder={chosen ? `${chosen.title} …` : "Filter by …"}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {chosen ? (
        <Words dimension={chosen} search={search} onDone={onDone} />
      ) : (
        <ul className={classes.list}>
          {dimensions
            .filter(({ title }) => matches(title, search))
            .map(({ field, title }) => (
              <li key={field}>
                <UnstyledButton className={classes.item} onClick={() => start(field)}>
                  {title}
                </UnstyledButton>
              </li>
            ))}
          {dimensions.length === 0 && <li className={classes.none}>Nothing to filter by yet.</li>}
        </ul>
      )}
    </>
  )
}

function Words({ dimension, search, onDone }: { dimension: Dimension; search: string; onDone: () => void }) {
  const [sign, setSign] = useState("is")
  const { scope, change } = useScope()
  const choose = (word: string | null): void => {
    const condition = writeCondition({ field: dimension.field, word, not: sign === "not" })
    change({ where: [...new Set([...(scope.where ?? []), condition])] })
    onDone()
  }
  const found = dimension.values.filter(({ value, name }) => matches(`${name ?? ""} ${value}`, search))
  const exact = found.some(({ value }) => value === search)
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label="Is or is not"
        data={[
          { value: "is", label: "is" },
          { value: "not", label: "is not" },
        ]}
        value={sign}
        onChange={setSign}
      />
      <ul className={classes.list}>
        {found.map(({ value, name, rows }) => (
          <li key={value}>
            <UnstyledButton className={classes.item} onClick={() => choose(value)}>
              <span title={value}>{name ?? value}</span>
              <span className={classes.rows}>{show(rows, "count")}</span>
            </UnstyledButton>
          </li>
        ))}
        {dimension.more && search !== "" && !exact && (
          <li>
            <UnstyledButton className={classes.item} onClick={() => choose(search)}>
              exactly “{search}”
            </UnstyledButton>
          </li>
        )}
        <li>
          <UnstyledButton className={classes.item} data-soft onClick={() => choose(null)}>
            not known
          </UnstyledButton>
        </li>
      </ul>
    </>
  )
}

const matches = (text: string, search: string): boolean => text.toLowerCase().includes(search.trim().toLowerCase())
