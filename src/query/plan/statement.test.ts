import { expect, test } from "vitest"
import { type FactRow, factsOf } from "../../../test/facts.ts"
import { ask } from "../ask.ts"
import type { Question } from "../question.ts"

const factsWith = (conversation: FactRow) =>
  factsOf(
    {
      conversations: [{ channel: "email", attributes: { country: "DE" }, ...conversation }],
      spans: [{ span: "unsolved", from_at: "2024-05-07" }],
    },
    { knownUntil: "2024-07-01" },
  )
const facts = factsWith({})
const spam = factsWith({ excluded: "spam" })
const sqlOf = async (question: Omit<Question, "explain">, source = facts) =>
  (await ask({ ...question, explain: true }, await source)).sql!.join("\n\n")

test("a count by month, over the change of the clock; what is left out is counted apart", async () => {
  const question: Question = {
    metrics: ["ticket_volume"],
    from: "2024-02-01",
    to: "2024-05-01",
    zone: "Europe/Berlin",
    grain: "month",
  }
  expect(await sqlOf(question, spam)).toMatchInlineSnapshot(`
    "WITH base AS MATERIALIZED (
      SELECT
        CAST(0 + ("counted_at" - 1706572800000000) // 2674800000000 AS SMALLINT) AS place_0,
        "excluded"
      FROM facts.conversations
      WHERE "counted_at" >= 1706742000000000 AND "counted_at" < 1714514400000000
    ),
    marked_0 AS NOT MATERIALIZED (
      SELECT place_0 AS bucket, CASE WHEN place_0 >= 3 THEN 1 ELSE 0 END AS period
      FROM base
      WHERE "excluded" IS NULL
    ),
    finest_cells_0 AS (
      SELECT
        bucket,
        CASE WHEN bucket >= 3 THEN 1 ELSE 0 END AS period,
        count(*) AS ticket_volume_n
      FROM marked_0
      GROUP BY bucket
    ),
    cells_0 AS (
      SELECT
        1 AS whole,
        bucket,
        period,
        sum(ticket_volume_n) AS ticket_volume_n
      FROM finest_cells_0
      GROUP BY GROUPING SETS ((bucket), (period))
    ),
    rows_0_left AS (
      SELECT place_0 AS bucket, CASE WHEN place_0 >= 3 THEN 1 ELSE 0 END AS period, "excluded"
      FROM base
      WHERE "excluded" IS NOT NULL
    ),
    marked_0_left AS (
      SELECT
        bucket, period,
        "excluded" IN (2) AS in_ticket_volume_excluded_spam
      FROM rows_0_left
    ),
    finest_cells_0_left AS (
      SELECT
        bucket,
        CASE WHEN bucket >= 3 THEN 1 ELSE 0 END AS period,
        count_if(in_ticket_volume_excluded_spam) AS ticket_volume_excluded_spam
      FROM marked_0_left
      GROUP BY bucket
    ),
    cells_0_left AS (
      SELECT
        1 AS whole,
        bucket,
        period,
        sum(ticket_volume_excluded_spam) AS ticket_volume_excluded_spam
      FROM finest_cells_0_left
      GROUP BY GROUPING SETS ((bucket), (period))
    )
    SELECT 0 AS feed, whole, bucket, period, ticket_volume_n
    FROM cells_0
    UNION ALL BY NAME
    SELECT 0 AS feed, whole, bucket, period, ticket_volume_excluded_spam
    FROM cells_0_left"
  `)
})

