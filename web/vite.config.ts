import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

/** The page alone is served here while it is being written; questions go to a server started with `npm start`. */
export default defineConfig({
  plugins: [react()],
  server: { host: "127.0.0.1", proxy: { "/api": "http://127.0.0.1:4600" } },
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", reportCompressedSize: true, chunkSizeWarningLimit: 900 },
})
