import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core"
import { IconMoon, IconSun } from "@tabler/icons-react"

/** Light or dark. Until somebody chooses, the system's choice stands. */
export function ThemeButton() {
  const { setColorScheme } = useMantineColorScheme()
  const current = useComputedColorScheme("light")
  const other = current === "dark" ? "light" : "dark"
  const Icon = current === "dark" ? IconSun : IconMoon
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={`Switch to ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      <Icon size={19} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
