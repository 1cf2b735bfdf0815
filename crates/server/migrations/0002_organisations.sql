-- Several organisations in one store. What was there before belongs to one of them, which is made
-- here for it; a store that is empty so far makes its first one when it is opened.

CREATE TABLE organisations (
    id         TEXT PRIMARY KEY, -- a UUID, in small letters
    name       TEXT NOT NULL,
    created_at BIGINT NOT NULL -- later than that of those before; the earliest is the first
);
INSERT INTO organisations (id, name, created_at)
SELECT '5d1f0000-0000-4000-8000-000000000001',
       COALESCE((SELECT value FROM settings WHERE name = 'workspace'), ''),
       COALESCE((SELECT MIN(created_at) FROM agents), (SELECT MIN(created_at) FROM contacts), 0)
WHERE EXISTS (SELECT 1 FROM settings) OR EXISTS (SELECT 1 FROM secrets)
   OR EXISTS (SELECT 1 FROM agents) OR EXISTS (SELECT 1 FROM contacts)
   OR EXISTS (SELECT 1 FROM teams) OR EXISTS (SELECT 1 FROM tags)
   OR EXISTS (SELECT 1 FROM conversations);
DELETE FROM settings WHERE name = 'workspace';

CREATE TABLE organisation_secrets (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name            TEXT NOT NULL,
    value           TEXT NOT NULL,
    PRIMARY KEY (organisation_id, name)
);
INSERT INTO organisation_secrets (organisation_id, name, value)
SELECT (SELECT id FROM organisations), name, value FROM secrets
WHERE name IN ('identity', 'epoch');
DELETE FROM secrets WHERE name IN ('identity', 'epoch');

-- Agents are people of their own; what they reach is what they are members of.
CREATE TABLE memberships (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    agent_id        TEXT NOT NULL REFERENCES agents (id),
    joined_at       BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, agent_id)
);
CREATE INDEX memberships_of_agent ON memberships (agent_id, joined_at);
INSERT INTO memberships (organisation_id, agent_id, joined_at)
SELECT (SELECT id FROM organisations), id, created_at FROM agents;

-- Tables on which others hang get a column: dropping one of them would delete what hangs on it. An
-- empty text is no organisation, so a row for which it was forgotten is nobody's.
ALTER TABLE conversations ADD COLUMN organisation_id TEXT NOT NULL DEFAULT '';
UPDATE conversations SET organisation_id = (SELECT id FROM organisations);
DROP INDEX conversations_by_activity;
DROP INDEX conversations_by_state;
DROP INDEX conversations_by_assignee;
CREATE INDEX conversations_by_activity ON conversations (organisation_id, activity_at, id);
CREATE INDEX conversations_by_state ON conversations (organisation_id, state, activity_at, id);
CREATE INDEX conversations_by_assignee
    ON conversations (organisation_id, assignee, activity_at, id);

ALTER TABLE teams ADD COLUMN organisation_id TEXT NOT NULL DEFAULT '';
UPDATE teams SET organisation_id = (SELECT id FROM organisations);
ALTER TABLE tags ADD COLUMN organisation_id TEXT NOT NULL DEFAULT '';
UPDATE tags SET organisation_id = (SELECT id FROM organisations);

-- The others are made anew, because their keys change.
CREATE TABLE contacts_of_organisations (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    external_id     TEXT, -- the site's own id of a signed-in customer
    kind            TEXT NOT NULL, -- customer, lead or guest
    name            TEXT,
    email           TEXT,
    avatar_url      TEXT,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    UNIQUE (organisation_id, external_id)
);
INSERT INTO contacts_of_organisations
    (id, organisation_id, external_id, kind, name, email, avatar_url, created_at, updated_at)
SELECT id, (SELECT id FROM organisations), external_id, kind, name, email, avatar_url, created_at,
       updated_at
FROM contacts;
DROP TABLE contacts;
ALTER TABLE contacts_of_organisations RENAME TO contacts;
CREATE INDEX contacts_by_email ON contacts (organisation_id, LOWER(email));

CREATE TABLE idempotency_of_organisations (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    principal       TEXT NOT NULL,
    key             TEXT NOT NULL,
    fingerprint     TEXT NOT NULL, -- of method, path and body
    status          BIGINT NOT NULL,
    body            TEXT NOT NULL,
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, principal, key)
);
INSERT INTO idempotency_of_organisations
    (organisation_id, principal, key, fingerprint, status, body, created_at)
SELECT (SELECT id FROM organisations), principal, key, fingerprint, status, body, created_at
FROM idempotency;
DROP TABLE idempotency;
ALTER TABLE idempotency_of_organisations RENAME TO idempotency;
CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- Numbered within each organisation, so that a gap in the numbers tells nothing of the others.
CREATE TABLE events_of_organisations (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    number          BIGINT NOT NULL,
    conversation_id TEXT NOT NULL,
    version         BIGINT NOT NULL,
    kind            TEXT NOT NULL, -- changed or deleted
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, number)
);
INSERT INTO events_of_organisations
    (organisation_id, number, conversation_id, version, kind, created_at)
SELECT (SELECT id FROM organisations), id, conversation_id, version, kind, created_at FROM events;
DROP TABLE events;
ALTER TABLE events_of_organisations RENAME TO events;

CREATE TABLE contact_events_of_organisations (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    number          BIGINT NOT NULL,
    contact_id      TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    version         BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, number)
);
INSERT INTO contact_events_of_organisations
    (organisation_id, number, contact_id, conversation_id, version, kind, created_at)
SELECT (SELECT id FROM organisations), id, contact_id, conversation_id, version, kind, created_at
FROM contact_events;
DROP TABLE contact_events;
ALTER TABLE contact_events_of_organisations RENAME TO contact_events;
CREATE INDEX contact_events_by_contact ON contact_events (organisation_id, contact_id, number);

-- Systems whose ids are numbers know people, teams and tags by the last 13 of 24 digits.
CREATE INDEX agents_by_suffix ON agents (SUBSTR(id, 12));
CREATE INDEX contacts_by_suffix ON contacts (organisation_id, SUBSTR(id, 12));
CREATE INDEX teams_by_suffix ON teams (organisation_id, SUBSTR(id, 12));
CREATE INDEX tags_by_suffix ON tags (organisation_id, SUBSTR(id, 12));
