-- The newest note of a conversation is told beside it.
CREATE INDEX parts_by_kind ON parts (conversation_id, kind, position);
