import { readComment } from "./comments.ts"
import type { Worker } from "./floor.ts"
import type { Said } from "./journal.ts"
import { DAY, HOUR, MINUTE } from "./local.ts"
import { COMPLAINTS, PRAISE } from "./names.ts"
import type { Channel } from "./company.ts"
import type { Conversation, World } from "./world.ts"

const ANSWERED: Readonly<Record<Channel, number>> = { email: 0.21, form: 0.2, chat: 0.31, phone: 0.16, social: 0.12 }
const BOUNCED = 0.008
/** A year; a working day asks its part. */
const NPS_INVITATIONS = 16_800
const WORKING_DAYS = 261
const HAPPY = [0.27, 0.73] as const
const UNHAPPY = [0.44, 0.24, 0.32] as const

/** A short survey after the contact; nobody is asked twice in a month. */
export function askAboutContact(w: World, c: Conversation, worker: Worker | undefined): void {
  const at =
    w.agenda.now +
    (c.channel === "chat" || c.channel === "phone" ? w.luck.between(0.5, 3) * MINUTE : w.luck.between(25, 70) * MINUTE)
  if (c.spam || !w.luck.happens(0.8) || !w.customers.ask(c.customer, at)) return
  const effort = (c.channel === "email" || c.channel === "form") && w.luck.happens(0.22)
  const form: Said = effort
    ? { survey: "ces2", questionnaire: "effort", version: "1", scale_min: 1, scale_max: 7 }
    : { survey: "csat", questionnaire: "after_contact", version: "2", scale_min: 1, scale_max: 5 }
  const agent = worker?.person.id
  const subject = `survey:${w.number("survey")}`
  w.journal.write("survey", "survey.sent", subject, at, {
    ...form,
    conversation: c.subject,
    customer: w.customers.ref(c.customer),
    agent,
    agents: agent ? [agent] : undefined,
    team: worker?.person.team ?? c.team,
    channel: c.channel,
    topic: c.topic.name,
  })
  if (w.luck.happens(BOUNCED))
    return w.journal.write("survey", "survey.bounced", subject, at + 20_000, { reason: "mailbox unavailable" })
  if (!w.luck.happens(ANSWERED[c.channel])) return
  const after = c.channel === "chat" || c.channel === "phone" ? w.luck.around(3 * MINUTE, 1) : w.luck.around(5 * HOUR, 1.3)
  const content = w.luck.happens(odds(c.mood))
  answer(w, subject, at + Math.min(after, 12 * DAY), {
    score: effort
      ? content
        ? 7 - w.luck.weighted([0.46, 0.36, 0.18])
        : w.luck.whole(1, 4)
      : content
        ? 4 + w.luck.weighted(HAPPY)
        : 1 + w.luck.weighted(UNHAPPY),
    content,
    says: w.luck.happens(content ? 0.14 : 0.46),
  })
}

/** Each working day we ask a sample of all customers about us as a whole, so that each week has its answers. */
export function askAboutUs(w: World): void {
  const count = w.luck.poisson((NPS_INVITATIONS / WORKING_DAYS) * w.scale)
  for (let i = 0; i < count; i++) {
    const at = w.agenda.now + w.luck.between(0, 6) * HOUR
    const customer = w.customers.pick(i % 20 < 11 ? "europe" : "america", at)
    if (!w.customers.ask(customer, at)) continue
    w.customers.introduce(customer, at)
    const subject = `survey:${w.number("survey")}`
    w.journal.write("survey", "survey.sent", subject, at, {
      survey: "nps",
      questionnaire: "relation",
      version: "1",
      scale_min: 0,
      scale_max: 10,
      relational: true,
      customer: w.customers.ref(customer),
    })
    if (!w.luck.happens(0.24)) continue
    const score = Math.round(Math.min(10, Math.max(0, 8.55 + w.customers.mood(customer) * 0.9 + w.luck.normal() * 1.9)))
    const then = at + Math.min(w.luck.around(20 * HOUR, 1.1), 20 * DAY)
    answer(w, subject, then, { score, content: score > 6, says: w.luck.happens(0.3) })
  }
}

interface Answer {
  readonly score: number
  readonly content: boolean
  /** Whether the customer writes something beside the score. */
  readonly says: boolean
}

function answer(w: World, survey: string, at: number, { score, content, says }: Answer): void {
  const comment = says ? w.luck.pick(content ? PRAISE : COMPLAINTS) : undefined
  w.journal.write("survey", "survey.answered", survey, at, { score, comment })
  if (says) readComment(w, survey, at, content)
}

function odds(mood: number): number {
  return 1 / (1 + Math.exp(-mood))
}
