-- What lists are narrowed by beside the state: stars, what was put away, deadlines, words.

ALTER TABLE conversations ADD COLUMN starred BIGINT NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN archived BIGINT NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN due_at BIGINT; -- when the company's next answer is due
ALTER TABLE conversations ADD COLUMN search TEXT NOT NULL DEFAULT ''; -- in small letters
ALTER TABLE conversations ADD COLUMN public_search TEXT NOT NULL DEFAULT ''; -- without notes
CREATE INDEX conversations_by_due ON conversations (organisation_id, due_at)
    WHERE due_at IS NOT NULL;

-- What the channel calls a part: a second delivery is found by it.
ALTER TABLE parts ADD COLUMN external_id TEXT;
CREATE INDEX parts_by_external_id ON parts (conversation_id, external_id)
    WHERE external_id IS NOT NULL;

-- Agents who want to see a conversation as unread again.
CREATE TABLE unread_marks (
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id        TEXT NOT NULL,
    PRIMARY KEY (conversation_id, agent_id)
);

CREATE TABLE organisation_settings (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name            TEXT NOT NULL,
    value           TEXT NOT NULL,
    PRIMARY KEY (organisation_id, name)
);
