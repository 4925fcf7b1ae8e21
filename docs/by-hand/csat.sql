-- Of the answers on a scale from 1 to 5, those of 4 and 5. A survey counts once, with its last answer, when that was given.
WITH asked AS (
  SELECT subject FROM events WHERE kind = 'survey.sent' AND survey = 'csat' AND scale_min = 1 AND scale_max = 5
),
answered AS (
  SELECT subject, arg_max(score, moment) AS score, max(moment) AS moment FROM events WHERE kind = 'survey.answered' GROUP BY subject
)
SELECT count(*) AS n, count(*) FILTER (WHERE score >= 4) / count(*) AS value
FROM answered
WHERE subject IN (FROM asked) AND score IN (1, 2, 3, 4, 5) AND moment >= getvariable('from_at') AND moment < getvariable('to_at')
