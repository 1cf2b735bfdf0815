//! A store from before there were organisations keeps everything, in a first organisation.

use std::path::Path;
use std::sync::Arc;

use inbox_model::conversation::ReadReceipt;
use inbox_model::part::Message;
use inbox_model::tag::Tag;
use inbox_model::{
    Content, Conversation, Part, PartBody, Participant, ParticipantKind, State, Timestamp,
};
use inbox_server::clock;
use inbox_server::id::{hex, is_uuid};
use inbox_server::store::Store;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection, Row, SqlSafeStr};

use crate::server::{ADA, ANA, BEN, LEO, Server, VIP, admin, contact_reply, folder};
use crate::stream::Stream;
use crate::tenants::Second;

const CONVERSATION: &str = "olderthan12c";
const PART: &str = "mhx0a1b2caaaaa";
const NOTE: &str = "mhx0a1b2dbbbbb";
const TEAM: &str = "7ea07ea07ea07ea07ea07ea0";
const SECRET: &str = "the-secret-that-the-site-has-had-for-years";
const TOKEN: &str = "iat_a-token-from-before";

/// The schema of 0001, as the server of that time made it.
async fn old_store(folder: &Path) -> SqliteConnection {
    std::fs::create_dir_all(folder).unwrap();
    let options = SqliteConnectOptions::new().filename(folder.join("inbox.db"));
    let mut connection = options.create_if_missing(true).connect().await.unwrap();
    let sql = include_str!("../../migrations/0001_store.sql").into_sql_str();
    let first = Migration::new(1, "store".into(), MigrationType::Simple, sql, false);
    Migrator::with_migrations(vec![first]).run(&mut connection).await.unwrap();
    connection
}

/// What Ana wrote, and what Ada thinks of it.
fn conversation(now: Timestamp) -> Conversation {
    let ana = Participant::new(ParticipantKind::Customer, ANA).named("Ana");
    let ada = Participant::new(ParticipantKind::Agent, ADA).named("Ada");
    let mut conversation = Conversation::new(CONVERSATION.into(), now);
    conversation.participants.push(ana.clone());
    conversation.assignee = Some(ADA.into());
    conversation.team = Some(TEAM.into());
    conversation.tags.push(Tag { id: VIP.into(), name: "VIP".into() });
    conversation.last_activity_at = Some(now);
    let message = |text| Message::new(vec![Content::text(text)]);
    let said = PartBody::Message(message("from before"));
    let note = PartBody::Note(message("remember this"));
    conversation.parts = vec![
        Arc::new(Part::new(PART.into(), said, Some(ana.clone()), now)),
        Arc::new(Part::new(NOTE.into(), note, Some(ada), now.plus(1))),
    ];
    conversation.read_receipts.push(ReadReceipt {
        participant: ANA.into(),
        kind: ParticipantKind::Customer,
        last_read_part: PART.into(),
    });
    conversation
}

