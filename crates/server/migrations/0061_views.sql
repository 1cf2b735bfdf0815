-- What saved views ask for beside the state, and texts as they are searched: without case and accents.
ALTER TABLE conversations ADD COLUMN team TEXT;
ALTER TABLE conversations ADD COLUMN priority TEXT NOT NULL DEFAULT 'none';
ALTER TABLE conversations ADD COLUMN channel TEXT NOT NULL DEFAULT 'web';
UPDATE conversations SET team = JSON_EXTRACT(data, '$.team'),
    priority = COALESCE(JSON_EXTRACT(data, '$.priority'), 'none'),
    channel = COALESCE(JSON_EXTRACT(data, '$.source.channel'), 'web');

-- Null until a text is folded, which the program does when it opens the database.
ALTER TABLE contacts ADD COLUMN search TEXT; -- name and e-mail address
ALTER TABLE tags ADD COLUMN search TEXT;
ALTER TABLE conversations ADD COLUMN folded BIGINT; -- 1: search and public_search are
CREATE INDEX conversations_to_fold ON conversations (id) WHERE folded IS NULL;
CREATE INDEX contacts_to_fold ON contacts (id) WHERE search IS NULL;
CREATE INDEX tags_to_fold ON tags (id) WHERE search IS NULL;
