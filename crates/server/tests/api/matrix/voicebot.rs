//! Voicebot.studio.

use inbox_model::time::DAY;
use serde_json::{Value, json};

use super::{Call, Case, Names, Table, case, check};
use crate::server::{Answer, Server};
use crate::voicebot::{PREFIX, number, text};

pub(super) struct Voicebot;

impl Table for Voicebot {
    fn title(&self) -> &'static str {
        "Voicebot.studio"
    }

    fn prefix(&self) -> &'static str {
        PREFIX
    }

    fn about(&self) -> &'static str {
        "A foreign conversation is missing (404), and what only agents do is not for customers (403). \
         `{old}` is a conversation on WhatsApp whose window has run out."
    }

    #[rustfmt::skip]
    fn cases(&self) -> Vec<Case> {
        const MESSAGES: &str = "/conversations/{id}/messages";
        const REACTION: &str = "/conversations/{id}/messages/{message}/set-reaction";
        let reaction = json!({ "reaction": "👍" });
        vec![
            //                                                                                           no   junk old  gone else agent own oth  visitor
            case("GET",   "/conversations",                           "",      Value::Null,              [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("GET",   "/conversations?starred=true",              "",      Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",   "/conversations?user_id=none",              "",      Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",   "/conversations/{id}",                      "",      Value::Null,              [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("PATCH", "/conversations/{id}",                      "close", json!({ "status": "done" }), [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",  "/conversations/{old}/restart",             "",      Value::Null,              [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",  "/conversations/{id}/mark-read",            "",      json!({}),                [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("GET",   MESSAGES,                                   "",      Value::Null,              [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("POST",  MESSAGES,                                   "",      text("hi"),               [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("GET",   "/conversations/{id}/messages/{message}",   "",      Value::Null,              [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("POST",  REACTION,                                   "",      reaction,                 [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ]
    }

    async fn names(&self, server: &Server) -> Names {
        let id = number(&server.conversation_of_ana().await);
        let old = number(&server.whatsapp_of_ana(2 * DAY, true).await);
        let messages = format!("/conversations/{id}/messages");
        let messages = server.vb(&server.ada, "GET", &messages, Value::Null).await;
        let message = messages.body["data"][0]["id"].to_string();
        vec![("id", id.to_string()), ("old", old.to_string()), ("message", message)]
    }

    async fn call(
        &self,
        server: &Server,
        token: Option<&str>,
        (method, path, body): Call<'_>,
    ) -> Answer {
        server.own(token, method, &format!("{PREFIX}{path}"), body, &[]).await
    }
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    check(&Voicebot).await;
}
