-- What waits to be handed to the services that carry it, what a machine drafted and a person sent
-- instead, agents' saved views, and stored files.

CREATE TABLE deliveries (
    number          BIGINT PRIMARY KEY, -- in the order in which they were said
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    part_id         TEXT NOT NULL,
    channel         TEXT NOT NULL,
    refused         TEXT, -- code of the rule that lets it fail, known when it was said
    attempts        BIGINT NOT NULL, -- begun so far
    not_before      BIGINT NOT NULL, -- when it may be tried again
    queued_at       BIGINT NOT NULL,
    UNIQUE (conversation_id, part_id)
);
CREATE INDEX deliveries_by_conversation ON deliveries (conversation_id, number);

CREATE TABLE training_pairs (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    conversation_id TEXT NOT NULL, -- what was learnt stays when it is deleted
    suggestion_id   TEXT NOT NULL,
    sent_id         TEXT NOT NULL,
    draft           TEXT NOT NULL,
    sent            TEXT NOT NULL,
    label           TEXT NOT NULL, -- accepted, edited or replaced
    captured_at     BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, sent_id)
);
CREATE INDEX training_pairs_by_age ON training_pairs (organisation_id, captured_at);

CREATE TABLE saved_views (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    agent_id        TEXT NOT NULL REFERENCES agents (id),
    views           TEXT NOT NULL, -- the model's own form
    PRIMARY KEY (organisation_id, agent_id)
);

CREATE TABLE media (
    id              TEXT PRIMARY KEY, -- 24 hexadecimal digits; the file is stored under it
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name            TEXT,
    mime            TEXT NOT NULL,
    bytes           BIGINT NOT NULL,
    created_at      BIGINT NOT NULL
);

-- In which messages a file is: whoever may see one of them may read it.
CREATE TABLE media_uses (
    media_id        TEXT NOT NULL REFERENCES media (id),
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    part_id         TEXT NOT NULL,
    PRIMARY KEY (media_id, conversation_id, part_id)
);
