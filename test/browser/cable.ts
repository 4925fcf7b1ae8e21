import { createServer, connect, type Server, type Socket } from "node:net"

/** A way to a server that can be cut and joined again, as when the server is stopped and started. */
export interface Cable {
  readonly url: string
  cut(): Promise<void>
  join(): Promise<void>
}

export async function layCable(to: string): Promise<Cable> {
  const target = Number(new URL(to).port)
  const ends = new Set<Socket>()
  let listener: Server | undefined
  const lay = (port: number): Promise<number> =>
    new Promise((resolve) => {
      const laid = createServer((near) => {
        const far = connect(target, "127.0.0.1")
        for (const end of [near, far]) {
          ends.add(end)
          end.once("close", () => ends.delete(end))
          // Of a cable that is cut both ends report it; that is what it is cut for.
          end.on("error", () => end.destroy())
        }
        near.pipe(far).pipe(near)
      })
      laid.listen(port, "127.0.0.1", () => resolve((laid.address() as { port: number }).port))
      listener = laid
    })
  const port = await lay(0)
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () =>
      new Promise((resolve) => {
        listener?.close(() => resolve())
        for (const end of ends) end.destroy()
      }),
    join: async () => void (await lay(port)),
  }
}
