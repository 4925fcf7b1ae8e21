/**
 * What people decide, as against what happened: small, and backed up apart from the ledger. Each entry is one step; the file remembers
 * how many it has taken (`user_version`), so a step once released is never changed, only followed by another.
 *
 * Moments are UTC microseconds. Of every secret only a hash is kept.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE users (
  user INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role TEXT NOT NULL,
  password TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE invitations (
  hash TEXT PRIMARY KEY,
  user INTEGER REFERENCES users ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE keys (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE TABLE dashboards (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  owner TEXT NOT NULL,
  view TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
`,
]
