//! Files through every API: to know the id of one is not to have it, and what is removed is gone.

use inbox_model::{Command, Content, Media, MediaId};
use inbox_server::clock;
use inbox_server::media::Incoming;
use serde_json::{Value, json};

use crate::crm::files::form_to;
use crate::crm::uuid;
use crate::server::{ADA, ANA, Answer, LEO, Server, admin, begin, contact_reply};
use crate::voicebot::{ana, number};
use crate::{crm, intercom, stack_auth};

/// A file of the organisation's that nobody has sent; its id.
pub(crate) async fn upload(server: &Server) -> String {
    let files = server.app.media();
    let incoming = Incoming::new(Some("plan.png"), Some("image/png")).unwrap();
    let mut receiving = files.receive(incoming).await.unwrap();
    receiving.write("png".into()).await.unwrap();
    let kept = receiving.finish().await.unwrap();
    let store = server.app.store();
    let media = files.note(store, &server.organisation, kept, clock::now()).await.unwrap();
    media.id.unwrap().to_string()
}

/// The address without what lets a stranger read it.
pub(crate) fn bare(url: &str) -> &str {
    url.split('?').next().unwrap()
}

/// A file sent to our own address beneath an API.
pub(crate) async fn post_media(
    server: &Server,
    prefix: &str,
    token: &str,
    file: &str,
    mime: &str,
) -> Answer {
    let form = form_to(&format!("{prefix}/media"), token, ("file", file, mime), b"png");
    server.send(form).await
}

/// How somebody's reading of a file is answered.
async fn read(server: &Server, token: &str, file: &str) -> u16 {
    server.own(Some(token), "GET", &format!("/media/{file}"), &Value::Null, &[]).await.status
}

/// The file as our own clients name one, with lies beside its id.
fn said(file: &str) -> Value {
    json!([{
        "type": "image", "id": file, "url": "https://evil.example/x", "name": "lie",
        "mime": "text/html", "bytes": 7, "caption": "see",
    }])
}

/// A message with these contents in a conversation of Ana's, by every API.
pub(crate) async fn says(
    server: &Server,
    api: &str,
    token: &str,
    id: &str,
    contents: &Value,
) -> Answer {
    let is_agent = token == server.ada;
    let inbox = json!({ "contents": contents });
    match api {
        "featurebase" => {
            let mut body =
                if is_agent { admin(ADA, "reply", "x") } else { contact_reply(ANA, "x") };
            body["inbox"] = inbox;
            server.post(token, &format!("/{id}/reply"), body).await
        }
        "intercom" => {
            let more = json!({ "body": "x", "inbox": inbox });
            let mut body = intercom::api::user(ANA, "x");
            body["inbox"] = more["inbox"].clone();
            let body = if is_agent { intercom::api::admin("comment", &more) } else { body };
            let path = format!("/conversations/{id}/reply");
            intercom::api::post(server, token, &path, body).await
        }
        "stack-auth" => {
            let body = json!({ "body": "x", "inbox": inbox });
            let body = stack_auth::change("reply", &body);
            let path = format!("/{}", uuid(id));
            stack_auth::call(server, Some(token), "PATCH", &path, &body).await
        }
        "crm" => {
            let mut body = json!({ "channel": "sms", "body": "x", "inbox": inbox });
            let files = body["inbox"]["contents"].as_array_mut().unwrap();
            for file in files.iter_mut().filter(|file| file["id"].is_string()) {
                file["id"] = json!(uuid(file["id"].as_str().unwrap()));
            }
            let path = format!("/conversations/{}/messages", uuid(id));
            crm::call(server, token, "POST", &path, body).await
        }
        _ => {
            let content = &contents[0];
            let file = json!({ "url": content["url"], "internal_uuid": content["id"] });
            let body = json!({ "type": content["type"], "file": file });
            server.vb(token, "POST", &format!("/conversations/{}/messages", number(id)), body).await
        }
    }
}

pub(crate) const APIS: [&str; 5] = ["featurebase", "intercom", "stack-auth", "crm", "voicebot"];

