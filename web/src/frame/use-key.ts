import { useWindowEvent } from "@mantine/hooks"

const TYPED_INTO = /^(INPUT|TEXTAREA|SELECT)$/

/** A single key that does something, unless somebody is typing. What counts is the sign, wherever the keyboard has it. */
export function useKey(key: string, act: () => void): void {
  useWindowEvent("keydown", (event) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLElement && TYPED_INTO.test(event.target.tagName)) return
    event.preventDefault()
    act()
  })
}
