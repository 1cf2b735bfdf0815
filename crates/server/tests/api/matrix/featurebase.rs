//! Featurebase.

use serde_json::{Value, json};

use super::{Call, Case, Names, Table, case, check};
use crate::server::{ADA, ANA, Answer, LEO, Server, VIP, admin, begin, contact_reply};

pub(super) struct Featurebase;

impl Table for Featurebase {
    fn title(&self) -> &'static str {
        "Featurebase"
    }

    fn prefix(&self) -> &'static str {
        "/featurebase"
    }

    fn about(&self) -> &'static str {
        "A foreign conversation is missing (404), also as a conversation in which a customer would speak. \
         What only agents do is not for customers (403), and nobody speaks as somebody else (403)."
    }

    #[rustfmt::skip]
    fn cases(&self) -> Vec<Case> {
        const ALL: &str = "/v2/conversations";
        const ONE: &str = "/v2/conversations/{id}";
        const REPLY: &str = "/v2/conversations/{id}/reply";
        const TAGS: &str = "/v2/conversations/{id}/tags";
        const PEOPLE: &str = "/v2/conversations/{id}/participants";
        let by_user_id = json!({ "type": "contact", "userId": "user-ana", "messageType": "reply", "bodyMarkdown": "x" });
        let redact = json!({ "conversationId": "{id}", "conversationPartId": "{part}", "type": "conversation_part" });
        let read = |whose: Value| json!({ "markAsRead": whose });
        let read_for = |contact: &str| read(json!({ "contactIds": [contact] }));
        let acting = json!({ "actingAdminId": ADA, "markAsRead": { "contactIds": [ANA] } });
        let tag = json!({ "tagId": VIP, "actingAdminId": ADA });
        let no_tag = json!({ "actingAdminId": ADA });
        let open = "/v2/conversations?state=open&unread=true";
        vec![
            //                                                                                                                  no   junk old  gone else agent own oth  visitor
            case("GET",    ALL,                              "",                        Value::Null,                            [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("GET",    open,                             "",                        Value::Null,                            [401, 401, 401, 401, 200, 200, 200, 200, 200]),
            case("GET",    "/v2/conversations?tagIds=x",     "",                        Value::Null,                            [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("GET",    "/v2/conversations?assignee=none", "",                       Value::Null,                            [401, 401, 401, 401, 200, 200, 403, 403, 403]),
            case("POST",   ALL,                              "as the owner",            begin(ANA, "mine"),                     [401, 401, 401, 401, 404, 201, 201, 403, 403]),
            case("GET",    ONE,                              "",                        Value::Null,                            [401, 401, 401, 401, 404, 200, 200, 404, 404]),
            case("PATCH",  ONE,                              "read, for the owner",     read_for(ANA),                          [401, 401, 401, 401, 404, 200, 200, 403, 403]),
            case("PATCH",  ONE,                              "read, for the other customer", read_for(LEO),                     [401, 401, 401, 401, 404, 200, 403, 404, 403]),
            case("PATCH",  ONE,                              "read, for all contacts",  read(json!({ "allContacts": true })),   [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PATCH",  ONE,                              "read, for an agent",      read(json!({ "adminIds": [ADA] })),     [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PATCH",  ONE,                              "read, in an agent's name", acting,                                [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PATCH",  ONE,                              "close",                   json!({ "state": "closed" }),           [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PATCH",  ONE,                              "title",                   json!({ "title": "x" }),                [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PATCH",  ONE,                              "assign",                  json!({ "adminAssigneeId": ADA }),      [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("PATCH",  ONE,                              "attributes",              json!({ "customAttributes": { "a": 1 } }), [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("DELETE", ONE,                              "",                        Value::Null,                            [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   REPLY,                            "as the owner",            contact_reply(ANA, "I say"),            [401, 401, 401, 401, 404, 201, 201, 403, 403]),
            case("POST",   REPLY,                            "as the owner, by the site's id", by_user_id,                      [401, 401, 401, 401, 404, 201, 201, 403, 403]),
            case("POST",   REPLY,                            "as the other customer",   contact_reply(LEO, "I say"),            [401, 401, 401, 401, 404, 404, 403, 404, 403]),
            case("POST",   REPLY,                            "as an agent",             admin(ADA, "reply", "we say"),          [401, 401, 401, 401, 404, 201, 403, 403, 403]),
            case("POST",   REPLY,                            "a note",                  admin(ADA, "note", "we think"),         [401, 401, 401, 401, 404, 201, 403, 403, 403]),
            case("POST",   "/v2/conversations/redact",       "",                        redact,                                 [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   TAGS,                             "",                        tag,                                    [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("DELETE", "/v2/conversations/{id}/tags/{tag}", "",                     no_tag,                                 [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            case("POST",   PEOPLE,                           "the other customer",      json!({ "participant": { "id": LEO } }), [401, 401, 401, 401, 404, 200, 403, 403, 403]),
            // The only one there is.
            case("DELETE", PEOPLE,                           "the owner",               json!({ "id": ANA }),                   [401, 401, 401, 401, 404, 400, 403, 403, 403]),
        ]
    }

    async fn names(&self, server: &Server) -> Names {
        let id = server.conversation_of_ana().await;
        let part = server.say(&id, admin(ADA, "reply", "hello")).await.id();
        let tags = format!("/{id}/tags");
        let tag = json!({ "tagId": VIP, "actingAdminId": ADA });
        assert_eq!(server.post(&server.ada, &tags, tag).await.status, 200);
        vec![("id", id), ("part", part), ("tag", VIP.to_owned())]
    }

    async fn call(
        &self,
        server: &Server,
        token: Option<&str>,
        (method, path, body): Call<'_>,
    ) -> Answer {
        server.own(token, method, &format!("{}{path}", self.prefix()), body, &[]).await
    }
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    check(&Featurebase).await;
}
