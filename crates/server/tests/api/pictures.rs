//! Pictures in a text, as data URIs.

use std::path::Path;

use inbox_server::http::Settings;
use serde_json::{Value, json};

use crate::files::bare;
use crate::server::{ADA, ANA, Answer, LEO, Server, admin, begin, contact_reply, folder};

/// The first eight bytes of every PNG, and more than a text may have.
const PNG: &str = "iVBORw0KGgo=";

fn long() -> String {
    "QUJD".repeat(4_000)
}

/// The addresses of the files in a message's markdown, without what lets a stranger read them.
fn files(part: &Value) -> Vec<String> {
    let markdown = part["bodyMarkdown"].as_str().unwrap();
    let pieces = markdown.split("](").skip(1);
    pieces.map(|piece| bare(piece.split(')').next().unwrap()).to_owned()).collect()
}

async fn read(server: &Server, token: &str, url: &str) -> Answer {
    server.own(Some(token), "GET", url, &Value::Null, &[]).await
}

#[tokio::test]
async fn a_picture_in_a_text_is_kept() {
    let server = Server::new().await;
    let text = format!("see ![cup](data:image/png;base64,{PNG}) this");
    let begun = server.post(&server.ana, "", begin(ANA, &text)).await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    let (id, first) = (begun.id(), begun.body["conversationParts"][0].clone());
    let urls = files(&first);
    assert_eq!(urls.len(), 1, "{first}");
    assert!(first["bodyMarkdown"].as_str().unwrap().starts_with("see  this"), "{first}");
    assert!(
        first["bodyHtml"].as_str().unwrap().contains(&format!("<img src=\"{}?until=", urls[0])),
        "{first}"
    );
    for token in [&server.ana, &server.ada] {
        let file = read(&server, token, &urls[0]).await;
        assert_eq!(
            (file.status, &file.headers["content-type"]),
            (200, &"image/png".parse().unwrap())
        );
        assert!(file.text.contains("PNG"), "{}", file.text);
    }
    assert_eq!(read(&server, &server.leo, &urls[0]).await.status, 404);
    // A text has 10,000 characters, and pictures are no text.
    let text = format!("![](data:image/jpeg;base64,{}) ![b](data:image/gif;base64,AAAA)", long());
    for (token, body, readers) in [
        (&server.ana, contact_reply(ANA, &text), vec![&server.ana, &server.ada]),
        (&server.ada, admin(ADA, "reply", &text), vec![&server.ana, &server.ada]),
        (&server.ada, admin(ADA, "note", &text), vec![&server.ada]),
        // In somebody's name.
        (&server.ada, contact_reply(ANA, &text), vec![&server.ana, &server.ada]),
    ] {
        let said = server.post(token, &format!("/{id}/reply"), body).await;
        assert_eq!(said.status, 201, "{}", said.text);
        let urls = files(&said.body);
        assert_eq!(urls.len(), 2, "{}", said.text);
        for reader in [&server.ana, &server.ada] {
            let status = if readers.contains(&reader) { 200 } else { 404 };
            assert_eq!(read(&server, reader, &urls[1]).await.status, status);
        }
        assert_eq!(read(&server, &server.ada, &urls[0]).await.text.len(), 12_000);
    }
}

#[tokio::test]
async fn a_picture_that_cannot_be_kept_is_told() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let picture = |uri: &str| format!("x ![a]({uri})");
    let before = server.dump().await;
    for uri in [
        "data:image/svg+xml;base64,AAAA",
        "data:image/png;base64,A",
        "data:image/png;base64,%%%%",
        "data:image/png;base64,",
        "data:image/png,AAAA",
        "data:image/png",
        "data:image/x;base64,AAAA",
    ] {
        let reply = contact_reply(ANA, &picture(uri));
        for answer in [
            server.post(&server.ana, &format!("/{id}/reply"), reply).await,
            server.post(&server.ana, "", begin(ANA, &picture(uri))).await,
        ] {
            assert_eq!((answer.status, answer.code()), (400, "invalid_content"), "{uri}");
            assert_eq!(answer.body["error"]["param"], "bodyMarkdown", "{uri}");
        }
    }
    let many = picture("data:image/png;base64,AAAA").repeat(11);
    let answer = server.post(&server.ana, "", begin(ANA, &many)).await;
    assert_eq!((answer.status, answer.code()), (400, "invalid_content"));
    assert_eq!(server.dump().await, before);
    // One of them is no reason to keep the other.
    let two = picture("data:image/png;base64,AAAA") + &picture("data:image/png;base64,A");
    assert_eq!(server.post(&server.ana, "", begin(ANA, &two)).await.status, 400);
    assert_eq!(server.dump().await, before);
}

