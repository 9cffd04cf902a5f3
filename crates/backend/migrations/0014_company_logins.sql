-- A login is a member's, an operator's or a company's own, never two of them.
ALTER TABLE sessions ADD COLUMN company_id TEXT REFERENCES companies (id);

-- When the people of the company were told last that the approval password changed.
ALTER TABLE company_accounts ADD COLUMN told_at BIGINT;
