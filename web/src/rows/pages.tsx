import { Pagination } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"

/** From page to page, each with its own address. */
export function Pages({ count, page, size }: { count: number; page: number; size: number }) {
  const navigate = useNavigate()
  const pages = Math.ceil(count / size)
  if (pages < 2) return null
  return (
    <Pagination
      mt="md"
      size="lg"
      total={pages}
      value={page}
      siblings={1}
      onChange={(next) => void navigate({ to: ".", search: (before) => ({ ...before, page: next === 1 ? undefined : next }) })}
      getItemProps={(to) => ({ "aria-label": `Page ${to}` })}
      getControlProps={(control) => ({ "aria-label": `${control} page` })}
    />
  )
}
