import { Button } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"

/** Takes what is shown along, as a file of rows. */
export function CsvButton({ href }: { readonly href: string }) {
  return (
    <Button component="a" href={href} download variant="default" size="md" leftSection={<IconDownload size={17} aria-hidden />}>
      CSV
    </Button>
  )
}
