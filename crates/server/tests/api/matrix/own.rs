//! What is no vendor's: once at the root, and beneath every dialect with ids in its form.

use axum::body::Body;
use axum::http::Request;
use inbox_dialects::ids::IdForm;
use inbox_model::{Command, Content, Media, Participant, ParticipantKind};
use inbox_server::store::Act;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{Call, Case, Names, Table, case, check};
use crate::crm::files::upload;
use crate::crm::{call as crm, uuid};
use crate::server::{ADA, Answer, Server};

/// The routes below a prefix.
pub(super) struct Own {
    pub(super) prefix: &'static str,
    /// How the dialect there writes ids.
    ids: &'static IdForm,
}

/// Those at the root.
pub(super) const ROOT: Own = Own { prefix: "", ids: &IdForm::OWN };

const BENEATH: [Own; 5] = [
    Own { prefix: "/featurebase", ids: &IdForm::OWN },
    Own { prefix: "/intercom", ids: &IdForm::OWN },
    Own { prefix: "/stack-auth/api/v1", ids: &IdForm::UUID },
    Own { prefix: "/crm/api/v1", ids: &IdForm::UUID },
    Own { prefix: "/voicebot/third-party/v1", ids: &IdForm::NUMBER },
];

impl Table for Own {
    fn title(&self) -> &'static str {
        "What is no vendor's"
    }

    fn prefix(&self) -> &'static str {
        self.prefix
    }

    fn about(&self) -> &'static str {
        "`/session`, `/visitor`, `/media…`, `/parts…`, `/canned-replies…` and `/live…` are beneath the prefix of every dialect too, and the same there. \
         `{sent}` is a file in a message of the owner's conversation, `{noted}` one in a note, and `{kept}` one \
         that an agent has uploaded and not sent."
    }

    fn cases(&self) -> Vec<Case> {
        let mut cases = beneath();
        if self.prefix.is_empty() {
            cases.extend(at_the_root());
        }
        cases
    }

    async fn names(&self, server: &Server) -> Names {
        let id = server.conversation_of_ana().await;
        let own = id.as_str().into();
        let ada = server.agent(ADA);
        let there = server.app.store().conversation(&ada, &own).await.unwrap().unwrap();
        let part = self.ids.part(&own, there.parts.first().unwrap()).id.to_string();
        let names = vec![("id", self.ids.conversation_id(&own).to_string()), ("part", part)];
        if !self.prefix.is_empty() {
            return names;
        }
        let sent = kept(server).await;
        let message = json!({ "channel": "sms", "body": "x", "media_ids": [sent["id"]] });
        let path = format!("/conversations/{}/messages", uuid(&id));
        assert_eq!(crm(server, &server.ada, "POST", &path, message).await.status, 201);
        let noted = address(&kept(server).await);
        let media = Media { id: Some(noted.as_str().into()), ..Media::default() };
        let note = Command::Note { contents: vec![Content::Image(media)] };
        let ada = Participant::new(ParticipantKind::Agent, ADA);
        let now = inbox_server::clock::now();
        let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
        write.apply(&id.as_str().into(), None, &[Act::new(&ada, note)]).await.unwrap();
        write.finish(None).await.unwrap();
        let kept = address(&kept(server).await);
        let files = [("sent", address(&sent)), ("noted", noted), ("kept", kept)];
        names.into_iter().chain(files).collect()
    }

    async fn call(
        &self,
        server: &Server,
        token: Option<&str>,
        (method, path, body): Call<'_>,
    ) -> Answer {
        let path = format!("{}{path}", self.prefix);
        if (method, path.ends_with("/live")) == ("GET", true) {
            return head(server, token, &path).await;
        }
        server.own(token, method, &path, body, &[("host", "localhost")]).await
    }
}

/// A file that an agent has uploaded.
async fn kept(server: &Server) -> Value {
    let kept = upload(server, &server.ada, "image/png", b"png").await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    kept.body
}

/// The id by which a file is read.
fn address(media: &Value) -> String {
    crate::files::bare(media["url"].as_str().unwrap()).rsplit('/').next().unwrap().to_owned()
}

