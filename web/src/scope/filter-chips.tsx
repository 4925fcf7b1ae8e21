import { CloseButton } from "@mantine/core"
import { calledIn, type Dimension, titleOf, useDimensions } from "./dimensions.ts"
import { type Condition, readCondition } from "./conditions.ts"
import classes from "./filter-chips.module.css"
import { useScope } from "./use-scope.ts"

/** Each condition in force, a click away from being taken off. */
export function FilterChips() {
  const { scope, change } = useScope()
  const dimensions = useDimensions()
  const where = scope.where ?? []
  if (where.length === 0) return null
  const drop = (condition: Condition): void => {
    const left = where.filter((one) => one !== condition)
    change({ where: left.length > 0 ? left : undefined })
  }
  return (
    <ul className={classes.chips} aria-label="Filters">
      {where.map((condition) => (
        <li key={condition} className={classes.chip}>
          <span>{inWords(condition, dimensions)}</span>
          <CloseButton
            size={40}
            iconSize={15}
            className={classes.off}
            aria-label={`Take off: ${inWords(condition, dimensions)}`}
            onClick={() => drop(condition)}
          />
        </li>
      ))}
    </ul>
  )
}

function inWords(condition: Condition, dimensions: readonly Dimension[]): string {
  const read = readCondition(condition)
  if (!read) return condition
  return `${titleOf(dimensions, read.field)} ${read.not ? "is not" : "is"} ${calledIn(dimensions, read.field, read.word)}`
}
