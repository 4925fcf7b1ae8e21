import { type Call, tellCall, tellConnected, tellSegment, tellStarted } from "./call.ts"
import { feelWait } from "./conversation.ts"
import type { Task, Worker } from "./floor.ts"
import { HOUR, MINUTE, SECOND } from "./local.ts"
import type { World } from "./world.ts"

const NOT_ANSWERED = 0.025
const RINGS_FOR = 18 * SECOND
const TRANSFERRED = 0.055

interface Leg {
  readonly call: Call
  /** When it entered the queue; undefined for a call back. */
  readonly entered: number | undefined
  readonly done: (worker: Worker) => void
}

/** A caller waits for a person. */
export function callTask(w: World, call: Call, entered: number | undefined, done: (worker: Worker) => void): Task {
  const leg: Leg = { call, entered, done }
  let missed = false
  let transfer = false
  const task: Task = {
    kind: "call",
    team: call.team,
    since: entered ?? w.agenda.now,
    headStart_h: 0,
    over: false,
    begin(worker) {
      missed = entered !== undefined && w.luck.happens(NOT_ANSWERED)
      if (missed) {
        tellSegment(w, call, "ring", w.agenda.now, w.agenda.now + RINGS_FOR, worker)
        return w.agenda.now + RINGS_FOR
      }
      transfer =
        call.leg === 1 &&
        w.luck.happens(TRANSFERRED + call.conversation.topic.escalates * 0.4) &&
        w.roster.open("specialists", w.agenda.now)
      return speak(w, leg, worker, transfer)
    },
    finish(worker) {
      if (missed) {
        task.over = false
        w.floor.offer(task, true)
      } else if (!transfer) {
        tellCall(w, call, "call.ended", w.agenda.now, { agent: worker.person.id })
        done(worker)
      }
    },
  }
  return task
}

/** Ring, talk, perhaps hold, wrap-up; says when the person is free again. */
function speak(w: World, { call, entered, done }: Leg, worker: Worker, transfer: boolean): number {
  const { luck } = w
  const c = call.conversation
  const rang = w.agenda.now
  const answered = rang + luck.between(3, 11) * SECOND
  if (!call.known) tellStarted(w, call, true)
  if (entered === undefined) tellCall(w, call, "call.called_back", answered, { agent: worker.person.id, team: call.team })
  else tellSegment(w, call, "queue", entered, rang)
  tellSegment(w, call, "ring", rang, answered, worker)
  c.waitingSince = entered ?? rang
  feelWait(c, answered)
  c.mood += worker.person.manner + 0.1
  tellConnected(w, call, worker, answered)
  const talked = Math.min(0.9 * HOUR, luck.around(transfer ? 3.4 : 5.6, 0.55) * MINUTE * c.topic.effort * worker.person.pace)
  const held = luck.happens(0.2) ? luck.around(55, 0.6) * SECOND : 0
  const holdAt = answered + talked * luck.between(0.3, 0.7)
  const hungUp = answered + talked + held
  tellSegment(w, call, "talk", answered, held > 0 ? holdAt : hungUp, worker)
  if (held > 0) {
    tellSegment(w, call, "hold", holdAt, holdAt + held, worker)
    tellSegment(w, call, "talk", holdAt + held, hungUp, worker)
  }
  const wrapped = hungUp + Math.min(8 * MINUTE, luck.around(72, 0.6) * SECOND)
  tellSegment(w, call, "wrap", hungUp, wrapped, worker)
  if (transfer) w.agenda.plan(hungUp, () => passOn(w, call, worker, done))
  return wrapped
}

/** The caller is put through to the specialists, announced or not, and waits once more. */
function passOn(w: World, call: Call, worker: Worker, done: (worker: Worker) => void): void {
  tellCall(w, call, "call.transferred", w.agenda.now, {
    agent: worker.person.id,
    team: call.team,
    to_team: "specialists",
    planned: w.luck.happens(0.45),
  })
  call.team = "specialists"
  call.leg++
  call.conversation.replies++
  const task = callTask(w, call, w.agenda.now, done)
  const entered = w.agenda.now
  w.agenda.plan(entered + w.luck.around(7, 0.5) * MINUTE, () => {
    if (task.over) return
    task.over = true
    tellSegment(w, call, "queue", entered, w.agenda.now)
    tellCall(w, call, "call.ended", w.agenda.now, { reason: "caller left after transfer" })
    call.conversation.mood -= 1.5
    done(worker)
  })
  w.floor.offer(task)
}