/// A live stream's answer without the stream, which does not end by itself.
async fn head(server: &Server, token: Option<&str>, path: &str) -> Answer {
    let mut request = Request::get(path);
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request.body(Body::empty()).unwrap();
    let (parts, _) = server.router.clone().oneshot(request).await.unwrap().into_parts();
    let status = parts.status.as_u16();
    Answer { status, headers: parts.headers, text: String::new(), body: Value::Null }
}

#[rustfmt::skip]
fn beneath() -> Vec<Case> {
    let typing = || json!({ "conversationId": "{id}", "typing": true });
    let note = json!({ "conversationId": "{id}", "typing": true, "note": true });
    let viewing = |id: Value| json!({ "conversationId": id });
    let lists = json!({ "lists": [{ "id": "mine", "filters": { "scope": "mine" } }] });
    vec![
        //                                                                                     no   junk old  gone else agent own oth  visitor
        case("GET",  "/session",      "",                             Value::Null,             [401, 401, 401, 401, 200, 200, 200, 200, 200]),
        case("POST", "/session",      "which there is not",           Value::Null,             [405, 405, 405, 405, 405, 405, 405, 405, 405]),
        case("POST", "/visitor",      "",                             Value::Null,             [201, 201, 201, 201, 201, 201, 201, 201, 201]),
        case("GET",  "/canned-replies", "",                           Value::Null,             [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        case("PUT",  "/canned-replies/r1", "",                        json!({ "name": "n", "text": "t" }), [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        case("PUT",  "/canned-replies/r1", "without a text",          json!({ "name": "n" }),  [401, 401, 401, 401, 400, 400, 403, 403, 403]),
        case("DELETE", "/canned-replies/r1", "",                      Value::Null,             [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        case("GET",  "/parts/{id}/before/{part}", "",                 Value::Null,             [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        case("GET",  "/parts/{id}/before/no", "a part that is none",  Value::Null,             [401, 401, 401, 401, 404, 404, 404, 404, 404]),
        case("POST", "/media",        "which is no form",             json!({}),               [401, 401, 401, 401, 400, 400, 403, 403, 403]),
        case("POST", "/counts",       "",                             lists,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        case("POST", "/counts",       "nothing",                      json!({}),               [401, 401, 401, 401, 400, 400, 400, 400, 400]),
        case("GET",  "/live",         "",                             Value::Null,             [401, 401, 401, 401, 200, 200, 200, 200, 200]),
        case("POST", "/live/typing",  "a message",                    typing(),                [401, 401, 401, 401, 404, 204, 204, 404, 404]),
        case("POST", "/live/typing",  "a note",                       note,                    [401, 401, 401, 401, 404, 204, 403, 403, 403]),
        case("POST", "/live/typing",  "nowhere",                      json!({}),               [401, 401, 401, 401, 400, 400, 400, 400, 400]),
        case("POST", "/live/viewing", "",                             viewing(json!("{id}")),  [401, 401, 401, 401, 404, 204, 403, 403, 403]),
        case("POST", "/live/viewing", "no conversation any more",     viewing(Value::Null),    [401, 401, 401, 401, 204, 204, 403, 403, 403]),
        case("POST", "/live/viewing", "a conversation that is none",  viewing(json!("no")),    [401, 401, 401, 401, 404, 404, 403, 403, 403]),
    ]
}

#[rustfmt::skip]
fn at_the_root() -> Vec<Case> {
    let role = json!({ "role": "agent" });
    vec![
        //                                                                                     no   junk old  gone else agent own oth  visitor
        case("GET",  "/media/{sent}",  "",                            Value::Null,             [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        case("GET",  "/media/{noted}", "",                            Value::Null,             [401, 401, 401, 401, 404, 200, 404, 404, 404]),
        case("GET",  "/media/{kept}",  "",                            Value::Null,             [401, 401, 401, 401, 404, 200, 404, 404, 404]),
        case("GET",  "/health",        "",                            Value::Null,             [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        case("GET",  "/docs",          "",                            Value::Null,             [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        case("GET",  "/featurebase/openapi.json", "and the other dialects'", Value::Null,      [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        case("POST", "/demo/session",  "without `--demo`",            role,                    [404, 404, 404, 404, 404, 404, 404, 404, 404]),
        case("GET",  "/nothing",       "which there is not",          Value::Null,             [404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ]
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    check(&ROOT).await;
}

#[tokio::test]
async fn every_endpoint_by_every_caller_beneath_every_dialect() {
    for own in &BENEATH {
        check(own).await;
    }
}
