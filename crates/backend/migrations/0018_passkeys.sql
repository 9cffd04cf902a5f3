-- The random number by which authenticators know a member; nothing of the person is in it.
CREATE TABLE passkey_users (
    member_id TEXT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    handle TEXT NOT NULL UNIQUE
);

-- Passkeys by which members log in. `credential` is the number that the authenticator gave, `sign_count` how often it was
-- used as it says itself, `copied` whether it may be copied to other devices.
CREATE TABLE passkeys (
    id TEXT PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    credential TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    sign_count BIGINT NOT NULL,
    copied BIGINT NOT NULL,
    name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX passkeys_of_member ON passkeys (member_id);