#[tokio::test]
async fn a_picture_is_kept_once_for_its_key() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let body = contact_reply(ANA, &format!("![a](data:image/png;base64,{PNG})"));
    let key = [("idempotency-key", "k1")];
    let path = format!("/{id}/reply");
    let first = server.call(&server.ana, "POST", &path, &body, &key).await;
    assert_eq!(first.status, 201, "{}", first.text);
    let again = server.call(&server.ana, "POST", &path, &body, &key).await;
    assert_eq!(again.body, first.body);
    let (part, url) = (first.id(), files(&first.body).remove(0));
    let redact =
        json!({ "conversationId": id, "conversationPartId": part, "type": "conversation_part" });
    assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
    let before = server.dump().await;
    let again = server.call(&server.ana, "POST", &path, &body, &key).await;
    assert_eq!(server.dump().await, before);
    assert_eq!(
        (again.status, again.id(), again.body["redacted"].clone()),
        (201, part, json!(true))
    );
    assert_eq!(read(&server, &server.ada, &url).await.status, 404);
}

/// The files that lie in a folder.
fn lie_in(folder: &Path) -> usize {
    let folders = std::fs::read_dir(folder).into_iter().flatten();
    folders.map(|one| std::fs::read_dir(one.unwrap().path()).unwrap().count()).sum()
}

#[tokio::test]
async fn a_picture_is_kept_only_with_what_it_was_sent_in() {
    let folder = folder();
    let server =
        Server::with(Settings { media: Some(folder.clone()), ..Settings::default() }).await;
    let id = server.conversation_of_ana().await;
    let picture = format!("![a](data:image/png;base64,{PNG})");
    let before = server.dump().await;
    let long = format!("{picture}{picture}{}", "x".repeat(10_001));
    for (token, path, body, status) in [
        (&server.ana, "/nowhere/reply", contact_reply(ANA, &picture), 404),
        (&server.leo, &format!("/{id}/reply"), contact_reply(LEO, &picture), 404),
        (&server.ana, &format!("/{id}/reply"), contact_reply(ANA, &long), 400),
        (&server.ana, "", begin(ANA, &long), 400),
        (&server.ana, "", begin(LEO, &picture), 403),
        (&server.ada, "", begin("c0c0c0c0c0c0c0c0c0c0c0c0", &picture), 404),
        (&server.ada, &format!("/{id}/reply"), contact_reply(LEO, &picture), 404),
    ] {
        let answer = server.post(token, path, body).await;
        assert_eq!(answer.status, status, "{path} {}", answer.text);
        assert_eq!(server.dump().await, before, "{path}");
        assert_eq!(lie_in(&folder), 0, "{path}");
    }
    // Once for its key, whether the answer is still there or was forgotten with the message.
    for (number, (path, body)) in [
        (format!("/{id}/reply"), contact_reply(ANA, &picture)),
        (String::new(), begin(ANA, &picture)),
    ]
    .into_iter()
    .enumerate()
    {
        let key = format!("k{number}");
        let key = [("idempotency-key", key.as_str())];
        let first = server.call(&server.ana, "POST", &path, &body, &key).await;
        assert_eq!(first.status, 201, "{}", first.text);
        assert_eq!(lie_in(&folder), number + 1);
        let kept = server.dump().await;
        server.call(&server.ana, "POST", &path, &body, &key).await;
        assert_eq!(server.dump().await, kept);
        assert_eq!(lie_in(&folder), number + 1);
        if number == 0 {
            let redact = json!({
                "conversationId": id, "conversationPartId": first.id(), "type": "conversation_part",
            });
            assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
            let redacted = server.dump().await;
            server.call(&server.ana, "POST", &path, &body, &key).await;
            assert_eq!(server.dump().await, redacted);
            assert_eq!(lie_in(&folder), 1);
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn nothing_is_said_where_its_picture_cannot_be_kept() {
    let folder = folder();
    std::fs::write(&folder, "no folder").unwrap();
    let server =
        Server::with(Settings { media: Some(folder.clone()), ..Settings::default() }).await;
    let id = server.conversation_of_ana().await;
    let before = server.dump().await;
    let reply = contact_reply(ANA, &format!("![a](data:image/png;base64,{PNG})"));
    assert_eq!(server.post(&server.ana, &format!("/{id}/reply"), reply).await.status, 500);
    assert_eq!(server.dump().await, before);
    std::fs::remove_file(folder).unwrap();
}
