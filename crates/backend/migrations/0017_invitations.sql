-- A company asks somebody by e-mail to join it. `token_hash` is a digest; the token itself is in the mail alone. `email`
-- is the address in small letters, `address` as it was entered; both are emptied when the invitation is used or withdrawn.
-- `inviter_id` is none where the company invited by its own login.
CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    portal TEXT NOT NULL,
    inviter_id TEXT REFERENCES members (id) ON DELETE SET NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    resends BIGINT NOT NULL,
    used_at BIGINT,
    used_by TEXT REFERENCES members (id) ON DELETE SET NULL,
    ended_at BIGINT
);

-- One to an address that may still be used.
CREATE UNIQUE INDEX open_invitations ON invitations (company_id, email) WHERE used_at IS NULL AND ended_at IS NULL;
CREATE INDEX invitations_by_age ON invitations (expires_at);
CREATE INDEX invitations_by_inviter ON invitations (inviter_id) WHERE inviter_id IS NOT NULL;
CREATE INDEX invitations_by_user ON invitations (used_by) WHERE used_by IS NOT NULL;

-- The invitation whose link was opened in this browser, on the way to logging in or joining.
ALTER TABLE sessions ADD COLUMN invitation_id TEXT REFERENCES invitations (id) ON DELETE SET NULL;
CREATE INDEX sessions_with_invitation ON sessions (invitation_id) WHERE invitation_id IS NOT NULL;