/// A new conversation of Ana's with these contents, by every API that has such a thing.
async fn begins(server: &Server, api: &str, contents: &Value) -> Option<Answer> {
    let inbox = json!({ "contents": contents });
    let token = &server.ana;
    Some(match api {
        "featurebase" => {
            let mut body = begin(ANA, "x");
            body["inbox"] = inbox;
            server.post(token, "", body).await
        }
        "intercom" => {
            let body =
                json!({ "from": { "type": "user", "id": ANA }, "body": "x", "inbox": inbox });
            intercom::api::post(server, token, "/conversations", body).await
        }
        "stack-auth" => {
            let mut body = stack_auth::create(ANA);
            body["inbox"] = inbox;
            stack_auth::call(server, Some(token), "POST", "", &body).await
        }
        "crm" => {
            let mut inbox = inbox;
            for file in inbox["contents"].as_array_mut().unwrap() {
                if let Some(id) = file["id"].as_str() {
                    file["id"] = json!(uuid(id));
                }
            }
            let body = json!({ "inbox": inbox });
            crm::call(server, token, "POST", &crm::contact_path(ANA), body).await
        }
        _ => return None,
    })
}

/// Ada sends a file in a message or note of a conversation; the part's id.
async fn send(server: &Server, id: &str, file: &str, kind: &str) -> String {
    let mut body = admin(ADA, kind, "x");
    body["inbox"] = json!({ "contents": said(file) });
    server.say(id, body).await.id()
}

fn is_refused(answer: &Answer, code: &str) {
    assert!(matches!(answer.status, 400 | 404 | 422), "{} {}", answer.status, answer.text);
    assert!(answer.text.contains(&format!("\"{code}\"")), "{}", answer.text);
}

/// Everything but what only tells when it was looked at.
async fn rows(server: &Server) -> String {
    let dump = server.dump().await;
    let lines =
        dump.lines().filter(|row| !row.starts_with("tokens:") && !row.starts_with("media:"));
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_customer_cannot_get_a_file_by_naming_it() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    // Nobody's yet, in a note of this very conversation, and in somebody else's conversation.
    let unsent = upload(&server).await;
    let noted = upload(&server).await;
    send(&server, &id, &noted, "note").await;
    let foreign = upload(&server).await;
    let leos = server.post(&server.leo, "", begin(LEO, "hello")).await.id();
    send(&server, &leos, &foreign, "reply").await;
    assert_eq!(read(&server, &server.leo, &foreign).await, 200);
    let before = rows(&server).await;
    for file in [&unsent, &noted, &foreign, &"f".repeat(24)] {
        for api in APIS {
            let answer = says(&server, api, &server.ana, &id, &said(file)).await;
            is_refused(&answer, "media_not_found");
            if let Some(answer) = begins(&server, api, &said(file)).await {
                is_refused(&answer, "media_not_found");
            }
            assert_eq!(read(&server, &server.ana, file).await, 404, "{api}");
        }
    }
    assert_eq!(rows(&server).await, before);
}

#[tokio::test]
async fn what_is_said_of_a_file_counts_for_nothing() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    for api in APIS {
        let file = upload(&server).await;
        let sent = says(&server, api, &server.ada, &id, &said(&file)).await;
        assert!(sent.status < 300, "{api}: {}", sent.text);
        assert!(!sent.text.contains("evil.example"), "{api}: {}", sent.text);
        assert_eq!(read(&server, &server.ana, &file).await, 200, "{api}");
        // What both can see the customer may send as well.
        let again = says(&server, api, &server.ana, &id, &said(&file)).await;
        assert!(again.status < 300, "{api}: {}", again.text);
        // A file of another organisation, or none, is not there for an agent either.
        let missing = says(&server, api, &server.ada, &id, &said(&"f".repeat(24))).await;
        is_refused(&missing, "media_not_found");
    }
    let now = server.app.store().conversation(&server.agent(ADA), &id.as_str().into()).await;
    let parts = now.unwrap().unwrap().parts;
    let files: Vec<&Media> =
        parts.iter().flat_map(|part| part.contents()).filter_map(Content::media).collect();
    assert_eq!(files.len(), 10);
    for file in files {
        assert_eq!(bare(&file.url), format!("/media/{}", file.id.as_ref().unwrap()));
        assert_eq!(
            (file.name.as_deref(), file.mime.as_deref()),
            (Some("plan.png"), Some("image/png"))
        );
        assert_eq!(file.bytes, Some(3));
    }
}

