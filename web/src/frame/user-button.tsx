import { ActionIcon, Menu } from "@mantine/core"
import { IconLogout, IconUserCircle } from "@tabler/icons-react"
import { useMeta } from "../meta.tsx"

/** Who is logged in, and the way out. A guest of the demo has neither. */
export function UserButton() {
  const { session } = useMeta()
  if (session.kind !== "user") return null
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={`Logged in as ${session.name}`}>
          <IconUserCircle size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.name} · {session.role}
        </Menu.Label>
        <form method="post" action="/logout">
          <Menu.Item type="submit" leftSection={<IconLogout size={16} aria-hidden />}>
            Log out
          </Menu.Item>
        </form>
      </Menu.Dropdown>
    </Menu>
  )
}
