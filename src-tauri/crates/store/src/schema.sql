-- What was recorded. Nothing here is ever changed or deleted: the triggers below say so to whoever tries.
CREATE TABLE entry (
    seq         INTEGER PRIMARY KEY,
    content     TEXT NOT NULL, -- JSON as it was written: hashed, and never written again
    content_id  TEXT NOT NULL, -- SHA-256 of content
    recorded_at TEXT NOT NULL, -- UTC, never earlier than the entry before
    link        TEXT NOT NULL  -- SHA-256 of seq, the link before, content_id, recorded_at
) STRICT;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'an entry is never deleted');
END;

-- The papers themselves, by their hash. Only the hash is part of the record.
CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;

-- Derived: series, number and year of every decision, so that none is recorded twice.
CREATE TABLE decision_key (
    series   TEXT NOT NULL,
    number   TEXT NOT NULL,
    year     INTEGER NOT NULL,
    decision TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    PRIMARY KEY (series, number, year)
) STRICT, WITHOUT ROWID;
