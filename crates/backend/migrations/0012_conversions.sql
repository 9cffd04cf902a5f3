-- The journey by which a person became a company's member later; the answers of both journeys are in `answers`.
ALTER TABLE members ADD COLUMN converted TEXT;

-- Whose a draft is, where its journey is for members who are logged in: nobody else at the same browser goes on with it.
ALTER TABLE drafts ADD COLUMN begun_by TEXT REFERENCES members (id) ON DELETE CASCADE;
