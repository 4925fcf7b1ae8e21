import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openPlumbline, type Plumbline } from "../plumbline.ts"

/** A real folder, empty. */
export function openLine(): Promise<Plumbline> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-line-"))
  return openPlumbline({ folder, host: "127.0.0.1", port: 0, memory: "500MB", threads: 2 })
}

/** Conversations opened by customers, one an hour from 2026-03-02 on, by turns in two channels; each answered after ten minutes. */
export function someConversations(count: number): string {
  const at = (i: number, minute: number) => new Date(Date.UTC(2026, 2, 2, i, minute)).toISOString()
  const told = (i: number): object[] => [
    {
      id: `o${i}`,
      at: at(i, 0),
      kind: "conversation.opened",
      channel: i % 2 === 0 ? "email" : "chat",
      customer: `customer:${i}`,
    },
    { id: `m${i}`, at: at(i, 0), kind: "message.sent", author: "customer", public: true },
    { id: `r${i}`, at: at(i, 10), kind: "message.sent", author: "agent", agent: "=ana", public: true },
  ]
  const events = Array.from({ length: count }, (_, i) => told(i).map((event) => ({ ...event, subject: `conversation:${i}` })))
  return events
    .flat()
    .map((event) => `${JSON.stringify(event)}\n`)
    .join("")
}
