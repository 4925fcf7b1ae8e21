import { Skeleton } from "@mantine/core"

/** Holds the place of what is on its way, and says so. */
export function Waiting({ what, height }: { what: string; height: number }) {
  return (
    <output style={{ display: "block", marginTop: 20 }} aria-label={what}>
      <Skeleton height={height} radius={14} />
    </output>
  )
}