/// Rows as they were written then.
async fn fill(tx: &mut SqliteConnection, now: Timestamp) {
    let at = now.as_millis();
    let whole = conversation(now);
    let mut bare = whole.clone();
    bare.parts.clear();
    let hash = hex(&Sha256::digest(TOKEN));
    let later = at + 86_400_000;
    let mut rows = vec![
        "INSERT INTO settings VALUES ('workspace', 'The Old Shop'), ('demo_agent', 'x')".to_owned(),
        format!(
            "INSERT INTO secrets VALUES ('identity', '{SECRET}'), ('cursor', 'c'), ('epoch', 'e70c4')"
        ),
        format!(
            "INSERT INTO agents VALUES ('{ADA}', 'Ada', 'ada@company.example', NULL, {at}), ('{BEN}', 'Ben', NULL, NULL, {at} + 5)"
        ),
        format!(
            "INSERT INTO contacts VALUES ('{ANA}', 'user-ana', 'customer', 'Ana', 'ana@home.example', NULL, {at}, {at}), ('{LEO}', NULL, 'lead', 'Leo', NULL, NULL, {at}, {at})"
        ),
        format!("INSERT INTO teams VALUES ('{TEAM}', 'Old team')"),
        format!("INSERT INTO tags VALUES ('{VIP}', 'VIP')"),
        format!(
            "INSERT INTO conversations VALUES ('{CONVERSATION}', 7, 3, 'open', NULL, '{ADA}', {at}, {at}, {at}, {at}, 2, 1, 0, 0, NULL, NULL, '{}')",
            serde_json::to_string(&bare).unwrap()
        ),
        format!("INSERT INTO conversation_participants VALUES ('{CONVERSATION}', '{ANA}')"),
        format!("INSERT INTO conversation_tags VALUES ('{CONVERSATION}', '{VIP}')"),
        format!("INSERT INTO read_receipts VALUES ('{CONVERSATION}', '{ANA}', 1)"),
        format!(
            "INSERT INTO tokens VALUES ('{hash}', 'agent', '{ADA}', 'old', {at}, {later}, NULL)"
        ),
        format!(
            "INSERT INTO idempotency VALUES ('agent:{ADA}', 'old key', 'another request', 201, '{{}}', {at})"
        ),
    ];
    for (position, part) in (1..).zip(&whole.parts) {
        let (kind, public, side) =
            if position == 1 { ("message", 1, "'in'") } else { ("note", 0, "NULL") };
        rows.push(format!(
            "INSERT INTO parts VALUES ('{CONVERSATION}', {position}, '{}', '{kind}', {public}, {side}, 1, 0, NULL, {at}, '{}')",
            part.id, serde_json::to_string(part).unwrap()
        ));
    }
    for version in 1..=7 {
        rows.push(format!("INSERT INTO events (conversation_id, version, kind, created_at) VALUES ('{CONVERSATION}', {version}, 'changed', {at})"));
    }
    for version in 1..=3 {
        rows.push(format!("INSERT INTO contact_events (contact_id, conversation_id, version, kind, created_at) VALUES ('{ANA}', '{CONVERSATION}', {version}, 'changed', {at})"));
    }
    for row in rows {
        sqlx::query(sqlx::AssertSqlSafe(row)).execute(&mut *tx).await.unwrap();
    }
}