#[tokio::test]
async fn a_file_of_another_organisation_is_not_there() {
    let server = Server::new().await;
    let second = crate::tenants::Second::beside(&server).await;
    let file = upload(&server).await;
    let media = Media { id: Some(file.as_str().into()), ..Media::default() };
    let mut write = server.app.store().write(&second.id, clock::now()).await.unwrap();
    assert_eq!(write.media(&MediaId::from(file.as_str())).await.unwrap(), None);
    let id = write.new_conversation_id().await.unwrap();
    let blank = inbox_model::Conversation::new(id, clock::now());
    let start = Command::Start { contents: vec![Content::Image(media)] };
    let act = inbox_server::store::Act::new(&inbox_server::store::bot(), start);
    let refused = write.start(blank, None, act).await.unwrap_err();
    assert_eq!(refused.to_string(), "there is no such file");
}

#[tokio::test]
async fn nothing_that_runs_is_a_file() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let before = rows(&server).await;
    for url in ["javascript:alert(1)", "data:text/html,x", "//evil.example/x", "java\nscript:x", ""]
    {
        for kind in ["image", "document"] {
            let contents = json!([{ "type": kind, "url": url }]);
            for api in APIS {
                for token in [&server.ana, &server.ada] {
                    let answer = says(&server, api, token, &id, &contents).await;
                    assert!(matches!(answer.status, 400 | 422), "{api} {url}: {}", answer.text);
                }
                if let Some(answer) = begins(&server, api, &contents).await {
                    assert!(matches!(answer.status, 400 | 422), "{api} {url}: {}", answer.text);
                }
            }
        }
    }
    assert_eq!(rows(&server).await, before);
    // The rule is the store's, whoever forgets to ask.
    let media = Media { url: "javascript:alert(1)".into(), ..Media::default() };
    let reply = Command::reply_of(vec![Content::Document(media)]);
    let mut write = server.write(clock::now()).await;
    let act = inbox_server::store::Act::new(&ana(), reply);
    let refused = write.apply(&id.as_str().into(), None, &[act]).await.unwrap_err();
    let inbox_server::store::StoreError::Refused(refusal) = refused else { panic!("{refused}") };
    assert_eq!(refusal.code(), "unsound");
}

fn redact(conversation: &str, part: &str) -> Value {
    json!({
        "conversationId": conversation, "conversationPartId": part, "type": "conversation_part",
    })
}

#[tokio::test]
async fn what_is_redacted_takes_its_files_along() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let (file, twice) = (upload(&server).await, upload(&server).await);
    let part = send(&server, &id, &file, "reply").await;
    let first = send(&server, &id, &twice, "reply").await;
    let second = send(&server, &id, &twice, "reply").await;
    let redacted = async |part: &str| {
        let answer = server.post(&server.ada, "/redact", redact(&id, part)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    };
    redacted(&part).await;
    for token in [&server.ana, &server.ada] {
        assert_eq!(read(&server, token, &file).await, 404);
    }
    // Nor is it there to be sent again.
    let again = says(&server, "featurebase", &server.ada, &id, &said(&file)).await;
    is_refused(&again, "media_not_found");
    // What another message carries stays.
    redacted(&first).await;
    assert_eq!(read(&server, &server.ana, &twice).await, 200);
    let place = MediaId::from(file.as_str());
    assert!(server.app.media().read(&place, None).await.is_ok());
    let now = clock::now();
    assert_eq!(server.app.media().forget_unsent(server.app.store(), now).await.unwrap(), 1);
    assert!(server.app.media().read(&place, None).await.is_err());
    assert!(!server.dump().await.contains(&format!("media: '{file}'")));
    redacted(&second).await;
    assert_eq!(read(&server, &server.ana, &twice).await, 404);
}

