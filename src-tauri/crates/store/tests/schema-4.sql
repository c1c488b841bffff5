CREATE TRIGGER entry_comes_last BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry) BEGIN
    SELECT RAISE(ABORT, 'an entry is added behind the last');
END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'an entry is never deleted');
END;

CREATE TABLE attachment (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE committee (
    committee TEXT NOT NULL, -- id
    from_day  TEXT NOT NULL,
    name      TEXT NOT NULL,
    to_day    TEXT NOT NULL,
    PRIMARY KEY (committee, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    series   TEXT NOT NULL,
    number   TEXT NOT NULL,
    year     TEXT NOT NULL,
    decision TEXT NOT NULL, -- id
    PRIMARY KEY (series, number, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    seq         INTEGER PRIMARY KEY CHECK (seq > 0),
    content     BLOB NOT NULL,                                 -- JSON as it was written
    content_id  BLOB NOT NULL UNIQUE CHECK (length(content_id) = 32),
    author      BLOB NOT NULL CHECK (length(author) = 32),     -- Ed25519
    signature   BLOB NOT NULL CHECK (length(signature) = 64),  -- over content_id
    recorded_at TEXT NOT NULL,                                 -- UTC, 27 characters, never going back
    link        BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TABLE head (
    only_one  INTEGER PRIMARY KEY CHECK (only_one = 1),
    seq       INTEGER NOT NULL,
    link      BLOB NOT NULL CHECK (length(link) = 32),
    recorder  BLOB NOT NULL CHECK (length(recorder) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TABLE incumbency (
    person       TEXT NOT NULL,
    post         TEXT NOT NULL,
    incumbency   TEXT NOT NULL, -- id
    from_day     TEXT NOT NULL,
    to_day       TEXT NOT NULL,
    name         TEXT NOT NULL,
    title        TEXT NOT NULL,
    organization TEXT NOT NULL, -- its name when it began
    capacity     TEXT NOT NULL,
    since        TEXT NOT NULL, -- as far as it is known: 2014, 2014-11 or 2014-11-25
    until        TEXT NOT NULL,
    citation     TEXT NOT NULL,
    PRIMARY KEY (person, post, incumbency, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
    organization TEXT NOT NULL, -- id
    from_day     TEXT NOT NULL,
    name         TEXT NOT NULL,
    to_day       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    parent       TEXT NOT NULL,
    PRIMARY KEY (organization, from_day, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    person TEXT NOT NULL,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE post (
    post         TEXT NOT NULL, -- id
    organization TEXT NOT NULL,
    title        TEXT NOT NULL,
    from_day     TEXT NOT NULL,
    to_day       TEXT NOT NULL,
    several      TEXT NOT NULL,
    PRIMARY KEY (post, organization, title)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE search_text (
    kind     TEXT NOT NULL, -- committee, decision, organization, post, person
    thing    TEXT NOT NULL, -- id, or a person as in term
    part     TEXT NOT NULL, -- id of a committee, a post, an organization
    from_day TEXT NOT NULL,
    folded   TEXT NOT NULL, -- what is searched: lower case, without marks
    to_day   TEXT NOT NULL,
    title    TEXT NOT NULL,
    detail   TEXT NOT NULL,
    PRIMARY KEY (kind, thing, part, from_day, folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE seat (
    committee  TEXT NOT NULL,
    seat       TEXT NOT NULL, -- id
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL,
    sub_body   TEXT NOT NULL,
    role       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    as_written TEXT NOT NULL,
    invited    TEXT NOT NULL,
    citation   TEXT NOT NULL, -- decision, id, day, place, reconstructed, note; between them the unit separator
    PRIMARY KEY (committee, seat, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
    person    TEXT NOT NULL, -- "name …" or "id …"
    committee TEXT NOT NULL,
    sub_body  TEXT NOT NULL,
    role      TEXT NOT NULL,
    from_day  TEXT NOT NULL,
    seat      TEXT NOT NULL,
    post      TEXT NOT NULL,
    to_day    TEXT NOT NULL,
    body      TEXT NOT NULL, -- the committee as it is called now, or the sub-body
    name      TEXT NOT NULL,
    invited   TEXT NOT NULL,
    citation  TEXT NOT NULL,
    PRIMARY KEY (person, committee, sub_body, role, from_day, seat, post)
) STRICT, WITHOUT ROWID;

