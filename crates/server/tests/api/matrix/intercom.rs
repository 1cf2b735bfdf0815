//! Intercom.

use inbox_model::{Participant, ParticipantKind};
use inbox_server::store::Contact;
use serde_json::{Value, json};

use super::{Call, Case, Names, Table, case, check};
use crate::intercom::api::{admin, begin, call, number, post, user};
use crate::server::{ADA, ANA, Answer, LEO, Server, VIP};

/// A lead who takes part beside the owner, and calls nothing.
const MIA: &str = "3a3a3a3a3a3a3a3a3a3a3a3a";

pub(super) struct Intercom;

impl Table for Intercom {
    fn title(&self) -> &'static str {
        "Intercom"
    }

    fn prefix(&self) -> &'static str {
        "/intercom"
    }

    fn about(&self) -> &'static str {
        "A foreign conversation is missing (404), what only agents do is not for customers (403), and nobody \
         comments as somebody else (403). The update of a part is made with the secret of the owner's \
         organisation, which is none in another (403)."
    }

    #[rustfmt::skip]
    fn cases(&self) -> Vec<Case> {
        const ALL: &str = "/conversations";
        const ONE: &str = "/conversations/{id}";
        const REPLY: &str = "/conversations/{id}/reply";
        const PARTS: &str = "/conversations/{id}/parts";
        const PART: &str = "/conversations/{id}/conversation_parts/{part}";
        const TAGS: &str = "/conversations/{id}/tags";
        const TAG: &str = "/conversations/{id}/tags/{tag}";
        const CUSTOMERS: &str = "/conversations/{id}/customers";
        const CUSTOMER: &str = "/conversations/{id}/customers/{contact}";
        let acting = || json!({ "admin_id": number(ADA) });
        let create = json!({ "from": { "type": "user", "id": ANA }, "body": "x" });
        let says = json!({ "body": "x" });
        let snooze = json!({ "snoozed_until": 4_000_000_000_i64 });
        let tag = json!({ "id": VIP, "admin_id": number(ADA) });
        let leo = json!({ "admin_id": number(ADA), "customer": { "intercom_user_id": LEO } });
        let seen = json!({ "experimental": true, "secret": "{secret}", "seen": true, "admin_id": number(ADA) });
        let sent = json!({ "experimental": true, "secret": "{secret}", "send_state": "sent", "info_message": "x" });
        let redact = json!({ "type": "conversation_part", "conversation_id": "{id}", "conversation_part_id": "{part}" });
        vec![
            //                                                                                                        no   junk old  gone else agent own oth  visitor
            case("GET",    ALL,                           "",                     Value::Null,                        [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("POST",   ALL,                           "as the owner",         create,                             [401, 401, 401, 401, 404, 200, 200, 403, 403]),
            case("GET",    ONE,                           "",                     Value::Null,                        [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("PUT",    ONE,                           "title",                json!({ "title": "x" }),            [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PUT",    ONE,                           "read",                 json!({ "read": true }),            [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("PUT",    ONE,                           "unread",               json!({ "read": false }),           [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   REPLY,                         "as the owner",         user(ANA, "x"),                     [401, 401, 401, 401, 404, 200, 200, 403, 403]),
            case("POST",   REPLY,                         "as an agent",          admin("comment", &says),            [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   REPLY,                         "a note",               admin("note", &says),               [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   PARTS,                         "assign",               admin("assignment", &json!({ "assignee_id": "0" })), [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   PARTS,                         "snooze",               admin("snoozed", &snooze),          [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   PARTS,                         "close",                admin("close", &json!({})),         [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   PARTS,                         "open",                 admin("open", &json!({})),          [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   TAGS,                          "",                     tag,                                [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("DELETE", TAG,                           "",                     acting(),                           [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   CUSTOMERS,                     "the other customer",   leo,                                [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("DELETE", CUSTOMER,                      "one of two",           acting(),                           [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PUT",    PART,                          "seen",                 seen,                               [401, 401, 401, 401, 403, 200, 403, 403, 403]),
            case("PUT",    PART,                          "send state",           sent,                               [401, 401, 401, 401, 403, 200, 403, 403, 403]),
            case("POST",   "/conversations/redact",       "",                     redact,                             [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("GET",    "/contacts",                   "which there is not",   Value::Null,                        [404, 404, 404, 404, 404, 404, 404, 404, 404]),
            case("DELETE", ONE,                           "which there is not",   Value::Null,                        [405, 405, 405, 405, 405, 405, 405, 405, 405]),
        ]
    }

    async fn names(&self, server: &Server) -> Names {
        let id = begin(server, "<p>Hi</p>").await;
        let path = format!("/conversations/{id}");
        let hello = admin("comment", &json!({ "body": "Hello" }));
        let said = post(server, &server.ada, &format!("{path}/reply"), hello).await;
        let part = &said.body["conversation_parts"]["conversation_parts"][0]["id"];
        let part = part.as_str().unwrap().to_owned();
        let secret = server.app.store().seal_secret(&server.organisation).await.unwrap();
        let tag = json!({ "id": VIP, "admin_id": number(ADA) });
        assert_eq!(post(server, &server.ada, &format!("{path}/tags"), tag).await.status, 200);
        let now = inbox_server::clock::now();
        let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
        let participant = Participant::new(ParticipantKind::Lead, MIA);
        write.save_contact(&Contact { participant, external_id: None }).await.unwrap();
        write.finish(None).await.unwrap();
        let mia = json!({ "admin_id": number(ADA), "customer": { "intercom_user_id": MIA } });
        assert_eq!(post(server, &server.ada, &format!("{path}/customers"), mia).await.status, 200);
        vec![
            ("id", id),
            ("part", part),
            ("tag", VIP.to_owned()),
            ("secret", secret),
            ("contact", MIA.to_owned()),
        ]
    }

    async fn call(
        &self,
        server: &Server,
        token: Option<&str>,
        (method, path, body): Call<'_>,
    ) -> Answer {
        call(server, token, (method, path), body, &[]).await
    }
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    check(&Intercom).await;
}
