import { Box } from "@mantine/core"
import type { ReactNode } from "react"

/** Something wider than its place. It takes the focus, so that the arrow keys move it. */
export function Scroller({ label, className, children }: { label: string; className?: string | undefined; children: ReactNode }) {
  return (
    <Box component="section" tabIndex={0} aria-label={label} {...(className !== undefined && { className })}>
      {children}
    </Box>
  )
}
