//! Stack Auth.

use inbox_dialects::ids::uuid_of_text;
use serde_json::{Value, json};

use super::{Call, Case, Names, Table, case, check};
use crate::server::{ADA, ANA, Answer, Server};
use crate::stack_auth::{call, change, create, uuid};
use crate::tenants::Second;

/// What the harness puts before a path.
const BELOW: &str = "/internal/conversations";

pub(super) struct StackAuth;

impl Table for StackAuth {
    fn title(&self) -> &'static str {
        "Stack Auth"
    }

    fn prefix(&self) -> &'static str {
        "/stack-auth/api/v1"
    }

    fn about(&self) -> &'static str {
        "A foreign conversation is missing (404), a foreign project too, and what only agents do is not for \
         customers; the vendor knows no 403, so that is a 401 of another code. `{project}` is the owner's \
         organisation, by its id."
    }

    #[rustfmt::skip]
    fn cases(&self) -> Vec<Case> {
        const ALL: &str = "/internal/conversations";
        const ONE: &str = "/internal/conversations/{id}";
        const LIST: &str = "/internal/conversations?projectId=internal";
        const BY_WAITING: &str = "/internal/conversations?projectId=internal&status=open&query=x&unread=true";
        const BY_ASSIGNEE: &str = "/internal/conversations?projectId=internal&assignee=none";
        const BY_STAR: &str = "/internal/conversations?projectId=internal&starred=true";
        const BY_DEADLINE: &str = "/internal/conversations?projectId=internal&overdue=true";
        const BY_USER: &str = "/internal/conversations?projectId=internal&userId={owner}";
        const OF_PROJECT: &str = "/internal/conversations?projectId={project}";
        const SHOWN: &str = "/internal/conversations/{id}?projectId=internal";
        const SHOWN_BY_ID: &str = "/internal/conversations/{id}?projectId={project}";
        let status = |word: &str| change("status", &json!({ "status": word }));
        let metadata = |body: &Value| change("metadata", body);
        let reply = || change("reply", &json!({ "body": "x" }));
        let note = change("internal-note", &json!({ "body": "x" }));
        let of_project = |mut body: Value| { body["projectId"] = json!("{project}"); body };
        let read = |whose: &str| metadata(&json!({ "inbox": { "read": { whose: true } } }));
        let high = metadata(&json!({ "priority": "high" }));
        let tags = metadata(&json!({ "tags": ["x"] }));
        let assign = metadata(&json!({ "assignedToUserId": uuid(ADA) }));
        vec![
            //                                                                                                        no   junk old  gone else agent own oth  visitor
            case("GET",   LIST,        "",                              Value::Null,                                  [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("GET",   BY_WAITING,  "",                              Value::Null,                                  [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("GET",   BY_ASSIGNEE, "",                              Value::Null,                                  [401, 401, 401, 401, 200, 200, 401, 401, 401]),
            case("GET",   BY_STAR,     "",                              Value::Null,                                  [401, 401, 401, 401, 200, 200, 401, 401, 401]),
            case("GET",   BY_DEADLINE, "",                              Value::Null,                                  [401, 401, 401, 401, 200, 200, 401, 401, 401]),
            case("GET",   BY_USER,     "",                              Value::Null,                                  [401, 401, 401, 401, 200, 200, 200, 401, 401]),
            case("GET",   OF_PROJECT,  "",                              Value::Null,                                  [401, 401, 401, 401, 404, 200, 200, 200, 200]),
            case("GET",   SHOWN,       "",                              Value::Null,                                  [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("GET",   SHOWN_BY_ID, "",                              Value::Null,                                  [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            // The owner is no user of the other project.
            case("POST",  ALL,         "as the owner",                  create(ANA),                                  [401, 401, 401, 401, 400, 200, 200, 401, 401]),
            case("POST",  ALL,         "as the owner, in `{project}`",  of_project(create(ANA)),                      [401, 401, 401, 401, 404, 200, 200, 401, 401]),
            case("PATCH", ONE,         "reply",                         reply(),                                      [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("PATCH", ONE,         "reply, in `{project}`",         of_project(reply()),                          [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("PATCH", ONE,         "internal note",                 note,                                         [401, 401, 401, 401, 404, 200, 401, 401, 401]),
            case("PATCH", ONE,         "close",                         status("closed"),                             [401, 401, 401, 401, 404, 200, 401, 401, 401]),
            case("PATCH", ONE,         "pend",                          status("pending"),                            [401, 401, 401, 401, 404, 200, 401, 401, 401]),
            case("PATCH", ONE,         "metadata, without any",         metadata(&json!({})),                         [401, 401, 401, 401, 404, 200, 401, 401, 401]),
            case("PATCH", ONE,         "metadata, priority",            high,                                         [401, 401, 401, 401, 404, 200, 401, 401, 401]),
            case("PATCH", ONE,         "metadata, tags",                tags,                                         [401, 401, 401, 401, 404, 200, 401, 401, 401]),
            case("PATCH", ONE,         "metadata, assignee",            assign,                                       [401, 401, 401, 401, 404, 200, 401, 401, 401]),
            case("PATCH", ONE,         "read, for oneself",             read("me"),                                   [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("PATCH", ONE,         "read, for all agents",          read("all_agents"),                           [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ]
    }

    async fn names(&self, server: &Server) -> Names {
        let id = uuid_of_text(&server.conversation_of_ana().await).unwrap();
        vec![("id", id), ("owner", uuid(ANA)), ("project", server.organisation.to_string())]
    }

    async fn call(
        &self,
        server: &Server,
        token: Option<&str>,
        (method, path, body): Call<'_>,
    ) -> Answer {
        call(server, token, method, path.strip_prefix(BELOW).unwrap(), body).await
    }
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    check(&StackAuth).await;
}

/// What is another's looks exactly like what does not exist, to whoever asks.
#[tokio::test]
async fn a_foreign_conversation_is_a_missing_one() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let id = uuid_of_text(&server.conversation_of_ana().await).unwrap();
    let missing =
        [uuid_of_text("zzzzzzzz").unwrap(), "00000000-0000-4000-8000-000000000000".into()];
    for token in [&server.leo, &second.cem, &second.ana] {
        for (method, body) in
            [("GET", Value::Null), ("PATCH", change("reply", &json!({ "body": "x" })))]
        {
            let ask = async |id: &str| {
                let path = format!("/{id}?projectId=internal");
                let answer = call(&server, Some(token), method, &path, &body).await;
                (answer.status, answer.text)
            };
            let foreign = ask(&id).await;
            assert_eq!(foreign, (404, "Conversation not found.".into()));
            for missing in &missing {
                assert_eq!(ask(missing).await, foreign);
            }
        }
    }
}
