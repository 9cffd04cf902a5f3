-- People with and without a company, any number of them for each.
ALTER TABLE members ALTER COLUMN company_id DROP NOT NULL;
ALTER TABLE members DROP CONSTRAINT members_company_id_key;
ALTER TABLE members ADD COLUMN role TEXT NOT NULL DEFAULT 'contact';
ALTER TABLE members ADD COLUMN rejected TEXT;
ALTER TABLE members ADD COLUMN person TEXT;
ALTER TABLE members ADD UNIQUE (portal, person);
