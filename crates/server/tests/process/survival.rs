//! What was acknowledged is there, once, whatever ends the process.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use sqlx::{ConnectOptions, Connection, Row};
use tokio::io::AsyncReadExt;

use crate::client::{connect, send};
use crate::program::{Folder, PATIENCE};

const WRITERS: usize = 8;

/// The writers of one round, and how many messages were acknowledged so far.
struct Round {
    address: String,
    token: String,
    conversation: String,
    acknowledged: AtomicUsize,
}

/// Says one thing under its own key; the part's id if it was acknowledged.
async fn say(round: &Round, agent: &str, text: &str) -> Option<String> {
    let body =
        json!({ "type": "admin", "id": agent, "messageType": "reply", "bodyMarkdown": text });
    let authorization = format!("Bearer {}", round.token);
    let headers = [("authorization", authorization.as_str()), ("idempotency-key", text)];
    let head = format!("POST /featurebase/v2/conversations/{}/reply", round.conversation);
    match send(&round.address, &head, &headers, &body.to_string()).await {
        Ok((201, part)) => Some(part["id"].as_str()?.to_owned()),
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_the_middle_of_writing_it_has_everything_once() {
    let folder = Folder::new();
    let token = folder.say(&["token", "create", "--role", "agent", "--name", "Ada"]).await;
    let token = token.trim().to_owned();
    let (mut agent, mut conversation) = (String::new(), String::new());
    // Text to part id, where the server said so.
    let mut said: HashMap<String, Option<String>> = HashMap::new();
    for number in 0..3 {
        let server = folder.serve(&[]).await;
        let authorization = format!("Bearer {token}");
        let headers = [("authorization", authorization.as_str())];
        if number == 0 {
            let (_, session) = send(&server.address, "GET /session", &headers, "").await.unwrap();
            agent = session["me"]["id"].as_str().unwrap().to_owned();
            let start = json!({ "from": { "type": "admin", "id": agent }, "bodyMarkdown": "hello",
                "recipients": { "to": { "emails": ["ana@home.example"] } } });
            let head = "POST /featurebase/v2/conversations";
            let (status, begun) =
                send(&server.address, head, &headers, &start.to_string()).await.unwrap();
            assert_eq!(status, 201, "{begun}");
            conversation = begun["id"].as_str().unwrap().to_owned();
        }
        let round = Arc::new(Round {
            address: server.address.clone(),
            token: token.clone(),
            conversation: conversation.clone(),
            acknowledged: AtomicUsize::new(0),
        });
        // What is not acknowledged is sent again under its old key, as an outbox does it.
        let again: Vec<_> =
            said.iter().filter(|(_, id)| id.is_none()).map(|(text, _)| text.clone()).collect();
        for text in again {
            let id = say(&round, &agent, &text).await;
            assert!(id.is_some(), "{text}");
            said.insert(text, id);
        }
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (round, agent) = (round.clone(), agent.clone());
                tokio::spawn(async move {
                    let mut mine = Vec::new();
                    for count in 0.. {
                        let text = format!("round {number} writer {writer} message {count}");
                        let id = say(&round, &agent, &text).await;
                        let over = id.is_none();
                        mine.push((text, id));
                        if over {
                            break;
                        }
                        round.acknowledged.fetch_add(1, Ordering::SeqCst);
                    }
                    mine
                })
            })
            .collect();
        let enough = async {
            while round.acknowledged.load(Ordering::SeqCst) < 60 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, enough).await.unwrap();
        server.kill().await;
        for writer in writers {
            said.extend(writer.await.unwrap());
        }
    }
    assert!(said.values().flatten().count() >= 180);
    assert!(said.values().any(Option::is_none), "the last round was cut short");
    // What is kept: the acknowledged under the ids that were given, all of it once, and of what was
    // on its way at most one.
    let database = folder.path().join("data/inbox.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(database);
    let mut connection = options.connect().await.unwrap();
    let check: String =
        sqlx::query("PRAGMA integrity_check").fetch_one(&mut connection).await.unwrap().get(0);
    assert_eq!(check, "ok");
    let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut connection).await.unwrap();
    assert!(broken.is_empty());
    let rows = sqlx::query("SELECT id, position, data FROM parts ORDER BY position");
    let rows = rows.fetch_all(&mut connection).await.unwrap();
    let mut kept: HashMap<String, Vec<String>> = HashMap::new();
    for (expected, row) in (1..).zip(&rows) {
        assert_eq!(row.get::<i64, _>(1), expected, "no position is missing");
        let data: Value = serde_json::from_str(row.get(2)).unwrap();
        let text = data["body"]["data"]["contents"][0]["markdown"].as_str().unwrap().to_owned();
        kept.entry(text).or_default().push(row.get(0));
    }
    connection.close().await.unwrap();
    for (text, id) in &said {
        let kept = kept.get(text).map(Vec::as_slice).unwrap_or_default();
        match id {
            Some(id) => assert_eq!(kept, std::slice::from_ref(id), "{text}"),
            None => assert!(kept.len() <= 1, "{text}"),
        }
    }
}

#[tokio::test]
async fn asked_to_stop_it_ends_its_streams_and_leaves_a_tidy_file() {
    let folder = Folder::new();
    let server = folder.serve(&["--demo", "--log", "json"]).await;
    let role = json!({ "role": "agent" }).to_string();
    let host = server.address.clone();
    let (status, demo) = send(&host, "POST /demo/session", &[], &role).await.unwrap();
    assert_eq!(status, 200, "{demo}");
    let authorization = format!("Bearer {}", demo["token"].as_str().unwrap());
    let headers = [("authorization", authorization.as_str())];
    let mut stream = connect(&host, "GET /live", &headers, "").await.unwrap();
    let mut begun = [0; 8];
    stream.read_exact(&mut begun).await.unwrap();
    assert_eq!(&begun, b"HTTP/1.1");
    assert_eq!(server.stop().await, Some(0));
    let mut rest = Vec::new();
    tokio::time::timeout(PATIENCE, stream.read_to_end(&mut rest)).await.unwrap().unwrap();
    assert!(String::from_utf8_lossy(&rest).contains("event: presence"));
    let left = std::fs::read_dir(folder.path().join("data")).unwrap();
    // Neither a write-ahead log nor a lock; folders are for files that people send.
    let left = left.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_file());
    let left: Vec<_> = left.map(|file| file.file_name()).collect();
    assert_eq!(left, ["inbox.db"]);
}

#[tokio::test]
async fn a_body_of_ten_megabytes_gets_its_answer() {
    let folder = Folder::new();
    let token = folder.say(&["token", "create", "--role", "agent", "--name", "Ada"]).await;
    let server = folder.serve(&[]).await;
    let authorization = format!("Bearer {}", token.trim());
    let body = "x".repeat(10 << 20);
    for (authorization, expected) in [(authorization.as_str(), 413), ("Bearer x", 401)] {
        let headers = [("authorization", authorization)];
        let head = "POST /featurebase/v2/conversations";
        let (status, body) = send(&server.address, head, &headers, &body).await.unwrap();
        assert_eq!(status, expected, "{body}");
        assert_eq!(body["error"]["status"], expected);
    }
    assert_eq!(server.stop().await, Some(0));
}
