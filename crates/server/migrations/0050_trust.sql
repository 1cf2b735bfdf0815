-- A block is about a person and holds wherever they write. Whoever takes part in a conversation that
-- was blocked is blocked.
ALTER TABLE contacts ADD COLUMN blocked BIGINT NOT NULL DEFAULT 0;
UPDATE contacts SET blocked = 1 WHERE id IN (
    SELECT p.participant_id FROM conversation_participants p
    JOIN conversations c ON c.id = p.conversation_id
    WHERE c.data LIKE '%"blocked":true%');

-- What a kept answer is about, so that it can be forgotten when something there is removed for good,
-- and told anew from what is left. An empty body is one that was forgotten.
ALTER TABLE idempotency ADD COLUMN conversation_id TEXT;
ALTER TABLE idempotency ADD COLUMN parts TEXT NOT NULL DEFAULT ''; -- that were added, with spaces
CREATE INDEX idempotency_by_conversation ON idempotency (conversation_id)
    WHERE conversation_id IS NOT NULL;

-- When the last message that carried a file was removed for good. Nobody reads it from then on.
ALTER TABLE media ADD COLUMN dropped_at BIGINT;
