import "@fontsource-variable/inter/wght.css"
import "@mantine/core/styles.css"
import "./style.css"
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { queryClient } from "./answers/queries.ts"
import { cssVariables, theme } from "./frame/theme.ts"
import { router } from "./router.tsx"

const colours = localStorageColorSchemeManager({ key: "plumbline-color-scheme" })
const root = document.getElementById("root")
if (!root) throw new Error("index.html has no #root.")

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colours} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
