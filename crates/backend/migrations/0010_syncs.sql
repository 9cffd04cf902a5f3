-- New members that another system of the agency is to be told of: written with the member, kept until it has been told.
CREATE TABLE syncs (
    member_id TEXT PRIMARY KEY REFERENCES members (id),
    -- Names the message, so that the other system knows one that comes again.
    message TEXT NOT NULL UNIQUE,
    attempts BIGINT NOT NULL,
    -- When it is tried next. Whoever tries moves it on first, so that nobody else does meanwhile.
    next_at BIGINT NOT NULL,
    told_at BIGINT
);
CREATE INDEX syncs_waiting ON syncs (next_at) WHERE told_at IS NULL;
