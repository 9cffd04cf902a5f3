-- Who stands for a company: one contact or one master, whatever the number of its people.
CREATE UNIQUE INDEX one_master ON members (company_id) WHERE role IN ('contact', 'master');
CREATE INDEX members_of_company ON members (company_id);

-- What is known of a company; `listed` where the directory said so, else somebody typed it.
ALTER TABLE companies ADD COLUMN profile TEXT;
ALTER TABLE companies ADD COLUMN listed BIGINT NOT NULL DEFAULT 0;

-- The verification of a step. `claim` is a keyed hash of name and birth date as typed: nothing typed is kept. What was
-- verified last stays beside an attempt that takes its place, until that one is verified.
CREATE TABLE identities (
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    attempt TEXT NOT NULL UNIQUE,
    method TEXT NOT NULL,
    state TEXT NOT NULL,
    claim TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    resends BIGINT NOT NULL,
    extended BIGINT NOT NULL,
    since BIGINT NOT NULL,
    verified TEXT,
    person TEXT,
    proof TEXT,
    verified_at BIGINT,
    PRIMARY KEY (draft_id, step)
);

CREATE INDEX identities_by_age ON identities (sent_at);

-- How and when it was shown who a member is; `proof` names the verification at the service.
CREATE TABLE identity_proofs (
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    method TEXT NOT NULL,
    proof TEXT NOT NULL,
    verified_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, step)
);
