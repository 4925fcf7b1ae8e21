/**
 * The next contact of the same customer after `after`, for each row of a temporary table (id, customer, about): any, and one about the
 * same, which an unknown topic on either side may be. `which` contacts can be it. What has not ended has no row: the engine takes a moment
 * that is not known for the earliest.
 */
export function nextOf(table: string, after: string, which: string): string {
  const following = (name: string, about: string): string =>
    `ASOF LEFT JOIN (SELECT customer, about, "at" FROM temp.started WHERE ${which}) ${name}
  ON ${name}.customer = f.customer AND ${about}${name}."at" > f.${after}`
  return `SELECT f.id, a."at" AS next_at, CASE WHEN f.about IS NULL THEN a."at" ELSE least(s."at", u."at") END AS next_same_topic_at
FROM temp.${table} f
${following("a", "")}
${following("s", "s.about = f.about AND ")}
ASOF LEFT JOIN (SELECT customer, "at" FROM temp.started WHERE ${which} AND about IS NULL) u ON u.customer = f.customer AND u."at" > f.${after}
WHERE f.${after} IS NOT NULL`
}
