-- The other system is also told who left, when the member's row is gone already: the list no longer hangs on it.
CREATE TABLE syncs_anew (
    member_id TEXT PRIMARY KEY,
    -- Names the message, so that the other system knows one that comes again.
    message TEXT NOT NULL UNIQUE,
    attempts BIGINT NOT NULL,
    -- When it is tried next. Whoever tries moves it on first, so that nobody else does meanwhile.
    next_at BIGINT NOT NULL,
    told_at BIGINT,
    -- Until when whoever tries is at it; a later message waits for that, so that it does not overtake.
    held_until BIGINT NOT NULL,
    -- 1 once a message left: only then the other system may know the member.
    tried BIGINT NOT NULL,
    -- Of who left, what the other system knows them by; nothing else is there any more.
    left_portal TEXT,
    left_reference TEXT,
    left_at BIGINT
);
-- A changed member counts anew: whether one waiting now was told before is not known, so it counts as tried.
INSERT INTO syncs_anew (member_id, message, attempts, next_at, told_at, held_until, tried)
SELECT member_id, message, attempts, next_at, told_at, 0, 1 FROM syncs;
DROP TABLE syncs;
ALTER TABLE syncs_anew RENAME TO syncs;
CREATE INDEX syncs_waiting ON syncs (next_at) WHERE told_at IS NULL;
