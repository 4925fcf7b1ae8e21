import { show } from "../format.ts"

const meant = (near: string | undefined) => (near === undefined ? "" : ` Did you mean ${near}?`)
const list = (names: readonly string[]) => (names.length === 0 ? "It has none." : `It has ${names.join(", ")}.`)

/** What can go wrong for a user here. See ../problems.ts. */
export const metricsProblems = {
  "metric.unknown": {
    status: 404,
    say: (p: { name: string; near?: string | undefined }) =>
      `There is no metric "${p.name}".${p.near ? ` Did you mean ${p.near}?` : ""} \`plumbline metrics\` lists them.`,
  },
  "metric.ambiguous": {
    status: 422,
    say: (p: { name: string; metrics: readonly string[] }) =>
      `"${p.name}" can mean ${p.metrics.join(" or ")}. Ask for one of them by name.`,
  },
  "metric.unreadable": {
    status: 422,
    say: (p: { ref: string }) =>
      `"${p.ref}" cannot be read as a metric. Write name, name:variant,variant or name:variant(parameter=number), such as first_response_time:business.`,
  },
  "variant.unknown": {
    status: 422,
    say: (p: { metric: string; variant: string; variants: readonly string[]; near?: string | undefined }) =>
      `${p.metric} has no variant "${p.variant}".${meant(p.near)} ${list(p.variants)}`,
  },
  "variant.conflict": {
    status: 422,
    say: (p: { metric: string; first: string; second: string }) =>
      `The variants ${p.first} and ${p.second} of ${p.metric} both say what is counted, differently. Ask for them as two metrics.`,
  },
  "lens.unknown": {
    status: 404,
    say: (p: { name: string; names: readonly string[]; near?: string | undefined }) =>
      `There is no product "${p.name}" as which numbers can be seen.${meant(p.near)} There are ${p.names.join(", ")}.`,
  },
  "lens.nothing": {
    status: 422,
    say: (p: { says: string }) => p.says,
  },
  "lens.variant": {
    status: 422,
    say: (p: { ref: string; product: string; called: string; theirs: string }) =>
      `${p.product}'s ${p.called} is ${p.theirs}, which does not go together with ${p.ref}. Ask without the variant.`,
  },
  "scorecard.unknown": {
    status: 404,
    say: (p: { name: string; names: readonly string[]; near?: string | undefined }) =>
      `There is no scorecard "${p.name}".${meant(p.near)} There are ${p.names.join(", ")}.`,
  },
  "parameter.unknown": {
    status: 422,
    say: (p: { metric: string; parameter: string; parameters: readonly string[]; near?: string | undefined }) =>
      `${p.metric} has no parameter "${p.parameter}".${meant(p.near)} ${list(p.parameters)}`,
  },
  "parameter.not_a_number": {
    status: 422,
    say: (p: { metric: string; parameter: string; value: string; most: number }) =>
      `The parameter ${p.parameter} of ${p.metric} must be a number from 0 to ${show(p.most, "count")}, and "${p.value}" is not.`,
  },
} as const
