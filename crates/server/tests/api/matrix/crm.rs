//! CRM.

use serde_json::{Value, json};

use super::{Call, Case, Names, Table, case, check};
use crate::crm::{PREFIX, ask, conversation, draft, request, sms, uuid};
use crate::server::{ADA, ANA, Answer, LEO, Server};

pub(super) struct Crm;

impl Table for Crm {
    fn title(&self) -> &'static str {
        "CRM"
    }

    fn prefix(&self) -> &'static str {
        PREFIX
    }

    fn about(&self) -> &'static str {
        "A foreign thread is missing (404), and what only agents do is not for customers (403). \
         What is everybody's own (lists, views, counts) an agent of another organisation has of theirs."
    }

    #[rustfmt::skip]
    fn cases(&self) -> Vec<Case> {
        const MESSAGES: &str = "/conversations/{id}/messages";
        let to_ada = json!({ "assigned_to": uuid(ADA) });
        vec![
            //                                                                                                              no   junk old  gone else agent own oth  visitor
            case("GET",    "/conversations",                         "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("GET",    "/conversations?unread=true",             "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("GET",    "/conversations?scope=mine",              "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",    "/conversations?archived=true",           "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",    "/conversations?overdue=true",            "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",    "/conversations/views",                   "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("PUT",    "/conversations/views",                   "",                     json!({ "views": [] }),        [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",    "/conversations/views/counts",            "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",    "/conversations/sla",                     "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",    "/conversations/overdue/count",           "",                     Value::Null,                   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("POST",   "/conversations/media",                   "let in, and without a file", Value::Null,             [401, 401, 401, 401, 422, 422, 403, 403, 403]),
            case("GET",    "/conversations/{id}",                    "",                     Value::Null,                   [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("GET",    MESSAGES,                                 "",                     Value::Null,                   [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("POST",   MESSAGES,                                 "",                     sms("Hi"),                     [401, 401, 401, 401, 404, 201, 201, 404, 404]),
            case("POST",   "/conversations/{id}/read",               "",                     Value::Null,                   [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("POST",   "/conversations/{id}/unread",             "",                     Value::Null,                   [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   "/conversations/{id}/star",               "",                     Value::Null,                   [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("DELETE", "/conversations/{id}/star",               "",                     Value::Null,                   [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   "/conversations/{id}/assign",             "",                     to_ada,                        [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   "/conversations/{id}/archive",            "",                     json!({ "archived": true }),   [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   "/conversations/{id}/suggestions/{draft}/send", "",               Value::Null,                   [401, 401, 401, 401, 404, 201, 403, 403, 403]),
            case("POST",   "/conversations/{id}/suggestions/{draft}/dismiss", "",            Value::Null,                   [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   "/contacts/{owner}/conversations",        "",                     Value::Null,                   [401, 401, 401, 401, 404, 201, 201, 403, 403]),
            case("POST",   "/contacts/{other}/conversations",        "the other customer's", Value::Null,                   [401, 401, 401, 401, 404, 201, 403, 201, 403]),
        ]
    }

    async fn names(&self, server: &Server) -> Names {
        let (_, id) = conversation(server).await;
        let draft = uuid(&draft(server, &id, "Hi").await);
        vec![("id", uuid(&id)), ("draft", draft), ("owner", uuid(ANA)), ("other", uuid(LEO))]
    }

    async fn call(
        &self,
        server: &Server,
        token: Option<&str>,
        (method, path, body): Call<'_>,
    ) -> Answer {
        ask(server, request(token, method, path, body, &[])).await
    }
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    check(&Crm).await;
}
