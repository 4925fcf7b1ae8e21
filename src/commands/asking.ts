import { lenses } from "../metrics/lenses/index.ts"
import { Problem } from "../problem.ts"
import { targetOf } from "../query/judged/targets.ts"
import { type Filter, type Grain, GRAINS, type Question } from "../query/question.ts"
import type { Given } from "./command.ts"

/** The options by which every question is asked. */
export const questionOptions = [
  ["--from <date>", "first day, or moment, of the period; without it the 28 days that end with the data"],
  ["--to <date>", "the day, or moment, before which the period ends"],
  ["--grain <grain>", `a number for each ${GRAINS.join(", ")}`],
  ["--by <split...>", "split by channel, team, agent, tags, attributes.NAME, …"],
  ["--where <condition...>", "channel=email,chat · team!=red · attributes.seats>=5 · agent=? for “not known”"],
  ["--compare <with>", "previous or last_year"],
  ["--as-of <date>", "as it was known then"],
  ["--against <group>", "the group of the only split that the others are compared with"],
  ["--target <metric=value...>", "csat=0.9: which numbers meet it, and in how many buckets"],
  ["--limits", "the limits of usual variation, and which buckets lie outside"],
  ["--zone <zone>", "Europe/Berlin; without it that of the installation"],
  ["--as <product>", `beside ours what a product would show: ${lenses.map(({ name }) => name).join(", ")}`],
  ["--rule <name=value...>", "another rule of the fold, bot_stops_clock=true"],
] as const

/** How many days are asked for where nobody says. */
const USUAL_DAYS = 28
const DAY_MS = 86_400_000

export async function questionOf(metrics: readonly string[], { options, plumbline }: Given): Promise<Question> {
  const { from, to } = await periodOf(options, plumbline)
  return {
    metrics: [...metrics],
    from,
    to,
    ...textOption("zone", options["zone"]),
    ...textOption("asOf", options["asOf"]),
    ...textOption("as", options["as"]),
    ...(options["grain"] !== undefined && { grain: oneOf("grain", options["grain"], GRAINS) satisfies Grain }),
    ...(options["by"] !== undefined && { by: [...listOf(options["by"])] }),
    ...(options["where"] !== undefined && { where: listOf(options["where"]).map(filterOf) }),
    ...(options["compare"] !== undefined && {
      compare: oneOf("compare", options["compare"], ["previous", "last_year"] as const),
    }),
    ...(options["rule"] !== undefined && { rules: Object.fromEntries(listOf(options["rule"]).map(ruleOf)) }),
    ...textOption("against", options["against"]),
    ...(options["target"] !== undefined && { targets: listOf(options["target"]).map(targetOf) }),
    ...(options["limits"] === true && { limits: true }),
    ...(options["explain"] === true && { explain: true }),
    ...(options["variants"] === true && { variants: true }),
  }
}

/** `channel=email,chat`, `team!=red`, `attributes.seats>=5`, `agent=?`. */
export function filterOf(text: string): Filter {
  const found = /^(.+?)(!=|>=|<=|=)(.*)$/.exec(text)
  if (!found) throw new Problem("condition.unreadable", { text })
  const [, field, sign, rest] = found as unknown as [string, string, string, string]
  if (sign === ">=" || sign === "<=") {
    const number = Number(rest)
    if (rest.trim() === "" || !Number.isFinite(number)) throw new Problem("condition.unreadable", { text })
    return { field, [sign === ">=" ? "least" : "most"]: number }
  }
  const words = rest.split(",").map((word) => (word === "?" ? null : word))
  return { field, [sign === "=" ? "in" : "notIn"]: words }
}

async function periodOf(options: Given["options"], plumbline: Given["plumbline"]): Promise<{ from: string; to: string }> {
  const [from, to] = [options["from"], options["to"]]
  if (typeof from === "string" && typeof to === "string") return { from, to }
  const { knownUntil } = await plumbline.status()
  if (knownUntil === null) throw new Problem("answer.no_data", undefined)
  // The local day of the last event, which RFC 3339 with the zone's offset begins with.
  const last = Date.parse(`${knownUntil.slice(0, 10)}T00:00:00Z`)
  const end = typeof to === "string" ? to : dateOf(last + DAY_MS)
  if (typeof from === "string") return { from, to: end }
  return { from: dateOf(Date.parse(`${end.slice(0, 10)}T00:00:00Z`) - USUAL_DAYS * DAY_MS), to: end }
}

function dateOf(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : ""
}

function ruleOf(text: string): readonly [string, string] {
  const equals = text.indexOf("=")
  return equals < 0 ? [text, "true"] : [text.slice(0, equals), text.slice(equals + 1)]
}

function oneOf<Word extends string>(option: string, value: unknown, words: readonly Word[]): Word {
  const word = words.find((one) => one === value)
  if (word === undefined) throw new Problem("option.not_one_of", { option, value: String(value), words })
  return word
}

export function listOf(value: Given["options"][string]): readonly string[] {
  return typeof value === "string" ? [value] : Array.isArray(value) ? value : []
}

function textOption<Name extends string>(name: Name, value: Given["options"][string]): Partial<Record<Name, string>> {
  return typeof value === "string" ? ({ [name]: value } as Record<Name, string>) : {}
}
