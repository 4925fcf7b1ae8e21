-- Of the conversations first solved in the period, those open again within seven days. The solves of the last seven days are too young.
WITH left_out AS (
  SELECT subject FROM events WHERE kind IN ('conversation.marked_spam', 'conversation.deleted', 'conversation.merged_into')
  UNION
  SELECT subject FROM events WHERE kind = 'conversation.opened' AND test
),
steps AS (
  SELECT subject, moment, status IN ('solved', 'closed') AS is_solved FROM events WHERE kind = 'conversation.status_changed'
),
solved AS (
  SELECT subject, min(moment) AS moment FROM steps WHERE is_solved GROUP BY subject
),
reopened AS (
  SELECT subject, min(steps.moment) AS moment
  FROM steps JOIN solved USING (subject)
  WHERE NOT steps.is_solved AND steps.moment > solved.moment
  GROUP BY subject
)
SELECT count(*) AS n, count(*) FILTER (WHERE reopened.moment <= solved.moment + INTERVAL 7 DAYS) / count(*) AS value
FROM solved LEFT JOIN reopened USING (subject)
WHERE subject NOT IN (FROM left_out)
  AND solved.moment >= getvariable('from_at') AND solved.moment < getvariable('to_at')
  AND solved.moment + INTERVAL 7 DAYS <= (SELECT max(moment) FROM events)
