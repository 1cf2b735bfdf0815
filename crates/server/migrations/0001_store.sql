-- The store of inbox-server. Forward-only: a change is a new file.
--
-- TEXT and BIGINT only (0 and 1 for yes and no, milliseconds since 1970 for instants), so that the
-- queries run on PostgreSQL as they are. There, the two AUTOINCREMENT keys become identity columns.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE agents (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    email      TEXT,
    avatar_url TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE contacts (
    id          TEXT PRIMARY KEY,
    external_id TEXT UNIQUE, -- the site's own id of a signed-in customer
    kind        TEXT NOT NULL, -- customer, lead or guest
    name        TEXT,
    email       TEXT,
    avatar_url  TEXT,
    created_at  BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL
);
CREATE INDEX contacts_by_email ON contacts (LOWER(email));

CREATE TABLE teams (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE tags (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE conversations (
    id                 TEXT PRIMARY KEY,
    version            BIGINT NOT NULL, -- counts every change
    public_version     BIGINT NOT NULL, -- counts what a customer can see of it
    state              TEXT NOT NULL,
    snoozed_until      BIGINT,
    assignee           TEXT,
    created_at         BIGINT NOT NULL,
    activity_at        BIGINT NOT NULL,
    public_activity_at BIGINT NOT NULL, -- the same without notes
    public_updated_at  BIGINT NOT NULL,
    last_position      BIGINT NOT NULL, -- of the newest part; 0 before the first
    inbound_position   BIGINT NOT NULL, -- of the newest that a contact said
    outbound_position  BIGINT NOT NULL, -- of the newest that the company said
    answer_position    BIGINT NOT NULL, -- of the newest that an agent said
    preview            TEXT,
    public_preview     TEXT,
    data               TEXT NOT NULL    -- the model's conversation without parts and previews
);
CREATE INDEX conversations_by_activity ON conversations (activity_at, id);
CREATE INDEX conversations_by_state ON conversations (state, activity_at, id);
CREATE INDEX conversations_by_assignee ON conversations (assignee, activity_at, id);
CREATE INDEX conversations_by_snooze ON conversations (snoozed_until) WHERE state = 'snoozed';

CREATE TABLE parts (
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    position        BIGINT NOT NULL, -- counts from 1
    id              TEXT NOT NULL,
    kind            TEXT NOT NULL,
    public          BIGINT NOT NULL, -- a customer may see it
    side            TEXT, -- in: said by a contact; out: said by the company; else null
    taggable        BIGINT NOT NULL, -- a tag can be hung on it
    tagged          BIGINT NOT NULL, -- a tag hangs on it, or did once
    command_id      TEXT,
    created_at      BIGINT NOT NULL,
    data            TEXT NOT NULL,
    PRIMARY KEY (conversation_id, position),
    UNIQUE (conversation_id, id)
);
CREATE INDEX parts_by_side ON parts (conversation_id, side, position);

CREATE TABLE conversation_participants (
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    participant_id  TEXT NOT NULL,
    PRIMARY KEY (conversation_id, participant_id)
);
CREATE INDEX conversations_of_participant ON conversation_participants (participant_id);

CREATE TABLE conversation_tags (
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    tag_id          TEXT NOT NULL,
    PRIMARY KEY (conversation_id, tag_id)
);
CREATE INDEX conversations_of_tag ON conversation_tags (tag_id);

CREATE TABLE read_receipts (
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    participant_id  TEXT NOT NULL,
    position        BIGINT NOT NULL, -- of the last part read
    PRIMARY KEY (conversation_id, participant_id)
);

CREATE TABLE tokens (
    hash       TEXT PRIMARY KEY, -- SHA-256 of the token, hexadecimal
    role       TEXT NOT NULL, -- agent or customer
    subject    TEXT NOT NULL, -- id of the agent or contact
    name       TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE TABLE idempotency (
    principal   TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL, -- of method, path and body
    status      BIGINT NOT NULL,
    body        TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (principal, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- What agents are told.
CREATE TABLE events (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL,
    version         BIGINT NOT NULL,
    kind            TEXT NOT NULL, -- changed or deleted
    created_at      BIGINT NOT NULL
);

-- What customers are told, numbered apart, so that a gap in the numbers tells of no note.
CREATE TABLE contact_events (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id      TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    version         BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    created_at      BIGINT NOT NULL
);
CREATE INDEX contact_events_by_contact ON contact_events (contact_id, id);