/// An assistant's draft that was sent as it stood says what the message says.
#[tokio::test]
async fn what_is_redacted_takes_its_draft_along() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let (draft, other) = ("a mistake", "another draft");
    let sent = crm::draft(&server, &id, draft).await;
    let path = format!("/conversations/{}/suggestions/{}/send", uuid(&id), uuid(&sent));
    let said = crm::call(&server, &server.ada, "POST", &path, Value::Null).await;
    assert!(said.status < 300, "{}", said.text);
    crm::draft(&server, &id, other).await;
    let shown = server.app.store().conversation(&server.agent(ADA), &id.as_str().into()).await;
    let parts = shown.unwrap().unwrap().parts;
    let said = parts.iter().rfind(|part| part.is_redactable()).unwrap();
    let answer = server.post(&server.ada, "/redact", redact(&id, said.id.as_str())).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let dump = server.dump().await;
    assert!(!dump.contains(draft) && dump.contains(other), "{dump}");
}

#[tokio::test]
async fn what_is_deleted_takes_its_files_along() {
    let server = Server::new().await;
    let (id, other) = (server.conversation_of_ana().await, server.conversation_of_ana().await);
    let (file, kept) = (upload(&server).await, upload(&server).await);
    for (conversation, file) in [(&id, &file), (&id, &kept), (&other, &kept)] {
        send(&server, conversation, file, "reply").await;
    }
    let dropped = server.app.store().files_dropped();
    assert_eq!(server.delete(&server.ada, &format!("/{id}"), Value::Null).await.status, 200);
    // Whoever deletes files is told at once.
    dropped.await;
    assert_eq!(read(&server, &server.ada, &file).await, 404);
    assert_eq!(read(&server, &server.ana, &kept).await, 200);
    let now = clock::now();
    assert_eq!(server.app.media().forget_unsent(server.app.store(), now).await.unwrap(), 1);
}

