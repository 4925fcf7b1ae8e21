-- What subscriptions bring in a month when the period ends: of each, what its last change before then says. The n are customers.
WITH latest AS (
  SELECT subject, arg_max(customer, moment) AS customer, arg_max(mrr, moment) AS mrr, arg_max(kind, moment) AS kind
  FROM events
  WHERE kind LIKE 'subscription.%' AND moment < getvariable('to_at')
  GROUP BY subject
)
SELECT count(DISTINCT customer) AS n, sum(mrr) AS value
FROM latest
WHERE kind = 'subscription.changed' AND mrr > 0
