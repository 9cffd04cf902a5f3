-- Counts the changes that a member made to what was entered: two windows do not overwrite each other.
ALTER TABLE members ADD COLUMN info_version BIGINT NOT NULL DEFAULT 0;

-- The code that proves a member's new e-mail address; one at a time. `claim` is a keyed hash of the address, `code_hash`
-- one of the code.
CREATE TABLE own_email_codes (
    member_id TEXT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    attempt TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    resends BIGINT NOT NULL,
    since BIGINT NOT NULL
);

-- As what the member of a login came, at portals that tell their accounts apart.
ALTER TABLE sessions ADD COLUMN login_type TEXT;
