-- Every event that was told, as `plumbline export events > events.ndjson` writes it.
CREATE TABLE events AS
SELECT * EXCLUDE ("at", until), "at"::TIMESTAMPTZ AS moment, until::TIMESTAMPTZ AS until
FROM read_ndjson('events.ndjson', sample_size = -1)
