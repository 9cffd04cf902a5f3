-- Codes sent by e-mail, of a step of a draft or of a member's new address: one table. Codes of before live ten minutes;
-- they are asked for anew.
DROP TABLE own_email_codes;
DROP TABLE email_codes;

-- The code of a step, or what looks like it where no member is meant; without a draft, the code that proves the member's
-- new address. `claim` is a keyed hash of what was typed, `code_hash` one of the code.
CREATE TABLE email_codes (
    attempt TEXT PRIMARY KEY,
    draft_id TEXT REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT,
    member_id TEXT REFERENCES members (id) ON DELETE CASCADE,
    claim TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    resends BIGINT NOT NULL,
    since BIGINT NOT NULL,
    confirmed_at BIGINT,
    CHECK ((draft_id IS NULL) = (step IS NULL)),
    CHECK (draft_id IS NOT NULL OR member_id IS NOT NULL)
);

-- One at a time.
CREATE UNIQUE INDEX email_codes_of_step ON email_codes (draft_id, step);
CREATE UNIQUE INDEX email_codes_of_address ON email_codes (member_id) WHERE draft_id IS NULL;

CREATE INDEX email_codes_of_member ON email_codes (member_id);
