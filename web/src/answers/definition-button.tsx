import { ActionIcon, Popover, Text } from "@mantine/core"
import { IconHelp } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import type { Definition } from "../../../src/query/question.ts"
import { keepScope } from "../scope/use-scope.ts"
import { fullTitle } from "./full-title.ts"
import classes from "./definition-button.module.css"

/** "What is this number?": the dictionary entry, a click away from every number. */
export function DefinitionButton({ definition }: { definition: Definition }) {
  return (
    <Popover width={340} position="bottom-end" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={40}
          className={classes.button}
          aria-label={`What is “${fullTitle(definition)}”?`}
        >
          <IconHelp size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.entry}>
        <Text fw={620}>{fullTitle(definition)}</Text>
        <Text size="sm" className={classes.asks}>
          {definition.asks}
        </Text>
        <Text size="sm">{definition.means}</Text>
        <dl className={classes.facts}>
          <dt>Formula</dt>
          <dd>{definition.formula}</dd>
          <dt>Counts by</dt>
          <dd>{definition.countsBy}</dd>
          <dt>Statistic</dt>
          <dd>{definition.statistic}</dd>
        </dl>
        <Link to="/metrics/$name" params={{ name: definition.ref }} search={keepScope} className={classes.more}>
          All definitions, target, pitfalls
        </Link>
      </Popover.Dropdown>
    </Popover>
  )
}
