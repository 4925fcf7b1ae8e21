import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core"
import { useWindowEvent } from "@mantine/hooks"
import { type ReactNode, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { cssVariables, theme } from "./theme.ts"

const chosen = localStorageColorSchemeManager({ key: "plumbline-color-scheme" })
const SCHEME = "data-mantine-color-scheme"

/** Light or dark as the reader or the system chose; on paper light. */
export function Colours({ children }: { children: ReactNode }) {
  const [onPaper, setOnPaper] = useState(false)
  const onScreen = useRef("light")
  // Charts read their colours as soon as they hear of it, and the provider tells the page only afterwards: so the page is told here.
  const turn = (paper: boolean): void => {
    const page = document.documentElement
    if (paper && !onPaper) onScreen.current = page.getAttribute(SCHEME) ?? "light"
    page.setAttribute(SCHEME, paper ? "light" : onScreen.current)
    flushSync(() => setOnPaper(paper))
  }
  useWindowEvent("beforeprint", () => turn(true))
  useWindowEvent("afterprint", () => turn(false))
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={chosen}
      defaultColorScheme="auto"
      {...(onPaper && { forceColorScheme: "light" })}
    >
      {children}
    </MantineProvider>
  )
}
