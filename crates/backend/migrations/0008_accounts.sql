-- Where a person is at a provider's page: once, soon, by this session. `state` is a hash; the value itself is with the browser.
CREATE TABLE social_flows (
    state TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    portal TEXT NOT NULL,
    provider TEXT NOT NULL,
    verifier TEXT NOT NULL,
    nonce TEXT NOT NULL,
    redirect TEXT NOT NULL,
    back TEXT NOT NULL,
    draft_id TEXT REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT,
    expires_at BIGINT NOT NULL
);

CREATE INDEX social_flows_by_age ON social_flows (expires_at);

-- The account that was shown for a step. `person` is a keyed hash of provider and subject, never of an e-mail address.
CREATE TABLE socials (
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    proof TEXT NOT NULL,
    account TEXT NOT NULL,
    person TEXT NOT NULL,
    proved_at BIGINT NOT NULL,
    PRIMARY KEY (draft_id, step)
);

-- A company that a general member registered: it has a login and an approval password of its own.
CREATE TABLE company_accounts (
    company_id TEXT PRIMARY KEY REFERENCES companies (id) ON DELETE CASCADE,
    password_hash TEXT NOT NULL,
    approval_hash TEXT NOT NULL,
    registered_by TEXT REFERENCES members (id) ON DELETE SET NULL,
    reference TEXT NOT NULL UNIQUE,
    answers TEXT NOT NULL,
    registered_at BIGINT NOT NULL
);

-- Tries of approval passwords, to be limited for each sign-up and for each company.
CREATE TABLE approval_tries (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    draft_id TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX approval_tries_of_company ON approval_tries (company_id, at);

-- How a general member was linked to the company: `certificate` or `approval`.
ALTER TABLE members ADD COLUMN linked_by TEXT;
