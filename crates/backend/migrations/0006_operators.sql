-- Staff of the agency, each for one portal. Who was taken away stays, because the audit log names them.
CREATE TABLE operators (
    id TEXT PRIMARY KEY,
    portal TEXT NOT NULL,
    login_id TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    removed_at BIGINT
);

CREATE UNIQUE INDEX one_operator ON operators (portal, login_id) WHERE removed_at IS NULL;

-- A login is a member's or an operator's, never both.
ALTER TABLE sessions ADD COLUMN operator_id TEXT REFERENCES operators (id);

-- When the papers of a company were handed in last, and how often papers and decisions have changed since the sign-up.
ALTER TABLE members ADD COLUMN papers_at BIGINT;
ALTER TABLE members ADD COLUMN papers_version BIGINT NOT NULL DEFAULT 0;

ALTER TABLE audit ADD COLUMN operator_id TEXT;
CREATE INDEX audit_of_portal ON audit (portal, at);
