-- By which addresses a member is found: `email` in small letters, `address` as it was entered, to which mails go.
CREATE TABLE member_emails (
    portal TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    PRIMARY KEY (portal, email, member_id)
);

CREATE INDEX emails_of_member ON member_emails (member_id);

-- The code of a step, or what looks like it where no member is meant. `claim` is a keyed hash of what was typed,
-- `code_hash` one of the code.
CREATE TABLE email_codes (
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    attempt TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    member_id TEXT REFERENCES members (id) ON DELETE CASCADE,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    resends BIGINT NOT NULL,
    since BIGINT NOT NULL,
    confirmed_at BIGINT,
    PRIMARY KEY (draft_id, step)
);

CREATE INDEX email_codes_of_member ON email_codes (member_id);

-- What was sent to members, so that nobody's mailbox is filled; also what was not, where no member is meant.
CREATE TABLE email_sendings (
    id TEXT PRIMARY KEY,
    member_id TEXT REFERENCES members (id) ON DELETE CASCADE,
    at BIGINT NOT NULL
);

CREATE INDEX email_sendings_of_member ON email_sendings (member_id, at);

-- Members of before. Whatever holds an `@` was entered as an address.
INSERT INTO member_emails (portal, email, address, member_id)
SELECT members.portal, lower(field.value ->> 'text'), field.value ->> 'text', members.id
FROM answers JOIN members ON members.id = answers.member_id
CROSS JOIN LATERAL jsonb_each(COALESCE(answers.answer::jsonb -> 'form', '{}'::jsonb)) AS field
WHERE field.value ->> 'text' LIKE '%_@_%'
ON CONFLICT DO NOTHING;
