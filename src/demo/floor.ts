import type { Agenda } from "./agenda.ts"
import { TEAMS, type TeamId } from "./company.ts"
import { HOUR, MINUTE, SECOND } from "./local.ts"
import type { Person } from "./people.ts"
import { queue, type Queue } from "./queue.ts"
import type { Activity, Duty } from "./shifts.ts"

export type Presence = "available" | "busy" | "break" | "training" | "meeting" | "offline"

/** How much earlier a mail could have come to be as urgent: one line each, so that each is in the order in which its mails are due. */
const HEAD_STARTS = [-4, 0, 3, 5, 9] as const
export type HeadStart = (typeof HEAD_STARTS)[number]

/** Something that waits for a person. */
export interface Task {
  readonly kind: "call" | "chat" | "mail"
  readonly team: TeamId
  /** Since when it waits in this queue. */
  readonly since: number
  /** In hours. */
  readonly headStart_h: HeadStart
  /** Somebody has it, or nobody is to have it any more. */
  over: boolean
  /** The person begins; says when they will be free again. */
  begin(worker: Worker): number
  finish(worker: Worker): void
}

/** A person at work. */
export interface Worker {
  readonly person: Person
  /** Until when they take new work; 0 while they do not. */
  until: number
  /** Calls and chats, or mail; in a very small team everybody does everything. */
  live: boolean
  /** Working on a call or a mail, which wants the whole person. */
  engaged: boolean
  chats: number
  readonly own: Queue<Task>
  duty: Activity | "offline"
  presence: Presence
  freeSince: number
}

export interface Floor {
  readonly workers: readonly Worker[]
  offer(task: Task, front?: boolean): void
  /** A follow-up for whoever knows the case, while they are there; after a working day for anybody. */
  offerTo(task: Task, worker: Worker): void
  /** A stretch of the plan begins. */
  start(worker: Worker, duty: Duty): void
}

const CHATS_AT_ONCE = 2
/** Whoever answers mail helps out when a caller or a chat has waited this long. */
const HELP_CALLS_AFTER = 10 * SECOND
const HELP_CHATS_AFTER = 75 * SECOND
/** No new mail this close before a break. */
const LAST_MAIL = 4 * MINUTE
/** Mail that has waited this long is everybody's. */
const ALL_HANDS_AFTER = 18 * HOUR
const OWN_FOR = 22 * HOUR
const SMALL_TEAM = 4

interface Desk {
  readonly calls: Queue<Task>
  readonly chats: Queue<Task>
  readonly mails: readonly Queue<Task>[]
  readonly workers: Worker[]
}

/** Who takes what, and when. People are never asked for more than they can do, so a thin team really lets customers wait. */
export function floor(people: readonly Person[], agenda: Agenda, say: Say): Floor {
  const desks = Object.fromEntries(TEAMS.map((team) => [team, desk()])) as Desks
  const workers = people.map(worker)
  for (const one of workers) desks[one.person.team].workers.push(one)

  const { take, serve } = handsOf(desks, agenda, say)
  const place = (task: Task, front: boolean) => {
    const { calls, chats, mails } = desks[task.team]
    const line = task.kind === "call" ? calls : task.kind === "chat" ? chats : mails[HEAD_STARTS.indexOf(task.headStart_h)]!
    if (front) line.unshift(task)
    else line.push(task)
  }
  return {
    workers,
    offer(task, front = false) {
      const one = freeFor(task, desks[task.team].workers, agenda.now)
      if (one) take(one, task)
      else place(task, front)
    },
    offerTo(task, one) {
      one.own.push(task)
      agenda.plan(agenda.now + OWN_FOR, () => void (task.over || place(task, false)))
      if (!one.engaged && one.chats === 0 && one.until > agenda.now) serve(one)
    },
    start(one, duty) {
      one.duty = duty.activity === "absent" ? "offline" : duty.activity
      one.until = duty.activity === "work" ? duty.to : 0
      one.live = isLive(one, desks[one.person.team].workers)
      serve(one)
    },
  }
}

type Desks = Readonly<Record<TeamId, Desk>>
type Say = (worker: Worker, presence: Presence) => void

