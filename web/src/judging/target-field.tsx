import { CloseButton, TextInput } from "@mantine/core"
import { useState } from "react"
import { show } from "../../../src/format.ts"
import type { Definition } from "../../../src/query/question.ts"
import { fullTitle } from "../answers/full-title.ts"
import { readTargets, withTarget } from "../scope/targets.ts"
import { useScope } from "../scope/use-scope.ts"
import { amountHint, readAmount } from "./amount.ts"
import classes from "./target-field.module.css"

/** Where a person says what a metric should be. It goes into the address with Enter, or when the field is left. */
export function TargetField({ definition, label }: { definition: Definition; label: string }) {
  const { scope } = useScope()
  const value = readTargets(scope.target ?? []).get(definition.ref)
  // A target that comes with an address replaces what was typed.
  return <Field key={value} definition={definition} label={label} value={value ?? null} />
}

function Field({ definition, label, value }: { definition: Definition; label: string; value: number | null }) {
  const { scope, change } = useScope()
  const { ref, unit, better } = definition
  const shown = value === null ? "" : show(value, unit)
  const [text, setText] = useState(shown)
  const [unreadable, setUnreadable] = useState(false)
  const set = (target: number | null): void => change({ target: withTarget(scope.target ?? [], ref, target) })
  const use = (): void => {
    if (text.trim() === shown) return
    const amount = readAmount(text, unit)
    setUnreadable(text.trim() !== "" && amount === null)
    if (text.trim() === "") set(null)
    else if (amount !== null) set(amount)
  }
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault()
        use()
      }}
    >
      <TextInput
        size="md"
        label={label}
        aria-label={`Target for ${fullTitle(definition)}: ${better === "higher" ? "at least" : "at most"}`}
        placeholder={amountHint(unit)}
        value={text}
        error={unreadable ? `Write it like this: ${amountHint(unit)}` : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={use}
        rightSection={value !== null && <CloseButton size={32} aria-label="Take the target off" onClick={() => set(null)} />}
      />
    </form>
  )
}
