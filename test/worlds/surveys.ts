import type { Dice } from "./dice.ts"
import type { Draft } from "./draft.ts"

const MINUTE_US = 60_000_000
const HOUR_US = 60 * MINUTE_US

/** The brand is their topic, as surveys have no brand of their own. Surveys sent, answered once or twice, in time or late, wrongly, or never delivered. */
export function surveysOf(chance: Dice, start: number, brand: string): readonly Draft[] {
  return Array.from({ length: chance.pick([0, 1, 3, 8, 25]) }, (_, i) =>
    surveyOf(chance, start, brand, `survey:${brand}-${i + 1}`, aboutRelation(brand, i)),
  ).flat()
}

/** Every other one is about the relation; of three customers, and some of nobody known. */
function aboutRelation(brand: string, i: number): Readonly<Record<string, unknown>> {
  return { relational: i % 2 === 0, ...(i % 5 !== 4 && { customer: `customer:${brand}-${i % 3}` }) }
}

function surveyOf(
  chance: Dice,
  start: number,
  brand: string,
  subject: string,
  of: Readonly<Record<string, unknown>>,
): readonly Draft[] {
  const sent_at = start + chance.whole(0, 20 * 1440) * MINUTE_US
  const survey = chance.pick(["csat", "csat", "nps", "nps", "ces1", "ces2"])
  const scale =
    survey === "nps"
      ? { scale_min: 0, scale_max: 10 }
      : survey !== "csat"
        ? { scale_min: 1, scale_max: survey === "ces1" ? 5 : 7 }
        : chance.pick([
            { scale_min: 1, scale_max: 5 },
            { scale_min: 1, scale_max: 7 },
            { scale_min: 1, scale_max: 3 },
          ])
  const sent: Draft = {
    at: sent_at,
    kind: "survey.sent",
    subject,
    survey,
    topic: brand,
    ...of,
    ...scale,
    ...(chance.chance(0.05) && { test: true }),
  }
  if (chance.chance(0.1)) return [sent, { at: sent_at + MINUTE_US, kind: "survey.bounced", subject }]
  if (chance.chance(0.4)) return [sent]
  const first_at = sent_at + chance.whole(1, 240) * HOUR_US
  const answer = (at: number): Draft => ({
    at,
    kind: "survey.answered",
    subject,
    score: chance.pick([
      scale.scale_min,
      scale.scale_max,
      scale.scale_max - 1,
      chance.whole(scale.scale_min, scale.scale_max),
      11,
      6.5,
    ]),
    ...(chance.chance(0.05) && { author: "agent", agent: "ana" }),
    ...(chance.chance(0.5) && { comment: "so it was" }),
  })
  const answers = [answer(first_at), ...(chance.chance(0.2) ? [answer(first_at + chance.whole(1, 120) * HOUR_US)] : [])]
  const read_at = first_at + chance.whole(0, 200) * HOUR_US
  const readings = Array.from({ length: chance.pick([0, 0, 1, 2, 4]) }, (_, i) => reading(chance, subject, read_at + i * HOUR_US))
  return [sent, ...answers, ...readings]
}

/** People and classifiers read the same comment, not always alike, and some say only what it is about. */
function reading(chance: Dice, subject: string, at: number): Draft {
  return {
    at,
    kind: "survey.labelled",
    subject,
    ...(chance.chance(0.8) && { sentiment: chance.pick(["negative", "negative", "neutral", "positive"]) }),
    ...(chance.chance(0.5) && { topic: chance.pick(["price", "speed"]) }),
    ...chance.pick([{}, { author: "bot", version: "v1" }, { author: "auto", version: "v2" }, { author: "agent", agent: "ana" }]),
  }
}