test("a duration by channel with its comparison, and a filter on an attribute", async () => {
  expect(
    await sqlOf({
      metrics: ["first_response_time"],
      from: "2024-05-01",
      to: "2024-06-01",
      by: ["channel"],
      compare: "previous",
      where: [{ field: "attributes.country", in: ["DE", null] }],
    }),
  ).toMatchInlineSnapshot(`
    "WITH base AS MATERIALIZED (
      SELECT
        "channel" AS split_0_0,
        CAST(CASE WHEN "counted_at" < 1714521600000000 THEN 1 ELSE 0 END AS SMALLINT) AS place_0,
        "excluded",
        "first_reply_at" IS NOT NULL AND "first_reply_ms" IS NOT NULL AND "first_reply_from_at" IS NOT NULL AS in_first_response_time_n,
        "first_reply_at" IS NULL AND "first_reply_from_at" IS NOT NULL AND "unreplied_end_at" IS NULL AS in_first_response_time_censored,
        "first_reply_from_at" IS NULL AS in_first_response_time_excluded_no_customer_message,
        "first_reply_from_at" IS NOT NULL AND "first_reply_at" IS NULL AND "unreplied_end_at" IS NOT NULL AS in_first_response_time_excluded_solved_without_reply,
        "first_reply_from_at" IS NOT NULL AND "first_reply_at" IS NOT NULL AND "first_reply_ms" IS NULL AS in_first_response_time_excluded_no_calendar,
        "first_reply_ms" AS of_first_response_time_x,
        "first_reply_from_at"
      FROM facts.conversations
      WHERE "counted_at" >= 1711929600000000 AND "counted_at" < 1717200000000000 AND ("attributes"[$1] IN ($2) OR "attributes"[$1] IS NULL)
    ),
    marked_0 AS NOT MATERIALIZED (
      SELECT place_0 AS bucket, split_0_0 AS split_0, in_first_response_time_n, in_first_response_time_censored, in_first_response_time_excluded_no_customer_message, in_first_response_time_excluded_solved_without_reply, in_first_response_time_excluded_no_calendar, of_first_response_time_x, "first_reply_from_at"
      FROM base
      WHERE "excluded" IS NULL
    ),
    finest_cells_0 AS (
      SELECT
        bucket,
        split_0,
        count_if(in_first_response_time_n) AS first_response_time_n,
        count_if(in_first_response_time_censored) AS first_response_time_censored,
        count_if(in_first_response_time_excluded_no_customer_message) AS first_response_time_excluded_no_customer_message,
        count_if(in_first_response_time_excluded_solved_without_reply) AS first_response_time_excluded_solved_without_reply,
        count_if(in_first_response_time_excluded_no_calendar) AS first_response_time_excluded_no_calendar,
        sum(of_first_response_time_x) FILTER (WHERE in_first_response_time_n) AS first_response_time_x
      FROM marked_0
      GROUP BY bucket, split_0
    ),
    cells_0 AS MATERIALIZED (
      SELECT
        grouping(split_0) AS whole,
        bucket,
        split_0,
        sum(first_response_time_n) AS first_response_time_n,
        sum(first_response_time_censored) AS first_response_time_censored,
        sum(first_response_time_excluded_no_customer_message) AS first_response_time_excluded_no_customer_message,
        sum(first_response_time_excluded_solved_without_reply) AS first_response_time_excluded_solved_without_reply,
        sum(first_response_time_excluded_no_calendar) AS first_response_time_excluded_no_calendar,
        sum(first_response_time_x) AS first_response_time_x
      FROM finest_cells_0
      GROUP BY GROUPING SETS ((bucket, split_0), (bucket))
    ),
    finest_listed_cells_0 AS (
      SELECT
        bucket,
        split_0,
        list(CAST(of_first_response_time_x AS DOUBLE)) FILTER (WHERE in_first_response_time_n) AS values_first_response_time_quantiles
      FROM marked_0
      GROUP BY bucket, split_0
    )
    SELECT 0 AS feed, whole, bucket, split_0, first_response_time_n, first_response_time_censored, first_response_time_excluded_no_customer_message, first_response_time_excluded_solved_without_reply, first_response_time_excluded_no_calendar, first_response_time_x
    FROM cells_0
    UNION ALL BY NAME
    SELECT 0 AS feed, 2 AS whole, bucket, split_0, values_first_response_time_quantiles
    FROM finest_listed_cells_0
    UNION ALL BY NAME
    SELECT 0 AS feed, 0 AS whole, cell.bucket AS bucket, cell.split_0 AS split_0,
      list(CAST(of_first_response_time_x AS DOUBLE)) FILTER (WHERE 20 * cell.first_response_time_censored > cell.first_response_time_n + cell.first_response_time_censored AND in_first_response_time_n) AS first_response_time_n_list,
      list(CAST(CASE WHEN 1719792000000000 > "first_reply_from_at" THEN (1719792000000000 - "first_reply_from_at") // 1000 WHEN 1719792000000000 <= "first_reply_from_at" THEN 0 END AS DOUBLE)) FILTER (WHERE 20 * cell.first_response_time_censored > cell.first_response_time_n + cell.first_response_time_censored AND in_first_response_time_censored) AS first_response_time_censored_list
    FROM cells_0 AS cell JOIN marked_0 AS fact ON cell.bucket = fact.bucket AND cell.split_0 IS NOT DISTINCT FROM fact.split_0 AND cell.whole = 0
    WHERE (20 * cell.first_response_time_censored > cell.first_response_time_n + cell.first_response_time_censored)
    GROUP BY cell.bucket, cell.split_0
    UNION ALL BY NAME
    SELECT 0 AS feed, 1 AS whole, cell.bucket AS bucket, NULL AS split_0,
      list(CAST(of_first_response_time_x AS DOUBLE)) FILTER (WHERE 20 * cell.first_response_time_censored > cell.first_response_time_n + cell.first_response_time_censored AND in_first_response_time_n) AS first_response_time_n_list,
      list(CAST(CASE WHEN 1719792000000000 > "first_reply_from_at" THEN (1719792000000000 - "first_reply_from_at") // 1000 WHEN 1719792000000000 <= "first_reply_from_at" THEN 0 END AS DOUBLE)) FILTER (WHERE 20 * cell.first_response_time_censored > cell.first_response_time_n + cell.first_response_time_censored AND in_first_response_time_censored) AS first_response_time_censored_list
    FROM cells_0 AS cell JOIN marked_0 AS fact ON cell.bucket = fact.bucket AND cell.whole = 1
    WHERE (20 * cell.first_response_time_censored > cell.first_response_time_n + cell.first_response_time_censored)
    GROUP BY cell.bucket"
  `)
})

