import { useHotkeys } from "@mantine/hooks"

/** A single key that does something, unless somebody is typing. */
export function useKey(key: string, act: () => void): void {
  useHotkeys([[key, act, { usePhysicalKeys: false }]])
}
