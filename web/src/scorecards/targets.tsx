import { Button, Popover } from "@mantine/core"
import { IconTargetArrow } from "@tabler/icons-react"
import { show } from "../../../src/format.ts"
import type { Definition } from "../../../src/query/question.ts"
import { fullTitle } from "../answers/full-title.ts"
import { TargetField } from "../judging/target-field.tsx"
import { readTargets } from "../scope/targets.ts"
import { useScope } from "../scope/use-scope.ts"
import classes from "./targets.module.css"

/** What each metric should be; those without a better side have no target. */
export function Targets({ definitions }: { definitions: readonly Definition[] }) {
  const { scope } = useScope()
  const directed = definitions.filter(({ better }) => better !== "neutral")
  const targets = readTargets(scope.target ?? [])
  const set = directed.filter(({ ref }) => targets.has(ref)).length
  return (
    <Popover width={340} position="bottom-end" shadow="lg" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="md"
          className={classes.button}
          disabled={directed.length === 0}
          leftSection={<IconTargetArrow size={17} stroke={1.7} aria-hidden />}
        >
          Targets{set > 0 ? `: ${show(set, "count")}` : ""}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.sheet}>
        {directed.map((definition) => (
          <TargetField
            key={definition.ref}
            definition={definition}
            label={`${fullTitle(definition)}, ${definition.better === "higher" ? "at least" : "at most"}`}
          />
        ))}
        <p>They stand in the address: a link carries them.</p>
      </Popover.Dropdown>
    </Popover>
  )
}
