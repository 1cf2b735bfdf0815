//! Files: uploaded, sent, and read by those who may see the message.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use super::{PREFIX, ask, conversation, get, post, uuid};
use crate::files::bare;
use crate::server::{Answer, Server};

/// A multipart form with one file.
fn form(token: &str, name: &str, file: &str, mime: &str, bytes: &[u8]) -> Request<Body> {
    form_to(&format!("{PREFIX}/conversations/media"), token, (name, file, mime), bytes)
}

/// The same to another address.
pub(crate) fn form_to(
    address: &str,
    token: &str,
    (name, file, mime): (&str, &str, &str),
    bytes: &[u8],
) -> Request<Body> {
    let mut body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
         Content-Type: {mime}\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--b--\r\n");
    Request::builder()
        .method("POST")
        .uri(address)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .unwrap()
}

/// Uploads a file.
pub(crate) async fn upload(server: &Server, token: &str, mime: &str, bytes: &[u8]) -> Answer {
    ask(server, form(token, "file", "receipt é.pdf", mime, bytes)).await
}

#[tokio::test]
async fn a_file_is_read_by_those_who_may_see_the_message() {
    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let kept = upload(&server, &server.ada, "application/pdf", b"%PDF-1").await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    let media = &kept.body;
    assert_eq!((&media["size"], &media["filename"]), (&json!(6), &json!("receipt é.pdf")));
    let url = bare(media["url"].as_str().unwrap());
    let read = async |token: Option<&str>| server.own(token, "GET", url, &Value::Null, &[]).await;
    assert_eq!(read(Some(&server.ada)).await.text, "%PDF-1");
    assert_eq!(read(None).await.status, 401);
    // Before it is sent it is nobody's outside.
    assert_eq!(read(Some(&server.ana)).await.status, 404);
    let body = json!({ "channel": "sms", "body": "Your receipt", "media_ids": [media["id"]] });
    let sent = post(&server, &server.ada, &format!("{path}/messages"), body).await;
    assert_eq!((sent.status, &sent.body["media"][0]), (201, media));
    let got = read(Some(&server.ana)).await;
    assert_eq!((got.status, got.text.as_str()), (200, "%PDF-1"));
    // It is saved and never shown, whatever is in it.
    let header = |name: &str| got.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-disposition"), "attachment; filename*=UTF-8''receipt%20%C3%A9.pdf");
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").contains("sandbox"));
    assert_eq!(read(Some(&server.leo)).await.status, 404);
}

#[tokio::test]
async fn a_file_in_a_note_is_the_companys() {
    use inbox_model::{Command, Content, Media, Participant, ParticipantKind};
    use inbox_server::store::Act;

    let server = Server::new().await;
    let (_, id) = conversation(&server).await;
    let kept = upload(&server, &server.ada, "image/png", b"png").await.body;
    let url = bare(kept["url"].as_str().unwrap());
    let own = url.rsplit('/').next().unwrap();
    let now = inbox_server::clock::now();
    let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
    let media = Media { id: Some(own.into()), url: url.to_owned(), ..Media::default() };
    let note = Command::Note { contents: vec![Content::Image(media)] };
    let ada = Participant::new(ParticipantKind::Agent, crate::server::ADA);
    write.apply(&id.as_str().into(), None, &[Act::new(&ada, note)]).await.unwrap();
    write.finish(None).await.unwrap();
    assert_eq!(server.own(Some(&server.ana), "GET", url, &Value::Null, &[]).await.status, 404);
    assert_eq!(server.own(Some(&server.ada), "GET", url, &Value::Null, &[]).await.status, 200);
}

#[tokio::test]
async fn what_cannot_be_kept_is_told() {
    let server = Server::new().await;
    let code = |answer: &Answer| answer.body["inbox"]["code"].clone();
    for mime in ["text/html", "image/svg+xml", "application/octet-stream"] {
        let refused = upload(&server, &server.ada, mime, b"<script>").await;
        assert_eq!(
            (refused.status, code(&refused)),
            (422, json!("unsupported_file_type")),
            "{mime}"
        );
    }
    let refused = upload(&server, &server.ada, "image/png", b"").await;
    assert_eq!((refused.status, code(&refused)), (422, json!("file_empty")));
    let long = vec![0_u8; (25 << 20) + 1];
    let refused = upload(&server, &server.ada, "image/png", &long).await;
    assert_eq!((refused.status, code(&refused)), (422, json!("file_too_large")));
    assert_eq!(upload(&server, &server.ada, "image/png", &long[1..]).await.status, 201);
    let endless = vec![0_u8; 65 << 20];
    assert_eq!(upload(&server, &server.ada, "image/png", &endless).await.status, 422);
    let other = form(&server.ada, "other", "a", "image/png", b"x");
    assert_eq!(ask(&server, other).await.status, 422);
    let json = super::request(Some(&server.ada), "POST", "/conversations/media", &json!({}), &[]);
    assert_eq!(ask(&server, json).await.status, 422);
    assert_eq!(upload(&server, &server.ana, "image/png", b"x").await.status, 403);
    assert_eq!(upload(&server, "garbage", "image/png", b"x").await.status, 401);
}

