-- What a channel has delivered once is found in whatever conversation it stands.
DROP INDEX parts_by_external_id;
CREATE INDEX parts_by_external_id ON parts (external_id, conversation_id)
    WHERE external_id IS NOT NULL;
