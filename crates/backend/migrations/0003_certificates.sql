-- What the server saw of a certificate that proved a company; nothing of it can be used to sign.
ALTER TABLE certificates ADD COLUMN subject TEXT;
ALTER TABLE certificates ADD COLUMN issuer TEXT;
ALTER TABLE certificates ADD COLUMN serial TEXT;
ALTER TABLE certificates ADD COLUMN policy TEXT;
ALTER TABLE certificates ADD COLUMN fingerprint TEXT;

-- Sensitive changes are open for a while after this proof by the company's certificate.
ALTER TABLE sessions ADD COLUMN stepped_up_at BIGINT;

-- Something to sign, once. `bound_to` names purpose, sign-up, tab and member; `secret` opens what is sealed to this
-- challenge and goes when it is used.
CREATE TABLE challenges (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    portal TEXT NOT NULL,
    bound_to TEXT NOT NULL,
    content TEXT NOT NULL,
    secret TEXT,
    made_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX challenges_by_age ON challenges (made_at);
CREATE INDEX challenges_of_session ON challenges (session_id);

-- Certificates by which members log in.
CREATE TABLE registered_certificates (
    id TEXT PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    portal TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    evidence TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    UNIQUE (portal, fingerprint)
);

CREATE INDEX registered_certificates_of_member ON registered_certificates (member_id);
