-- Conversations that customers began in the period; spam, deleted, merged and test ones are not customers' conversations.
-- One that we began counts once the customer writes, moment that moment.
WITH left_out AS (
  SELECT subject FROM events WHERE kind IN ('conversation.marked_spam', 'conversation.deleted', 'conversation.merged_into')
  UNION
  SELECT subject FROM events WHERE kind = 'conversation.opened' AND test
),
written AS (
  SELECT subject, min(moment) AS moment FROM events WHERE kind = 'message.sent' AND author = 'customer' AND public GROUP BY subject
),
begun AS (
  SELECT opened.subject, CASE WHEN opened.direction = 'outbound' THEN written.moment ELSE opened.moment END AS moment
  FROM events AS opened LEFT JOIN written USING (subject)
  WHERE opened.kind = 'conversation.opened'
)
SELECT count(*) AS n, count(*) AS value
FROM begun
WHERE subject NOT IN (FROM left_out) AND moment >= getvariable('from_at') AND moment < getvariable('to_at')
