-- An attempt by a financial certificate. `bound_to` names purpose, sign-up and tab, as with challenges; no telephone number is
-- kept. The evidence is there once the service verified it, and counts once.
CREATE TABLE financial_attempts (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    portal TEXT NOT NULL,
    bound_to TEXT NOT NULL,
    business_number TEXT NOT NULL,
    state TEXT NOT NULL,
    digits TEXT,
    tries BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    evidence TEXT
);

CREATE INDEX financial_attempts_by_age ON financial_attempts (begun_at);
CREATE INDEX financial_attempts_of_session ON financial_attempts (session_id);
