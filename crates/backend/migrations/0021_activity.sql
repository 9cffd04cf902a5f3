-- Members read what happened to their account.
CREATE INDEX audit_of_member ON audit (member_id, at) WHERE member_id IS NOT NULL;
