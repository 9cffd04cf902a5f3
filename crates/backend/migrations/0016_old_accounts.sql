-- Accounts of the system of before, which wait for their people (decision 0021). The person is the same keyed hash as a
-- member's; no name, password or birth date is kept. Whoever leaves takes the account of before along.
CREATE TABLE old_accounts (
    id TEXT PRIMARY KEY,
    portal TEXT NOT NULL,
    login_id TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    company TEXT,
    business_number TEXT,
    joined_on TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    migrated_at BIGINT,
    member_id TEXT REFERENCES members (id) ON DELETE CASCADE,
    UNIQUE (portal, login_id)
);

CREATE INDEX old_accounts_of_person ON old_accounts (portal, person);
CREATE INDEX old_accounts_of_member ON old_accounts (member_id) WHERE member_id IS NOT NULL;
