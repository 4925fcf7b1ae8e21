import "@fontsource-variable/inter/wght.css"
import "@mantine/core/styles.css"
import "./style.css"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { queryClient } from "./answers/queries.ts"
import { Colours } from "./frame/colours.tsx"
import { router } from "./router.tsx"

const root = document.getElementById("root")
if (!root) throw new Error("index.html has no #root.")

createRoot(root).render(
  <StrictMode>
    <Colours>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Colours>
  </StrictMode>,
)
