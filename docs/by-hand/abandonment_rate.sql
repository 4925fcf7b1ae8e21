-- Of the calls that reached a queue or an agent, those that gave up. Who gave up within five seconds is in neither.
WITH reached AS (
  SELECT subject, min(moment) AS moment FROM events WHERE kind = 'call.segment' AND segment IN ('queue', 'ring') GROUP BY subject
),
abandoned AS (
  SELECT subject, min(moment) AS moment FROM events WHERE kind = 'call.abandoned' GROUP BY subject
),
offered AS (
  SELECT abandoned.subject IS NOT NULL AS gave_up, coalesce(abandoned.moment - reached.moment <= INTERVAL 5 SECONDS, false) AS short
  FROM reached LEFT JOIN abandoned USING (subject)
  WHERE reached.moment >= getvariable('from_at') AND reached.moment < getvariable('to_at')
    AND subject IN (SELECT subject FROM events WHERE kind = 'call.started' AND direction = 'inbound' AND test IS NOT TRUE)
)
SELECT count(*) AS n, count(*) FILTER (WHERE gave_up) / count(*) AS value
FROM offered
WHERE NOT short
