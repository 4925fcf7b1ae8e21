import { dataKinds } from "../../../events/kinds/data.ts"
import { sourceCounts } from "../../tables.ts"
import { insert, type Step } from "./insert.ts"

/**
 * What sources count themselves, and how much of it arrived here. A stretch that is counted again, as while it lasts, has the count that
 * was told last. What arrived while nobody counted stands in days of its own, without a count.
 */
export async function foldSourceCounts(step: Step): Promise<void> {
  const { own } = step
  await own.run(TOLD)
  await own.run(ARRIVALS(step))
  await own.run(ARRIVED)
  await own.run(MATCHED)
  await insert(
    step,
    sourceCounts,
    {
      source: "source",
      from_at: "from_at",
      until_at: "until_at",
      entity: "entity",
      channel: "channel",
      counted: "counted",
      arrived: "arrived",
    },
    `FROM (
  SELECT source, from_at, until_at, entity, channel, counted,
    coalesce((SELECT sum(m.arrived) FROM temp.matched m WHERE m.told = t.told AND m.is_own = m.any_own), 0) AS arrived
  FROM temp.told_counts t
  UNION ALL SELECT NULL, d.from_at, d.to_at, u.entity, u.channel, NULL, sum(u.arrived)
  FROM (${UNCOUNTED}) u JOIN temp.local_days d ON u.edge >= d.from_at AND u.edge < d.to_at
  GROUP BY d.from_at, d.to_at, u.entity, u.channel
)`,
  )
}

/** One row for each stretch of each thing and channel; sources that count the same one are added. It lasts a local day where nobody says. */
const TOLD = `CREATE OR REPLACE TEMP TABLE told_counts AS
WITH said AS (
  SELECT h.seq, h.subject, h."at" AS from_at, h.entity, h.channel, round(h."count")::INTEGER AS counted,
    CASE WHEN h."until" > h."at" THEN h."until" ELSE d.to_at + h."at" - d.from_at END AS until_at
  FROM temp.happened h LEFT JOIN temp.local_days d ON h."at" >= d.from_at AND h."at" < d.to_at
  WHERE h.kind = ${dataKinds["source.counted"].code}
), last AS (
  SELECT * FROM said QUALIFY row_number() OVER (PARTITION BY subject, from_at, until_at, entity, channel ORDER BY seq DESC) = 1
)
SELECT row_number() OVER () AS told, from_at, until_at, entity, channel, sum(counted)::INTEGER AS counted,
  CASE WHEN count(*) = 1 THEN min(subject) END AS source
FROM last GROUP BY from_at, until_at, entity, channel`

/** What began here, of all that sources count anything of. */
const ARRIVALS = ({ schema, elsewhere, words: { code } }: Step): string => `CREATE OR REPLACE TEMP TABLE arrivals AS
SELECT * FROM (
  SELECT ${code.conversation} AS entity, channel, "at" FROM ${schema}.movements WHERE movement = ${code.created} AND excluded IS NULL
  UNION ALL SELECT ${code.call}, channel, started_at FROM ${schema}.calls WHERE started_at IS NOT NULL AND excluded IS NULL
  UNION ALL SELECT entity, channel, "at" FROM ${elsewhere}
) WHERE entity IN (SELECT entity FROM temp.told_counts)`

/** How many, between any two moments at which a stretch or a day begins or ends: few rows, each wholly in what it touches. */
const ARRIVED = `CREATE OR REPLACE TEMP TABLE arrived AS
WITH edges AS (
  SELECT from_at AS edge FROM temp.local_days UNION SELECT from_at FROM temp.told_counts
  UNION SELECT until_at FROM temp.told_counts WHERE until_at IS NOT NULL
)
SELECT row_number() OVER () AS piece, * FROM (
  SELECT a.entity, a.channel, e.edge, count(*) AS arrived FROM temp.arrivals a ASOF JOIN edges e ON a."at" >= e.edge
  GROUP BY a.entity, a.channel, e.edge
)`

/** The stretches that a piece is in. Where one counts its channel, those that count all channels together mean the others. */
const MATCHED = `CREATE OR REPLACE TEMP TABLE matched AS
SELECT a.piece, a.arrived, t.told, t.channel IS NOT NULL AS is_own, bool_or(t.channel IS NOT NULL) OVER (PARTITION BY a.piece) AS any_own
FROM temp.arrived a JOIN temp.told_counts t
  ON t.entity = a.entity AND a.edge >= t.from_at AND a.edge < t.until_at AND (t.channel = a.channel OR t.channel IS NULL)`

/** The pieces that are in none; by channel only where sources count by channel. */
const UNCOUNTED = `SELECT edge, entity, arrived,
    CASE WHEN entity IN (SELECT entity FROM temp.told_counts WHERE channel IS NOT NULL) THEN channel END AS channel
  FROM temp.arrived WHERE piece NOT IN (SELECT piece FROM temp.matched)`