#[tokio::test]
async fn nothing_of_an_old_store_is_lost() {
    let folder = folder();
    let mut old = old_store(&folder).await;
    let now = clock::now().plus(-1_000);
    fill(&mut old, now).await;
    old.close().await.unwrap();
    let server = Server::over(folder.clone()).await;
    // Rows and what refers to them.
    let options = SqliteConnectOptions::new().filename(folder.join("inbox.db"));
    let mut raw = options.connect().await.unwrap();
    assert!(sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut raw).await.unwrap().is_empty());
    for (table, count) in [
        ("organisations", 1),
        ("memberships", 2),
        ("agents", 2),
        ("contacts", 2),
        ("teams", 1),
        ("tags", 1),
        ("conversations", 1),
        ("parts", 2),
        ("conversation_participants", 1),
        ("conversation_tags", 1),
        ("read_receipts", 1),
        ("tokens", 1),
        ("idempotency", 1),
        ("events", 7),
        ("contact_events", 3),
        ("organisation_secrets", 3),
    ] {
        let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let row = sqlx::query(sql).fetch_one(&mut raw).await.unwrap();
        assert_eq!(row.get::<i64, _>(0), count, "{table}");
    }
    raw.close().await.unwrap();
    // As the agent sees it.
    let session = server.own(Some(TOKEN), "GET", "/session", &Value::Null, &[]).await.body;
    assert_eq!(
        (&session["workspace"], &session["me"]["id"]),
        (&json!("The Old Shop"), &json!(ADA))
    );
    assert_eq!(session["agents"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&session["teams"][0]["id"], &session["tags"][0]["id"]),
        (&json!(TEAM), &json!(VIP))
    );
    let listed = server.get(TOKEN, "?state=open").await.body;
    assert_eq!(listed["data"][0]["id"], CONVERSATION);
    assert_eq!(listed["inbox"]["counts"]["mine"], 1);
    assert_eq!(
        server.get(TOKEN, &format!("?tagIds={VIP}")).await.body["data"][0]["id"],
        CONVERSATION
    );
    let path = format!("/{CONVERSATION}");
    let whole = server.get(TOKEN, &path).await;
    assert!(whole.text.contains("from before") && whole.text.contains("remember this"));
    // By which ways it was held is told of what was there before, too; and it is found by its tag.
    let rows = "/crm/api/v1/conversations?search=vip";
    let rows = server.own(Some(TOKEN), "GET", rows, &Value::Null, &[]).await.body;
    assert_eq!(rows["items"][0]["channels"], json!(["sms", "note"]));
    // As the customer does, for whom the site vouches with the secret that it has.
    let ana = Second::jwt(SECRET, None, "user-ana");
    let own = server.get(&ana, &path).await;
    assert!(own.text.contains("from before") && !own.text.contains("remember this"));
    // What was done under a key is not done again.
    let key = [("idempotency-key", "old key")];
    let note = admin(ADA, "note", "x");
    let again = server.call(TOKEN, "POST", &format!("{path}/reply"), &note, &key).await;
    assert_eq!(again.status, 400);
    // Numbers of events go on where they were.
    for (token, last, missed) in [(TOKEN, "e70c4.a.5", [6, 7]), (&ana, "e70c4.c.1", [2, 3])] {
        let mut stream = Stream::open(&server, token, Some(last)).await;
        for number in missed {
            let (head, _) = last.rsplit_once('.').unwrap();
            assert_eq!(stream.any().await.unwrap().id, Some(format!("{head}.{number}")));
        }
    }
    // And so does life.
    let said = server.post(TOKEN, &format!("{path}/reply"), contact_reply(ANA, "still here")).await;
    assert_eq!(said.status, 201);
    assert_eq!(server.patch(TOKEN, &path, json!({ "adminAssigneeId": BEN })).await.status, 200);
    let store = server.app.store();
    let ada = server.agent(ADA);
    let seen = store.conversation(&ada, &CONVERSATION.into()).await.unwrap().unwrap();
    assert_eq!((seen.state, seen.version), (State::Open, Some(9)));
    // It is the first of several now.
    let second = Second::beside(&server).await;
    assert_eq!(store.first_organisation().await.unwrap().id, server.organisation);
    assert_eq!(store.organisations_of(&ADA.into()).await.unwrap().len(), 2);
    assert_eq!(server.get(&second.cem, &path).await.status, 404);
}

#[tokio::test]
async fn an_old_store_that_is_empty_gets_an_organisation_of_its_own() {
    let mut ids = Vec::new();
    for _ in 0..2 {
        let folder = folder();
        old_store(&folder).await.close().await.unwrap();
        let server = Server::over(folder).await;
        let organisations = server.app.store().organisations().await.unwrap();
        assert_eq!(organisations.len(), 1);
        let id = organisations[0].id.as_str().to_owned();
        assert!(is_uuid(&id) && id.as_bytes()[14] == b'4', "{id}");
        ids.push(id);
    }
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test]
async fn a_store_that_is_opened_again_is_the_same() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let before = server.dump().await;
    let store = server.app.store();
    let url = format!("sqlite://{}", server.file().display());
    let again = Store::open(&url).await.unwrap();
    assert_eq!(again.organisations().await.unwrap(), store.organisations().await.unwrap());
    assert_eq!(again.identity_secret(&second.id).await.unwrap(), second.secret);
    again.close().await;
    assert!(before == server.dump().await);
}
