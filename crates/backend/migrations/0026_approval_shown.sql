-- The approval password of a company, sealed under the server's key, so that those whom the table lets (manual row T17)
-- can have it shown. None where it was set before this.
ALTER TABLE company_accounts ADD COLUMN approval_sealed TEXT;
-- The same of a registration that is not submitted yet.
ALTER TABLE secrets ADD COLUMN sealed TEXT;
