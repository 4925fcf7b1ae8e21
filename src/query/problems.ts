const meant = (near: string | undefined) => (near === undefined ? "" : ` Did you mean ${near}?`)

/** What can go wrong for a user here. See ../problems.ts. */
export const queryProblems = {
  "question.time": {
    status: 422,
    say: (p: { field: string; text: string }) =>
      `"${p.text}" is no ${p.field} that can be read. Write a date such as 2024-05-01, a local time 2024-05-01T09:00, or a moment 2024-05-01T09:00:00Z.`,
  },
  "question.as_of_too_late": {
    status: 422,
    say: (p: { asOf: string }) =>
      `"${p.asOf}" lies too far ahead for anything to be measured at. Give a day before 2200, or leave asOf out for all that is known.`,
  },
  "question.zone": {
    status: 422,
    say: (p: { zone: string }) => `There is no time zone "${p.zone}". Write one as Europe/Berlin, America/New_York or UTC.`,
  },
  "question.empty_period": {
    status: 422,
    say: (p: { from: string; to: string }) =>
      `The period from ${p.from} to ${p.to} is empty: its end, which is not part of it, must be later.`,
  },
  "question.too_wide": {
    status: 422,
    say: (p: { grain: string; most: number }) =>
      `By ${p.grain}, that period has more than ${p.most} points. Choose a coarser grain or a shorter period.`,
  },
  "question.too_large": {
    status: 422,
    say: (p: { cells: number; most: number }) =>
      `That answer would have ${p.cells} cells; the most is ${p.most}. Ask for fewer metrics, a coarser grain or fewer splits.`,
  },
  "question.twice": {
    status: 422,
    say: (p: { what: string }) => `${p.what} is asked for twice. Once is enough.`,
  },
  "dimension.unknown": {
    status: 422,
    say: (p: { name: string; metric: string; has: readonly string[]; near?: string | undefined; attributes: boolean }) =>
      `${p.metric} cannot be split or filtered by "${p.name}".${meant(p.near)} It can by ${p.has.join(", ")}${p.attributes ? ", and by any attribute as attributes.NAME" : ""}.`,
  },
  "split.unknown": {
    status: 422,
    say: (p: { name: string; metric: string }) =>
      `${p.metric} cannot be split by "${p.name}": it is a number. Filter by it instead.`,
  },
  "split.needed": {
    status: 422,
    say: (p: { metric: string; by: string }) => `${p.metric} is each ${p.by}'s share of the whole. Ask for it by ${p.by}.`,
  },
  "against.no_split": {
    status: 422,
    say: (p: { against: string }) => `To compare with ${p.against}, split by one thing, and leave out "compare".`,
  },
  "against.unknown": {
    status: 422,
    say: (p: { against: string; by: string; has: readonly string[] }) =>
      `There is no group "${p.against}" of ${p.by}. There is ${p.has.join(", ")}.`,
  },
  "target.unreadable": {
    status: 422,
    say: (p: { text: string }) => `"${p.text}" is no target. Write one as csat=0.9; durations are in seconds.`,
  },
  "target.not_asked": {
    status: 422,
    say: (p: { metric: string }) => `There is a target for ${p.metric}, which is not asked for.`,
  },
  "target.no_direction": {
    status: 422,
    say: (p: { metric: string }) => `Of ${p.metric} neither more nor less is better, so it can meet no target.`,
  },
  "filter.empty": {
    status: 422,
    say: (p: { field: string }) => `The filter on "${p.field}" says nothing. Give it in, notIn, least or most.`,
  },
  "filter.not_a_number": {
    status: 422,
    say: (p: { field: string }) => `"${p.field}" holds words, so it has no least and most. Use in or notIn.`,
  },
  "attribute.unknown": {
    status: 422,
    say: (p: { field: string; near?: string | undefined }) =>
      `Nothing has an attribute "${p.field}".${meant(p.near)} Attributes are written as the source writes them, upper and lower case too.`,
  },
  "difference.as_what": {
    status: 422,
    say: () => "Say which product's number ours is compared with, as in --as zendesk.",
  },
  "difference.not_of_rows": {
    status: 422,
    say: (p: { metric: string }) =>
      `${p.metric} is made of other numbers, so no row makes the difference by itself. Ask for the difference of those.`,
  },
  "difference.no_such_step": {
    status: 422,
    say: (p: { step: number; steps: number }) => `There is no step ${p.step}: the way has ${p.steps}, counted from 1.`,
  },
  "rows.not_in_question": {
    status: 422,
    say: (p: { metric: string }) => `The question whose rows are asked for does not ask for ${p.metric}.`,
  },
  "rows.no_such_bucket": {
    status: 422,
    say: (p: { bucket: number; buckets: number }) =>
      p.buckets === 0
        ? `There is no bucket ${p.bucket}: the question has no grain, and so the answer has none. Say null for the whole period.`
        : `There is no bucket ${p.bucket}: the answer has ${p.buckets}, counted from 0. Null is the whole period.`,
  },
  "rows.not_split": {
    status: 422,
    say: (p: { name: string; by: readonly string[] }) =>
      `The rows of a group by "${p.name}" are asked for, and the question is split by ${p.by.length > 0 ? p.by.join(", ") : "nothing"}. Split the question by it too.`,
  },
  "rows.none": {
    status: 422,
    say: (p: { metric: string; of: readonly string[] }) =>
      `${p.metric} is made of ${p.of.join(" and ")}. Ask for the rows of one of those.`,
  },
  "rows.no_such_part": {
    status: 422,
    say: (p: { metric: string; part: string; has: readonly string[] }) =>
      `${p.metric} has no rows that are "${p.part}". It has ${p.has.join(", ")}.`,
  },
} as const
