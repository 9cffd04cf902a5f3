-- Written in the part of SQL that SQLite and PostgreSQL share: TEXT and BIGINT only. Times are milliseconds since
-- 1970 in UTC, flags are 0 or 1, documents are JSON.

CREATE TABLE companies (
    id TEXT PRIMARY KEY,
    portal TEXT NOT NULL,
    business_number TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (portal, business_number)
);

-- One contact account per company.
CREATE TABLE members (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL UNIQUE REFERENCES companies (id),
    portal TEXT NOT NULL,
    journey TEXT NOT NULL,
    login_id TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    provisional BIGINT NOT NULL,
    joined_at BIGINT NOT NULL,
    originals_at BIGINT,
    UNIQUE (portal, login_id)
);

-- The evidence of each consent and refusal.
CREATE TABLE consents (
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    terms TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    agreed BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, step, terms)
);

-- How and when it was shown that the person may act for the company.
CREATE TABLE certificates (
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    method TEXT NOT NULL,
    proved_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, step)
);

-- Every answer as it was taken.
CREATE TABLE answers (
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, step)
);

-- Products again as rows, to be counted and searched.
CREATE TABLE products (
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    position BIGINT NOT NULL,
    id TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (member_id, step, position)
);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    seen_at BIGINT NOT NULL,
    member_id TEXT REFERENCES members (id) ON DELETE SET NULL,
    logged_in_at BIGINT,
    active_at BIGINT
);

-- `version` counts the changes of answers, so that of two at once one is told to look again.
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    portal TEXT NOT NULL,
    journey TEXT NOT NULL,
    holder TEXT NOT NULL,
    version BIGINT NOT NULL,
    answers TEXT NOT NULL,
    checked_login_id TEXT,
    touched_at BIGINT NOT NULL,
    submitted_at BIGINT,
    submission_key TEXT UNIQUE,
    member_id TEXT REFERENCES members (id) ON DELETE CASCADE,
    UNIQUE (session_id, portal, journey)
);

-- Input as typed; never a password.
CREATE TABLE inputs (
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    input TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (draft_id, step)
);

-- Hashes of new passwords until the submission.
CREATE TABLE secrets (
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    field TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (draft_id, step, field)
);

-- A row outlives its draft until its bytes are deleted too.
CREATE TABLE files (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL,
    member_id TEXT REFERENCES members (id),
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    complete BIGINT NOT NULL,
    position BIGINT NOT NULL
);

CREATE INDEX files_of_draft ON files (draft_id);
CREATE INDEX files_of_member ON files (member_id);
CREATE INDEX drafts_by_age ON drafts (touched_at);
CREATE INDEX sessions_by_age ON sessions (seen_at);

-- Who did what when: ids only.
CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    event TEXT NOT NULL,
    portal TEXT NOT NULL,
    member_id TEXT
);

CREATE INDEX audit_by_time ON audit (at);
