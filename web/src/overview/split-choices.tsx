import { SegmentedControl, Select } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { nameOf } from "../../../src/format.ts"
import type { Answer } from "../../../src/query/question.ts"
import { splitsOf } from "../answers/points.ts"

/** Something a table can be split by. */
export interface SplitBy {
  readonly field: string
  readonly title: string
}

/** More than these do not stand side by side. */
const MOST_SIDE_BY_SIDE = 6

interface SplitChoiceProps {
  readonly splits: readonly SplitBy[]
  readonly split: string
  readonly onSplit: (split: string) => void
}

export function SplitChoice({ splits, split, onSplit }: SplitChoiceProps) {
  const narrow = useMediaQuery("(max-width: 48em)") ?? false
  const data = splits.map(({ field, title }) => ({ value: field, label: title }))
  if (splits.length < 2) return null
  if (!narrow && splits.length <= MOST_SIDE_BY_SIDE)
    return <SegmentedControl aria-label="Split by" data={data} value={split} onChange={onSplit} />
  return (
    <Select
      aria-label="Split by"
      data={data}
      value={split}
      onChange={(value) => value !== null && onSplit(value)}
      allowDeselect={false}
      w={150}
      size="md"
    />
  )
}

const WITH_ALL = "all"
/** Before a group's name, so that no group is mistaken for all of them. */
const GROUP = "group "

interface AgainstChoiceProps {
  readonly answer: Answer | undefined
  readonly split: string
  readonly against: string | null | undefined
  readonly onAgainst: (against: string | undefined) => void
}

/** With what each group is compared: with all together, or with one of them. */
export function AgainstChoice({ answer, split, against, onAgainst }: AgainstChoiceProps) {
  const groups = answer ? splitsOf(answer).map((row) => row.by[split] ?? null) : against === undefined ? [] : [against]
  const data = [
    { value: WITH_ALL, label: "Beside all together" },
    ...groups.map((group) => ({
      value: GROUP + (group ?? ""),
      label: `Beside ${group === null ? "not known" : nameOf(group, answer?.names[split])}`,
    })),
  ]
  return (
    <Select
      aria-label="Compare the groups with"
      // What opened before the groups were there would hold none of them.
      disabled={answer === undefined && against === undefined}
      data={data}
      value={against === undefined ? WITH_ALL : GROUP + (against ?? "")}
      onChange={(value) => value !== null && onAgainst(value === WITH_ALL ? undefined : value.slice(GROUP.length))}
      allowDeselect={false}
      searchable
      w={210}
      size="md"
    />
  )
}
