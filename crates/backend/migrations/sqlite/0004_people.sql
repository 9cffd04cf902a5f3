-- People with and without a company, any number of them for each. SQLite cannot loosen a column, so the table is made
-- anew; this runs on a connection that does not hold foreign keys, else dropping the table would delete what refers to it.
CREATE TABLE members_anew (
    id TEXT PRIMARY KEY,
    company_id TEXT REFERENCES companies (id),
    portal TEXT NOT NULL,
    journey TEXT NOT NULL,
    login_id TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    provisional BIGINT NOT NULL,
    joined_at BIGINT NOT NULL,
    originals_at BIGINT,
    role TEXT NOT NULL DEFAULT 'contact',
    rejected TEXT,
    person TEXT,
    UNIQUE (portal, login_id),
    UNIQUE (portal, person)
);

INSERT INTO members_anew (id, company_id, portal, journey, login_id, password_hash, reference, provisional, joined_at, originals_at)
SELECT id, company_id, portal, journey, login_id, password_hash, reference, provisional, joined_at, originals_at FROM members;

DROP TABLE members;
ALTER TABLE members_anew RENAME TO members;