/// Every write under a key that told of a message, asked again after it is redacted.
#[tokio::test]
async fn an_answer_is_not_told_again_with_what_was_redacted() {
    let server = Server::new().await;
    let key = |key: &'static str| [("idempotency-key", key)];
    let begun = begin(ANA, "first mistake");
    let answer = server.call(&server.ana, "POST", "", &begun, &key("k1")).await;
    let (id, first) = (answer.id(), answer.body["conversationParts"][0]["id"].clone());
    let reply = format!("/{id}/reply");
    let said = contact_reply(ANA, "second mistake");
    let answer = server.call(&server.ana, "POST", &reply, &said, &key("k2")).await;
    let second = answer.id();
    let close = json!({ "state": "closed", "actingAdminId": ADA });
    let path = format!("/{id}");
    let answer = server.call(&server.ada, "PATCH", &path, &close, &key("k3")).await;
    assert!(answer.text.contains("second mistake"), "{}", answer.text);
    let sms = json!({ "channel": "sms", "body": "third mistake" });
    let messages = format!("{}/conversations/{}/messages", crm::PREFIX, uuid(&id));
    let crm_key = [("idempotency-key", "k4")];
    let third = server.own(Some(&server.ada), "POST", &messages, &sms, &crm_key).await;
    assert_eq!(third.status, 201, "{}", third.text);
    let detail = server.get(&server.ada, &path).await.body;
    let third = detail["conversationParts"].as_array().unwrap().last().unwrap()["id"].clone();
    for part in [first.as_str().unwrap(), &second, third.as_str().unwrap()] {
        let answer = server.post(&server.ada, "/redact", redact(&id, part)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
    let dump = server.dump().await;
    assert!(!dump.contains("mistake"), "{dump}");
    let count = |dump: &str| dump.lines().filter(|row| row.starts_with("parts:")).count();
    for _ in 0..2 {
        let answer = server.call(&server.ana, "POST", "", &begun, &key("k1")).await;
        assert_eq!((answer.status, answer.id()), (201, id.clone()), "{}", answer.text);
        let answer = server.call(&server.ana, "POST", &reply, &said, &key("k2")).await;
        assert_eq!((answer.status, answer.id()), (201, second.clone()), "{}", answer.text);
        assert_eq!(
            (&answer.body["redacted"], &answer.body["bodyMarkdown"]),
            (&json!(true), &json!(""))
        );
        let answer = server.call(&server.ada, "PATCH", &path, &close, &key("k3")).await;
        assert_eq!((answer.status, answer.id()), (200, id.clone()), "{}", answer.text);
        let answer = server.own(Some(&server.ada), "POST", &messages, &sms, &crm_key).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        assert!(!answer.text.contains("mistake"), "{}", answer.text);
    }
    assert_eq!(count(&server.dump().await), count(&dump));
    // The key is still that of one request and no other.
    let other = contact_reply(ANA, "another");
    assert!(server.call(&server.ana, "POST", &reply, &other, &key("k2")).await.status >= 400);
}

#[tokio::test]
async fn an_answer_is_not_told_again_after_its_conversation_is_deleted() {
    let server = Server::new().await;
    let key = [("idempotency-key", "k1")];
    let begun = begin(ANA, "the mistake");
    let id = server.call(&server.ana, "POST", "", &begun, &key).await.id();
    assert_eq!(server.delete(&server.ada, &format!("/{id}"), Value::Null).await.status, 200);
    assert!(!server.dump().await.contains("mistake"));
    assert_eq!(server.call(&server.ana, "POST", "", &begun, &key).await.status, 404);
    assert!(!server.dump().await.contains("mistake"));
}

pub(crate) const PREFIXES: [(&str, &str); 4] = [
    ("featurebase", "/featurebase"),
    ("intercom", "/intercom"),
    ("stack-auth", "/stack-auth/api/v1"),
    ("voicebot", "/voicebot/third-party/v1"),
];

#[tokio::test]
async fn what_an_agent_uploads_beneath_any_api_goes_with_a_message_there() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    for (api, prefix) in PREFIXES {
        let kept = post_media(&server, prefix, &server.ada, "../a/plan.png", "image/png").await;
        assert_eq!(kept.status, 201, "{api}: {}", kept.text);
        let media = &kept.body;
        assert_eq!((&media["name"], &media["bytes"]), (&json!("plan.png"), &json!(3)), "{api}");
        let file = media["id"].as_str().unwrap();
        assert_eq!(bare(media["url"].as_str().unwrap()), format!("/media/{file}"), "{api}");
        let below = format!("{prefix}/media/{file}");
        let read = async |token: &str| {
            server.own(Some(token), "GET", &below, &Value::Null, &[]).await.status
        };
        assert_eq!((read(&server.ada).await, read(&server.ana).await), (200, 404), "{api}");
        let mut said = media.clone();
        said["type"] = json!("image");
        let sent = says(&server, api, &server.ada, &id, &json!([said])).await;
        assert!(sent.status < 300, "{api}: {}", sent.text);
        assert_eq!(read(&server.ana).await, 200, "{api}");
    }
}

#[tokio::test]
async fn nobody_but_an_agent_uploads_and_only_what_is_kept() {
    let server = Server::new().await;
    for (api, prefix) in PREFIXES {
        let code = async |token: &str, file: &str, mime: &str| {
            let answer = post_media(&server, prefix, token, file, mime).await;
            (answer.status, answer.body["error"]["code"].as_str().unwrap_or_default().to_owned())
        };
        let of = |status: u16, code: &str| (status, code.to_owned());
        assert_eq!(code(&server.ana, "a.png", "image/png").await, of(403, "forbidden"), "{api}");
        let refused = of(422, "unsupported_file_type");
        assert_eq!(code(&server.ada, "a.svg", "image/svg+xml").await, refused, "{api}");
        assert_eq!(code(&server.ada, "a.png.exe", "image/png").await, refused, "{api}");
        let form =
            form_to(&format!("{prefix}/media"), &server.ada, ("other", "a", "image/png"), b"x");
        let answer = server.send(form).await;
        assert_eq!(
            (answer.status, answer.body["error"]["code"].as_str()),
            (400, Some("invalid_request"))
        );
    }
}
