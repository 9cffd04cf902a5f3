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