test("a snapshot at the end of each week", async () => {
  expect(await sqlOf({ metrics: ["aged_backlog_share(hours=48)"], from: "2024-05-06", to: "2024-05-20", grain: "week" }))
    .toMatchInlineSnapshot(`
      "WITH base AS NOT MATERIALIZED (
        SELECT
          CASE WHEN "from_at" < 1716163200000000 THEN CASE WHEN "from_at" < 1715558400000000 THEN 0 ELSE 1 END ELSE 2 END AS start_0,
          CASE WHEN "to_at" IS NULL THEN 2 ELSE CASE WHEN "to_at" < 1716163200000000 THEN CASE WHEN "to_at" < 1715558400000000 THEN 0 ELSE 1 END ELSE 2 END END AS stop_0,
          "excluded",
          "opened_at",
          "span"
        FROM facts.spans
        WHERE "from_at" < 1716163200000000 AND ("to_at" IS NULL OR "to_at" >= 1715558400000000) AND ("span" IN (2))
      ),
      rows_0 AS (
        SELECT unnest(range(start_0, stop_0)) AS bucket, "excluded", "opened_at", "span"
        FROM base
        WHERE start_0 < stop_0 AND "excluded" IS NULL
      ),
      marked_0 AS (
        SELECT
          bucket,
          "opened_at" IS NOT NULL AND ([1715558400000000, 1716163200000000])[bucket + 1] IS NOT NULL AND "span" IN (2) AS in_aged_backlog_share_n,
          "opened_at" IS NOT NULL AND ([1715558400000000, 1716163200000000])[bucket + 1] IS NOT NULL AND "span" IN (2) AND CASE WHEN ([1715558400000000, 1716163200000000])[bucket + 1] > "opened_at" THEN (([1715558400000000, 1716163200000000])[bucket + 1] - "opened_at") // 1000 WHEN ([1715558400000000, 1716163200000000])[bucket + 1] <= "opened_at" THEN 0 END > 172800000 AS in_aged_backlog_share_numerator,
          ("opened_at" IS NULL OR ([1715558400000000, 1716163200000000])[bucket + 1] IS NULL) AND "span" IN (2) AS in_aged_backlog_share_excluded_no_calendar
        FROM rows_0
      ),
      finest_cells_0 AS (
        SELECT
          bucket,
          count_if(in_aged_backlog_share_n) AS aged_backlog_share_n,
          count_if(in_aged_backlog_share_numerator) AS aged_backlog_share_numerator,
          count_if(in_aged_backlog_share_excluded_no_calendar) AS aged_backlog_share_excluded_no_calendar
        FROM marked_0
        GROUP BY bucket
      ),
      cells_0 AS (
        SELECT
          1 AS whole,
          bucket,
          sum(aged_backlog_share_n) AS aged_backlog_share_n,
          sum(aged_backlog_share_numerator) AS aged_backlog_share_numerator,
          sum(aged_backlog_share_excluded_no_calendar) AS aged_backlog_share_excluded_no_calendar
        FROM finest_cells_0
        GROUP BY GROUPING SETS ((bucket))
      )
      SELECT 0 AS feed, whole, bucket, aged_backlog_share_n, aged_backlog_share_numerator, aged_backlog_share_excluded_no_calendar
      FROM cells_0"
    `)
})
