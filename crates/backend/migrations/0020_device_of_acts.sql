-- Browser and system that an act for a company was done with, in words; none where they are not known.
ALTER TABLE audit ADD COLUMN device TEXT;
