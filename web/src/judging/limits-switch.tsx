import { Switch } from "@mantine/core"
import classes from "./limits-switch.module.css"
import { useScope } from "../scope/use-scope.ts"

/** Whether the charts show what is usual. */
export function LimitsSwitch() {
  const { scope, change } = useScope()
  return (
    <Switch
      size="md"
      classNames={{ body: classes.body ?? "", label: classes.label ?? "" }}
      label="Limits of usual variation"
      checked={scope.limits ?? false}
      onChange={(event) => change({ limits: event.currentTarget.checked || undefined })}
    />
  )
}
