-- Every imported edition of a code list is kept, so that what was saved under its codes keeps its meaning.
-- `in_force_at` is when it last came into force; an edition without it was not written to its end.
CREATE TABLE editions (
    id TEXT PRIMARY KEY,
    list TEXT NOT NULL,
    digest TEXT NOT NULL,
    files TEXT NOT NULL,
    codes BIGINT NOT NULL,
    imported_at BIGINT NOT NULL,
    in_force_at BIGINT
);

CREATE TABLE edition_entries (
    edition_id TEXT NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    level BIGINT NOT NULL,
    ko TEXT NOT NULL,
    en TEXT NOT NULL,
    parent TEXT,
    names TEXT NOT NULL,
    PRIMARY KEY (edition_id, code)
);

-- The edition in force of each list; the built-in one where there is no row.
CREATE TABLE editions_in_force (
    list TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id)
);
