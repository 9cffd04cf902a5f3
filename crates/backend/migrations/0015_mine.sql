-- Browser and system of a login, in words; none for logins from before.
ALTER TABLE sessions ADD COLUMN device TEXT;

-- What members decide about documents after their sign-up; the newest decision about a document counts, and none is
-- ever changed. Those of the sign-up are in `consents`.
CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    terms TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    agreed BIGINT NOT NULL,
    decided_at BIGINT NOT NULL
);

CREATE INDEX decisions_of_member ON decisions (member_id, decided_at);
CREATE INDEX sessions_of_member ON sessions (member_id) WHERE member_id IS NOT NULL;
