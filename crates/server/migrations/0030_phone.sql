-- A contact's phone number, as their site vouches for it.
ALTER TABLE contacts ADD COLUMN phone TEXT;
