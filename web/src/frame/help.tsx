import { ActionIcon, Kbd, Modal } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { IconKeyboard } from "@tabler/icons-react"
import classes from "./help.module.css"
import { useKey } from "./use-key.ts"

const KEYS = [
  { keys: ["/"], does: "Filter" },
  { keys: ["?"], does: "This help" },
  { keys: ["Tab"], does: "From number to number" },
  { keys: ["Enter"], does: "The rows behind the number" },
  { keys: ["←", "↑", "→", "↓"], does: "From hour to hour in the heat map" },
  { keys: ["Esc"], does: "Close what is open" },
] as const

/** What the keys do, and how to read the numbers. */
export function HelpButton() {
  const [opened, { open, close }] = useDisclosure(false)
  useKey("?", open)
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        className={classes.button}
        aria-label="Help and keys"
        aria-keyshortcuts="?"
        onClick={open}
      >
        <IconKeyboard size={19} stroke={1.6} aria-hidden />
      </ActionIcon>
      <Modal
        opened={opened}
        onClose={close}
        title="Help and keys"
        size="md"
        closeButtonProps={{ "aria-label": "Close", size: 40 }}
      >
        <dl className={classes.keys}>
          {KEYS.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key} size="md">
                    {key}
                  </Kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <HowToRead />
      </Modal>
    </>
  )
}

function HowToRead() {
  return (
    <>
      <h3 className={classes.sub}>How to read a number</h3>
      <p>
        Every number leads to the rows it was made of. <b>n</b> says how many they are; the range beside it is where the true
        value lies in 95 of 100 such cases. “—” means there is nothing to say, which is not zero. “Still open” and “too young” are
        counted apart, never as zero and never left out in silence.
      </p>
      <h3 className={classes.sub}>Met, unusual, otherwise defined</h3>
      <p>
        A <b>target</b> is met by the number, and certainly so where its whole interval lies on that side. A point outside the{" "}
        <b>limits of usual variation</b> is worth a question; a move inside them is what chance makes of every period. A metric’s
        page shows it by <b>every definition</b>, because people who count otherwise see another number. All of it stands in the
        address: copy it, and others see the same.
      </p>
    </>
  )
}
