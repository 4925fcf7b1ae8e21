import { Problem } from "../problem.ts"
import { MOST_QUESTIONS_AT_ONCE, MOST_QUESTIONS_WAITING, QUESTION_MOST_S } from "./limits.ts"

export interface TurnLimits {
  readonly atOnce: number
  readonly waiting: number
  readonly most_s: number
}

/** Lets work be done a few at a time, each for a limited time, with a limited queue before it. */
export type Turns = <T>(work: (signal: AbortSignal) => Promise<T>, gone?: AbortSignal) => Promise<T>

const DEFAULTS: TurnLimits = { atOnce: MOST_QUESTIONS_AT_ONCE, waiting: MOST_QUESTIONS_WAITING, most_s: QUESTION_MOST_S }

/**
 * One question already uses every core, so a hundred at once are only slower than a hundred in turn. Work that is out of time is
 * told so through its signal, and keeps its place until it has really stopped: what still runs still costs.
 */
export function createTurns(limits: TurnLimits = DEFAULTS): Turns {
  const waiting: (() => void)[] = []
  let running = 0

  const leave = (): void => {
    running -= 1
    waiting.shift()?.()
  }

  const enter = async (): Promise<void> => {
    if (running >= limits.atOnce) {
      if (waiting.length >= limits.waiting) throw new Problem("server.busy", { waiting: waiting.length, wait_s: limits.most_s })
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    running += 1
  }

  return async (work, gone) => {
    await enter()
    const late = AbortSignal.timeout(limits.most_s * 1000)
    const signal = gone ? AbortSignal.any([late, gone]) : late
    const done = gone?.aborted ? Promise.reject(gone.reason as Error) : work(signal)
    // Both ways out are taken, so that a failure after the time is up is not a failure nobody looked at.
    done.then(leave, leave)
    return Promise.race([done, whenAborted(signal)]).catch((error: unknown) => {
      if (late.aborted) throw new Problem("question.too_slow", { most_s: limits.most_s }, { cause: error })
      throw error
    })
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true })
  })
}
