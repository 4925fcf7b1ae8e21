-- From the customer's first message to the first public one of a person, in seconds. Bots, notes and automatic replies do not answer.
-- Where only a bot solved it and the customer came back, the wait is from then. What was merged into another counts there. One that was solved without a reply, or is unanswered, has no time. The value is the median.
WITH RECURSIVE merged AS (
  SELECT subject, "into" AS home FROM events WHERE kind = 'conversation.merged_into'
),
homes AS (
  SELECT subject, subject AS home FROM events WHERE kind = 'conversation.opened'
  UNION ALL
  SELECT homes.subject, merged.home FROM homes JOIN merged ON merged.subject = homes.home
),
homed AS (
  SELECT subject, home FROM homes WHERE home NOT IN (SELECT subject FROM merged)
),
left_out AS (
  SELECT subject FROM events WHERE kind IN ('conversation.marked_spam', 'conversation.deleted')
  UNION
  SELECT subject FROM events WHERE kind = 'conversation.opened' AND test
),
begun AS (
  SELECT homed.home, min(opened.moment) AS moment, bool_and(opened.direction = 'outbound') AS by_us
  FROM homed JOIN events AS opened USING (subject)
  WHERE opened.kind = 'conversation.opened'
  GROUP BY homed.home
),
messages AS (
  SELECT homed.home, events.moment, events.author FROM homed JOIN events USING (subject) WHERE kind = 'message.sent' AND public
),
asked AS (
  SELECT home, min(moment) AS moment FROM messages WHERE author = 'customer' GROUP BY home
),
answered AS (
  SELECT home, min(messages.moment) AS moment
  FROM messages JOIN asked USING (home)
  WHERE author = 'agent' AND messages.moment >= asked.moment
  GROUP BY home
),
steps AS (
  SELECT home, moment, status, lag(status) OVER (PARTITION BY home ORDER BY moment) AS before
  FROM homed JOIN events USING (subject)
  WHERE kind = 'conversation.status_changed'
),
came_back AS (
  SELECT steps.home, max(steps.moment) AS moment
  FROM steps JOIN answered USING (home)
  WHERE before = 'solved' AND status = 'open' AND steps.moment <= answered.moment
  GROUP BY steps.home
)
SELECT count(*) AS n, median(epoch(answered.moment - coalesce(came_back.moment, asked.moment))) AS value
FROM begun JOIN asked USING (home) JOIN answered USING (home) LEFT JOIN came_back USING (home)
WHERE home NOT IN (FROM left_out)
  AND CASE WHEN by_us THEN asked.moment ELSE begun.moment END >= getvariable('from_at')
  AND CASE WHEN by_us THEN asked.moment ELSE begun.moment END < getvariable('to_at')
