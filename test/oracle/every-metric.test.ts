import { expect, test } from "vitest"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { askedMetric, familyOf } from "../../src/metrics/resolve.ts"
import { buying } from "./buying.ts"
import { calls } from "./calls.ts"
import { comments, themes } from "./comments.ts"
import { completeness } from "./completeness.ts"
import { contacts } from "./contacts.ts"
import { customers } from "./customers.ts"
import { disputes } from "./disputes.ts"
import { namesOf, usual } from "./everything.ts"
import { experience } from "./experience.ts"
import { frontLine } from "./front-line.ts"
import { further } from "./further.ts"
import { help } from "./help.ts"
import { money } from "./money.ts"
import { people } from "./people.ts"
import { byHour, mix, profile } from "./profile.ts"
import { kept, open } from "./promises.ts"
import { quality } from "./quality.ts"
import { ratings } from "./ratings.ts"
import { retention } from "./retention.ts"
import { shared, spending } from "./spending.ts"
import { staffing } from "./staffing.ts"
import { surveys } from "./surveys.ts"
import { topics, untold } from "./topics.ts"

/** The tables of which the tests of this folder ask every key and compute every key again. */
const tables: readonly object[] = [
  calls,
  contacts,
  untold,
  topics,
  kept,
  open,
  frontLine,
  people,
  staffing,
  quality,
  surveys,
  comments,
  themes,
  ratings,
  experience,
  money,
  customers,
  retention,
  buying,
  disputes,
  spending,
  shared,
  help,
  byHour,
  profile,
  mix,
  completeness,
]

const recomputed = [...namesOf(usual), ...namesOf(further), ...tables.flatMap((table) => Object.keys(table))]

test("every metric and each of its variants has a second, independent computation", () => {
  const known = new Set(recomputed.map((ref) => ref.replace(/\(.*\)$/, "")))
  const all = new Set(catalog.flatMap(({ name }) => familyOf(name, catalog)))
  expect([...all].filter((ref) => !known.has(ref))).toEqual([])
})

test("no second computation is of a metric that is not there", () => {
  for (const ref of recomputed) expect(askedMetric(ref, catalog).ref).toBe(ref)
})
