import type { Value } from "../../metrics/metric.ts"
import type { Cell } from "../question.ts"
import { requiredAgents } from "../statistics/index.ts"
import { numberOf } from "./quotient.ts"

type Staffing = Extract<Value, { readonly kind: "staffing" }>

/** Shares come as whole ten-thousandths, times as milliseconds. */
const PARTS = 10_000
const MS = 1000
/** Contacts come evenly for about an hour; over a day nobody can be planned by the mean. */
const MOST_HOURS = 1.001

/** The fewest people who keep the promise, for as many contacts as came in so many hours. `also` says what would then be seen. */
export function staffingOf(contacts: Cell, handle: Cell, value: Staffing, hours: number | null): Cell {
  const patience = numberOf(value.patience)
  const because = whyNot(contacts, handle, hours)
  const found =
    because === undefined
      ? requiredAgents({
          calls: contacts.value!,
          interval_s: hours! * 3600,
          handle_s: handle.value!,
          goal: numberOf(value.goal) / PARTS,
          within_s: numberOf(value.within) / MS,
          mostOccupancy: numberOf(value.mostOccupancy) / PARTS,
          shrinkage: numberOf(value.shrinkage) / PARTS,
          ...(patience > 0 && { patience_s: patience / MS }),
        })
      : null
  return {
    value: found && found[value.of],
    n: contacts.n,
    low: null,
    high: null,
    method: patience > 0 ? "erlang_a" : "erlang_c",
    pending: 0,
    censored: 0,
    excluded: contacts.excluded,
    lowN: contacts.lowN || handle.lowN,
    also: {
      agents: found?.agents ?? null,
      scheduled: found?.scheduled ?? null,
      service_level: found?.serviceLevel ?? null,
      wait_chance: found?.waitChance ?? null,
      asa: found?.asa_s ?? null,
      occupancy: found?.occupancy ?? null,
    },
    ...(found === null && { because: because ?? "no number of people would do" }),
  }
}

function whyNot(contacts: Cell, handle: Cell, hours: number | null): string | undefined {
  if (hours === null) return "people are needed by the hour: ask by hour or hour of the week"
  if (contacts.because !== undefined) return contacts.because
  if (!contacts.value) return "no contacts"
  return handle.value === null ? (handle.because ?? "nobody was handled") : undefined
}

/** The hours of a bucket that is one hour or less, or one hour of the week; null for longer ones. */
export function plannable(hours: number, hourOfWeek: boolean): number | null {
  return hourOfWeek || hours <= MOST_HOURS ? hours : null
}
