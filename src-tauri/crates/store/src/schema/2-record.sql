-- What was recorded. Nothing here is ever changed or deleted: the triggers say so to whoever tries, and the
-- chain shows it where somebody got past them. docs/record.md tells each column byte by byte.
CREATE TABLE entry (
    seq         INTEGER PRIMARY KEY CHECK (seq > 0),
    content     BLOB NOT NULL,                                 -- JSON as it was written
    content_id  BLOB NOT NULL UNIQUE CHECK (length(content_id) = 32),
    author      BLOB NOT NULL CHECK (length(author) = 32),     -- Ed25519
    signature   BLOB NOT NULL CHECK (length(signature) = 64),  -- over content_id
    recorded_at TEXT NOT NULL,                                 -- UTC, 27 characters, never going back
    link        BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'an entry is never deleted');
END;

CREATE TRIGGER entry_comes_last BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry) BEGIN
    SELECT RAISE(ABORT, 'an entry is added behind the last');
END;

-- The newest link, signed by whoever recorded it: a journal cut short shows.
CREATE TABLE head (
    only_one  INTEGER PRIMARY KEY CHECK (only_one = 1),
    seq       INTEGER NOT NULL,
    link      BLOB NOT NULL CHECK (length(link) = 32),
    recorder  BLOB NOT NULL CHECK (length(recorder) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- The papers themselves, by their hash. Only the hash is part of the record; a signed entry takes one out.
CREATE TABLE attachment (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  BLOB NOT NULL
) STRICT;

-- The administrators' keys, each sealed under a passphrase and under a recovery code. Not part of the
-- record: a passphrase that is changed leaves no trace in it.
CREATE TABLE sealed_key (
    public     BLOB NOT NULL CHECK (length(public) = 32),
    opening    TEXT NOT NULL CHECK (opening IN ('passphrase', 'recovery')),
    salt       BLOB NOT NULL CHECK (length(salt) = 16),
    memory_kib INTEGER NOT NULL, -- Argon2id
    passes     INTEGER NOT NULL,
    nonce      BLOB NOT NULL CHECK (length(nonce) = 12),
    sealed     BLOB NOT NULL,    -- ChaCha20-Poly1305 of the secret half, bound to the public one
    PRIMARY KEY (public, opening)
) STRICT, WITHOUT ROWID;
