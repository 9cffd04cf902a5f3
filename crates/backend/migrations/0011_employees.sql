-- What the list of a company's people needs, as columns: their names stand in the answers otherwise. Null until the
-- name of an earlier member has been read from them (`company::names`), empty where no name was asked.
ALTER TABLE members ADD COLUMN full_name TEXT;
-- What they are looked for by: name and login id in small letters.
ALTER TABLE members ADD COLUMN sought TEXT;
-- When the master approved an associate; for a while that can be taken back.
ALTER TABLE members ADD COLUMN approved_at BIGINT;

-- Each list is read from its index alone, also its last page.
CREATE INDEX employees_by_name ON members (company_id, full_name, login_id, role, sought, joined_at, id);
CREATE INDEX employees_by_joining ON members (company_id, joined_at, login_id, role, sought, full_name, id);
CREATE INDEX employees_by_role ON members (company_id, role);
CREATE INDEX unnamed_members ON members (id) WHERE full_name IS NULL;

-- The master of a company wants another to be it: one at a time. The row goes when it was answered or withdrawn.
CREATE TABLE master_offers (
    company_id TEXT PRIMARY KEY REFERENCES companies (id) ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE,
    from_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    to_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);

CREATE INDEX master_offers_to ON master_offers (to_id);

-- Of acts for a company: which one, and the member who did it. `member_id` stays whom it concerns.
ALTER TABLE audit ADD COLUMN company_id TEXT;
ALTER TABLE audit ADD COLUMN actor_id TEXT;
CREATE INDEX audit_of_company ON audit (company_id, at) WHERE company_id IS NOT NULL;