/** A person takes something on, and when it is done the next thing, until nothing waits or their time is over. */
function handsOf(
  desks: Desks,
  agenda: Agenda,
  say: Say,
): { take: (one: Worker, task: Task) => void; serve: (one: Worker) => void } {
  const show = (one: Worker, presence: Presence) => {
    if (one.presence === presence) return
    one.presence = presence
    say(one, presence)
  }
  const take = (one: Worker, task: Task) => {
    task.over = true
    if (task.kind === "chat") one.chats++
    else one.engaged = true
    show(one, "busy")
    agenda.plan(task.begin(one), () => {
      if (task.kind === "chat") one.chats--
      else one.engaged = false
      task.finish(one)
      serve(one)
    })
  }
  const serve = (one: Worker) => {
    const desk = desks[one.person.team]
    for (let task = next(desk, one, agenda.now); task; task = next(desk, one, agenda.now)) take(one, task)
    if (one.engaged || one.chats > 0) return
    one.freeSince = agenda.now
    show(one, one.until > agenda.now ? "available" : presenceOf(one.duty))
  }
  return { take, serve }
}

/** What this person does next, if anything. */
function next(desk: Desk, one: Worker, now: number): Task | undefined {
  if (one.until <= now || one.engaged) return undefined
  if (one.chats === 0) {
    const call = desk.calls.peek()
    if (call && (one.live || now - call.since >= HELP_CALLS_AFTER)) return desk.calls.take()
  }
  if (one.chats < CHATS_AT_ONCE) {
    const chat = desk.chats.peek()
    if (chat && (one.live || now - chat.since >= HELP_CHATS_AFTER)) return desk.chats.take()
  }
  if (one.chats > 0 || one.until - now < LAST_MAIL) return undefined
  return one.own.take() ?? (mayTakeMail(desk, one, now) ? longestDue(desk.mails)?.take() : undefined)
}

/** People on the phones take mail while another of them is free for callers, and when mail has waited too long. */
function mayTakeMail(desk: Desk, one: Worker, now: number): boolean {
  if (!one.live || desk.workers.length < SMALL_TEAM || othersFree(desk.workers, one, now)) return true
  const oldest = longestDue(desk.mails)?.peek()
  return oldest !== undefined && now - oldest.since > ALL_HANDS_AFTER
}

function othersFree(workers: readonly Worker[], one: Worker, now: number): boolean {
  return workers.some((other) => other !== one && other.live && !other.engaged && other.chats === 0 && other.until > now)
}

function longestDue(mails: readonly Queue<Task>[]): Queue<Task> | undefined {
  let best: Queue<Task> | undefined
  let due = Number.POSITIVE_INFINITY
  for (const line of mails) {
    const task = line.peek()
    if (!task || task.since - task.headStart_h * HOUR >= due) continue
    due = task.since - task.headStart_h * HOUR
    best = line
  }
  return best
}

/** Whoever has been free the longest; a second chat only where nobody is free. */
function freeFor(task: Task, workers: readonly Worker[], now: number): Worker | undefined {
  let best: Worker | undefined
  let second: Worker | undefined
  for (const one of workers) {
    if (one.engaged || one.until <= now) continue
    if (task.kind === "mail" && (one.chats > 0 || one.until - now < LAST_MAIL)) continue
    if (task.kind === "mail" && one.live && workers.length >= SMALL_TEAM && !othersFree(workers, one, now)) continue
    if (task.kind === "chat" && one.chats === 1 && one.live) second ??= one
    if (one.chats > 0) continue
    if (!best || rank(one, task) < rank(best, task)) best = one
  }
  return best ?? second
}

/** Each to their own work first, then whoever has been free the longest. */
function rank(one: Worker, task: Task): number {
  return one.live === (task.kind !== "mail") ? one.freeSince : one.freeSince + 1e15
}

function isLive(one: Worker, team: readonly Worker[]): boolean {
  return team.length < SMALL_TEAM || Math.floor(one.person.number / 2) % 2 === 0
}

function presenceOf(duty: Worker["duty"]): Presence {
  return duty === "work" || duty === "absent" ? "offline" : duty
}

function desk(): Desk {
  const line = () => queue<Task>((task) => task.over)
  return { calls: line(), chats: line(), mails: HEAD_STARTS.map(line), workers: [] }
}

function worker(person: Person): Worker {
  return {
    person,
    until: 0,
    live: false,
    engaged: false,
    chats: 0,
    own: queue((task) => task.over),
    duty: "offline",
    presence: "offline",
    freeSince: 0,
  }
}