#[tokio::test]
async fn only_files_that_are_there_can_be_sent_and_only_by_the_company() {
    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let path = format!("{path}/messages");
    let kept = upload(&server, &server.ada, "image/png", b"png").await.body;
    let with = |id: &Value| json!({ "channel": "sms", "body": "x", "media_ids": [id] });
    let nothing = json!(uuid("f11ef11ef11ef11ef11ef11e"));
    for (token, id) in [(&server.ada, &nothing), (&server.ana, &kept["id"])] {
        let refused = post(&server, token, &path, with(id)).await;
        assert_eq!(
            (refused.status, &refused.body["inbox"]["code"]),
            (422, &json!("media_not_found"))
        );
    }
    // What a client says of a file beside its id counts for nothing.
    let lie = json!({ "channel": "sms", "body": "x", "inbox": { "contents": [{
        "type": "document", "id": kept["id"], "url": "https://evil/x", "mime": "text/html", "name": "x"
    }] } });
    let sent = post(&server, &server.ada, &path, lie).await;
    assert_eq!(sent.body["media"][0], kept);
    assert!(!sent.text.contains("evil"));
    assert_eq!(get(&server, &server.ana, &path).await.body["items"][1]["media"][0], kept);
}

/// What nobody sends is forgotten after a day; what was redacted or deleted with its conversation, at
/// once.
#[tokio::test]
async fn a_file_that_no_message_carries_is_forgotten_after_a_day() {
    use inbox_model::time::DAY;

    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let (other, other_id) = conversation(&server).await;
    let before = inbox_server::clock::now();
    let mut files = Vec::new();
    for _ in 0..4 {
        files.push(upload(&server, &server.ada, "application/pdf", b"%PDF-1").await.body);
    }
    let [unsent, sent, redacted, deleted] = files.try_into().unwrap();
    let send = async |path: &str, file: &Value| {
        let body = json!({ "channel": "sms", "body": "x", "media_ids": [file["id"]] });
        let sent = post(&server, &server.ada, &format!("{path}/messages"), body).await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        inbox_dialects::ids::text_of_uuid(sent.body["id"].as_str().unwrap()).unwrap()
    };
    send(&path, &sent).await;
    let part = send(&path, &redacted).await;
    send(&other, &deleted).await;
    let redact =
        json!({ "type": "conversation_part", "conversationId": id, "conversationPartId": part });
    assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
    server.delete(&server.ada, &format!("/{other_id}"), json!({})).await;
    let after = inbox_server::clock::now();
    let status = async |token: &str, file: &Value| {
        let url = bare(file["url"].as_str().unwrap());
        server.own(Some(token), "GET", url, &Value::Null, &[]).await.status
    };
    // What a redacted message carried is nobody's, at once.
    for token in [&server.ana, &server.ada] {
        assert_eq!(status(token, &redacted).await, 404);
        assert_eq!(status(token, &deleted).await, 404);
    }
    assert_eq!(status(&server.ana, &sent).await, 200);
    let forget = async |at| server.app.media().forget_unsent(server.app.store(), at).await.unwrap();
    assert_eq!(forget(before.plus(DAY - 1)).await, 2);
    assert_eq!(status(&server.ada, &unsent).await, 200);
    assert_eq!(forget(after.plus(DAY)).await, 1);
    assert_eq!(forget(after.plus(DAY)).await, 0);
    let id_of =
        |file: &Value| bare(file["url"].as_str().unwrap()).rsplit('/').next().unwrap().to_owned();
    for gone in [&unsent, &redacted, &deleted] {
        assert_eq!(status(&server.ada, gone).await, 404);
        assert!(
            server.app.media().read(&id_of(gone).into(), None).await.is_err(),
            "the file is there"
        );
    }
    assert_eq!(status(&server.ana, &sent).await, 200);
    let again = json!({ "channel": "sms", "body": "x", "media_ids": [unsent["id"]] });
    assert_eq!(post(&server, &server.ada, &format!("{path}/messages"), again).await.status, 422);
}
