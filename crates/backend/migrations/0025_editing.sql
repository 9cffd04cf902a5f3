-- Counts the changes that were made to what is known of a company: two who edit it do not overwrite each other.
ALTER TABLE companies ADD COLUMN info_version BIGINT NOT NULL DEFAULT 0;
