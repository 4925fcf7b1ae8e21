import type { RuleValue } from "../../warehouse/fold/rules.ts"
import type { Lens, Nearest, Step } from "./lens.ts"

/** docs/vendor-lens.md, printed from the lenses. */
export function lensPage(lenses: readonly Lens[]): string {
  return `${[
    "# What other products would show",
    "",
    "Printed from the lenses by `plumbline docs`; do not edit.",
    "",
    "Each product counts by rules of its own, so two right numbers differ. `plumbline ask first_response_time --as zendesk` gives beside ours what",
    "that product would show of the same events. `plumbline difference first_response_time --as zendesk` says why: it goes from our number to the",
    "product's step by step, says after each what the number is, and lists the conversations that a step made another, with both values. A",
    "conversation stands under the step after which it never was as ours again, so the counts of the steps add up to all that differ. The HTTP API",
    "has the same: `as` in a question, and `POST /differences`; so has the page of a metric, under its definitions.",
    "",
    "A step is a rule of the fold (`plumbline tape --rule`), or a variant of the metric ([metrics.md](metrics.md)), or both. “Definitions” is the",
    "book of definitions whose cards the metrics name.",
    "",
    "| metric | " + lenses.map(({ title }) => title).join(" | ") + " |",
    "|---|" + lenses.map(() => "---|").join(""),
    ...metricsOf(lenses).map((metric) => `| ${metric} | ${lenses.map((lens) => cellOf(lens, metric)).join(" | ")} |`),
    ...lenses.flatMap(sectionOf),
  ].join("\n")}\n`
}

function metricsOf(lenses: readonly Lens[]): readonly string[] {
  return [...new Set(lenses.flatMap(({ nearest, beyond }) => [...Object.keys(nearest), ...Object.keys(beyond)]))]
}

function cellOf({ nearest, beyond }: Lens, metric: string): string {
  const near = Object.hasOwn(nearest, metric) ? nearest[metric] : undefined
  if (near?.steps.length === 0) return "as ours"
  if (near) return near.steps.every(({ clock }) => clock === "business") ? "otherwise in open hours" : "otherwise"
  return Object.hasOwn(beyond, metric) ? "not shown" : ""
}

function sectionOf({ name, title, nearest, beyond, lacks }: Lens): readonly string[] {
  return [
    "",
    `## ${title}`,
    "",
    `\`--as ${name}\``,
    ...Object.entries(nearest).flatMap(([metric, one]) => entryOf(metric, one)),
    ...(Object.keys(beyond).length === 0 ? [] : ["", "What it has and these numbers cannot show:", ""]),
    ...Object.entries(beyond).map(([metric, why]) => `- \`${metric}\`: ${why}`),
    "",
    "Of all its numbers:",
    "",
    ...lacks.map((lack) => `- ${lack}`),
  ]
}

function entryOf(metric: string, { called, steps, differs, source, lacks = [] }: Nearest): readonly string[] {
  return [
    "",
    `### ${metric}: ${called}`,
    "",
    differs,
    "",
    ...steps.map((step, i) => `${i + 1}. ${step.because}: ${howOf(step)}`),
    ...(steps.length === 0 ? ["It counts as we do."] : []),
    ...(lacks.length === 0 ? [] : ["", ...lacks.map((lack) => `- not shown: ${lack}`)]),
    "",
    `Source: ${source}.`,
  ]
}

function howOf({ rules = {}, variants = [], clock }: Step): string {
  const told = Object.entries(rules).map(([name, value]: [string, RuleValue]) => `\`${name}=${value}\``)
  const asked = variants.map((variant) => `\`:${variant}\``)
  return `${[...told, ...asked].join(", ")}${clock ? `; of numbers in open hours alone` : ""}`
}
