-- What is derived from the record: made from it alone, and made anew whenever somebody doubts it. Every cell
-- is text; what there is none of is empty; a day is year-month-day, and an empty last day is an open one.
-- The columns are those of register::rows::Table, in its order; a test holds the two together.

CREATE TABLE committee (
    committee TEXT NOT NULL, -- id
    from_day  TEXT NOT NULL,
    name      TEXT NOT NULL,
    to_day    TEXT NOT NULL,
    PRIMARY KEY (committee, from_day)
) STRICT, WITHOUT ROWID;

-- No two entries of one key: a decision is recorded once.
CREATE TABLE decision (
    series   TEXT NOT NULL,
    number   TEXT NOT NULL,
    year     TEXT NOT NULL,
    decision TEXT NOT NULL, -- id
    PRIMARY KEY (series, number, year)
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

-- By person first: the history of one is one stretch of this table.
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

CREATE TABLE organization (
    organization TEXT NOT NULL, -- id
    from_day     TEXT NOT NULL,
    name         TEXT NOT NULL,
    to_day       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    parent       TEXT NOT NULL,
    PRIMARY KEY (organization, from_day, name)
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

CREATE TABLE person (
    person TEXT NOT NULL,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (person, name)
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
