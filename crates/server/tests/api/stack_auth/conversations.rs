//! Conversations: begun, read, listed.

use serde_json::{Value, json};

use super::{begun, call, call_with, change, create, detail, messages, patched, uuid};
use crate::server::{ADA, ANA, LEO, Server, VIP};
use crate::tenants::Second;

#[tokio::test]
async fn an_agent_begins_for_a_user_and_a_customer_for_themselves() {
    let server = Server::new().await;
    for (token, sender, sender_type, priority) in
        [(&server.ada, ADA, "agent", "high"), (&server.ana, ANA, "user", "normal")]
    {
        let id = begun(&server, token, &create(ANA)).await;
        let read = detail(&server, &server.ada, &id).await;
        let conversation = &read["conversation"];
        assert_eq!(conversation["conversationId"], id);
        assert_eq!(conversation["userId"], uuid(ANA));
        assert_eq!(conversation["userDisplayName"], "Ana");
        assert_eq!(conversation["userPrimaryEmail"], "ana@home.example");
        assert_eq!(conversation["subject"], "Help");
        assert_eq!(
            (&conversation["status"], &conversation["source"]),
            (&json!("open"), &json!("manual"))
        );
        // How urgent it is, is for the company to say.
        assert_eq!(conversation["priority"], priority);
        assert_eq!(messages(&read), [("message", "hello there")]);
        assert_eq!(read["messages"][0]["sender"]["type"], sender_type);
        assert_eq!(read["messages"][0]["sender"]["id"], uuid(sender));
    }
}

#[tokio::test]
async fn the_answer_to_a_new_conversation_has_all_of_it() {
    let server = Server::new().await;
    let answer = call(&server, Some(&server.ana), "POST", "", &create(ANA)).await;
    let id = answer.body["conversationId"].as_str().unwrap();
    assert_eq!(answer.body["inbox"]["detail"], detail(&server, &server.ana, id).await);
}

#[tokio::test]
async fn a_user_who_is_not_in_the_project_does_not_exist() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    for user in
        [uuid(crate::tenants::ANA_THERE), uuid(ADA), "00000000-0000-4000-8000-000000000000".into()]
    {
        let mut body = create(ANA);
        body["userId"] = json!(user);
        let answer = call(&server, Some(&server.ada), "POST", "", &body).await;
        assert_eq!((answer.status, &answer.body["code"]), (400, &json!("USER_ID_DOES_NOT_EXIST")));
        // A customer learns nothing of who there is.
        let answer = call(&server, Some(&server.ana), "POST", "", &body).await;
        assert_eq!(
            (answer.status, &answer.body["code"]),
            (401, &json!("INSUFFICIENT_ACCESS_TYPE"))
        );
    }
    // For the other organisation it is the other Ana who exists.
    let mut body = create(crate::tenants::ANA_THERE);
    body["projectId"] = json!(second.id.as_str());
    begun(&server, &server.ada, &body).await;
}

#[tokio::test]
async fn what_one_dialect_writes_the_other_shows() {
    let server = Server::new().await;
    let own = server.conversation_of_ana().await;
    let id = uuid(&own);
    patched(&server, &server.ada, &id, &change("reply", &json!({ "body": "**we** say" }))).await;
    patched(&server, &server.ada, &id, &change("internal-note", &json!({ "body": "we think" })))
        .await;
    let read = detail(&server, &server.ana, &id).await;
    assert_eq!(messages(&read), [("message", "hello there"), ("message", "**we** say")]);
    let theirs = server.get(&server.ada, &format!("/{own}")).await.body;
    let parts = crate::server::parts(&theirs);
    let expected =
        [("user_msg", "hello there"), ("admin_msg", "**we** say"), ("admin_note", "we think")];
    let expected = expected.map(|(kind, text)| (kind.to_owned(), text.to_owned()));
    assert_eq!(parts, expected);
    // And the other way round.
    server.say(&own, crate::server::admin(ADA, "note", "said elsewhere")).await;
    let read = detail(&server, &server.ada, &id).await;
    assert_eq!(messages(&read).last(), Some(&("internal-note", "said elsewhere")));
}

#[tokio::test]
async fn lists_are_narrowed_and_paged_by_counting() {
    let server = Server::new().await;
    let mut ids = Vec::new();
    for (contact, subject) in [(ANA, "Alpha"), (ANA, "Beta"), (LEO, "Gamma")] {
        let mut body = create(contact);
        body["subject"] = json!(subject);
        ids.push(begun(&server, &server.ada, &body).await);
    }
    patched(&server, &server.ada, &ids[0], &change("status", &json!({ "status": "closed" }))).await;
    let tokens = (&server.ada, &server.ana);
    let list = async |token: &str, rest: &str| {
        let answer =
            call(&server, Some(token), "GET", &format!("?projectId=internal{rest}"), &Value::Null)
                .await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let rows = answer.body["conversations"].as_array().unwrap().iter();
        let subjects = rows.map(|row| row["subject"].as_str().unwrap().to_owned());
        (subjects.collect::<Vec<_>>().join(" "), answer.body["hasMore"] == true)
    };
    let ana = uuid(ANA);
    let nobody = uuid("000000000000000000000000");
    for (rest, expected) in [
        ("", ("Gamma Beta Alpha", false)),
        ("&limit=2", ("Gamma Beta", true)),
        ("&limit=2&offset=2", ("Alpha", false)),
        ("&offset=3", ("", false)),
        ("&offset=99999999999", ("", false)),
        ("&status=open", ("Gamma Beta", false)),
        ("&status=closed", ("Alpha", false)),
        ("&status=pending", ("", false)),
        ("&query=ALPHA", ("Alpha", false)),
        ("&query=leo%40home", ("Gamma", false)),
        ("&query=%25", ("", false)),
        (&format!("&userId={ana}"), ("Beta Alpha", false)),
        (&format!("&userId={nobody}"), ("", false)),
        ("&userId=00000000-0000-4000-8000-000000000000", ("", false)),
        ("&assignee=none", ("Gamma Beta Alpha", false)),
        (&format!("&assignee={}", uuid(ADA)), ("", false)),
    ] {
        let (subjects, more) = list(tokens.0, rest).await;
        assert_eq!((subjects.as_str(), more), expected, "{rest}");
    }
    let (own, _) = list(tokens.1, "").await;
    assert_eq!(own, "Beta Alpha");
    let (own, _) = list(tokens.1, &format!("&userId={ana}")).await;
    assert_eq!(own, "Beta Alpha");
}

/// What was put aside waits, as what was answered does: both are one status.
#[tokio::test]
async fn what_was_put_aside_is_listed_as_pending() {
    let server = Server::new().await;
    let own = server.conversation_of_ana().await;
    let until = json!({ "state": "snoozed", "snoozedUntil": "2999-01-01T00:00:00.000Z" });
    assert_eq!(server.patch(&server.ada, &format!("/{own}"), until).await.status, 200);
    let path = "?projectId=internal&status=pending";
    let answer = call(&server, Some(&server.ada), "GET", path, &Value::Null).await;
    assert_eq!(answer.body["conversations"][0]["status"], "pending");
    let pend = change("status", &json!({ "status": "pending" }));
    let answer =
        call(&server, Some(&server.ada), "PATCH", &format!("/{}", uuid(&own)), &pend).await;
    assert_eq!((answer.status, answer.text.as_str()), (400, "Conversation is already pending."));
    let read =
        patched(&server, &server.ada, &uuid(&own), &change("status", &json!({ "status": "open" })))
            .await;
    assert_eq!(read["conversation"]["status"], "open");
}

/// The channel through which it was created is the entry point; one that a reply comes by first
/// stands beside it.
#[tokio::test]
async fn entry_points_are_the_origin_and_what_came_later() {
    let server = Server::new().await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    let points = |detail: &Value| -> Vec<(String, String, bool)> {
        let points = detail["entryPoints"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        points
            .map(|point| {
                let is_origin = point["isEntryPoint"].as_bool().unwrap();
                (text(&point["channelType"]), text(&point["adapterKey"]), is_origin)
            })
            .collect()
    };
    let origin = ("manual".to_owned(), "support-dashboard".to_owned(), true);
    let read = detail(&server, &server.ada, &id).await;
    assert_eq!(points(&read), std::slice::from_ref(&origin));
    let reply = change("reply", &json!({ "body": "x" }));
    for _ in 0..2 {
        let read = patched(&server, &server.ada, &id, &reply).await;
        let chat = ("chat".to_owned(), "support-chat".to_owned(), false);
        assert_eq!(points(&read), [origin.clone(), chat]);
    }
    assert_eq!(detail(&server, &server.ana, &id).await["entryPoints"], json!([]));
    let mut chat = create(ANA);
    chat["source"] = json!("chat");
    let id = begun(&server, &server.ana, &chat).await;
    let expected = ("chat".to_owned(), "support-chat".to_owned(), true);
    let read = patched(&server, &server.ada, &id, &reply).await;
    assert_eq!(points(&read), [expected]);
}

#[tokio::test]
async fn the_same_key_has_one_effect_and_one_answer() {
    let server = Server::new().await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    let path = format!("/{id}");
    let reply = change("reply", &json!({ "body": "once" }));
    let key = [("idempotency-key", "k1")];
    let send = async |body: &Value| {
        call_with(&server, Some(&server.ada), "PATCH", &path, body, &key).await
    };
    let (first, again) = (send(&reply).await, send(&reply).await);
    assert_eq!((first.status, &first.body), (200, &again.body));
    assert_eq!(messages(&detail(&server, &server.ada, &id).await).len(), 2);
    assert_eq!(first.body["messages"][1]["inbox"]["commandId"], "k1");
    let other = send(&change("reply", &json!({ "body": "twice" }))).await;
    assert_eq!((other.status, &other.body["code"]), (400, &json!("SCHEMA_ERROR")));
    let key = [("idempotency-key", "k2")];
    let create =
        async || call_with(&server, Some(&server.ada), "POST", "", &create(ANA), &key).await.body;
    assert_eq!(create().await, create().await);
}

#[tokio::test]
async fn contents_beyond_text_travel_in_the_extension() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    let contents = json!([
        { "type": "text", "markdown": "Here:" },
        { "type": "document", "url": "https://x/f.pdf", "name": "f.pdf" },
    ]);
    let reply =
        json!({ "body": "Here:\n\n[f.pdf](https://x/f.pdf)", "inbox": { "contents": contents } });
    let read = patched(&server, &server.ana, &id, &change("reply", &reply)).await;
    let message = &read["messages"][1];
    assert_eq!(message["body"], "Here:\n\n[f.pdf](https://x/f.pdf)");
    assert_eq!(message["attachments"], json!([contents[1]]));
    assert_eq!(message["inbox"]["contents"], contents);
}

#[tokio::test]
async fn our_own_routes_beneath_the_prefix_know_the_vendors_header_and_ids() {
    let server = Server::new().await;
    let header = |token| [("x-stack-access-token", token)];
    let path = "/stack-auth/api/v1/session";
    let session = server.own(None, "GET", path, &Value::Null, &header(server.ada.as_str())).await;
    assert_eq!(session.status, 200, "{}", session.text);
    assert_eq!(session.body["me"]["id"], uuid(ADA));
    assert_eq!(session.body["tags"][0]["id"], uuid(VIP));
    let bearer = server.own(Some(&server.ada), "GET", path, &Value::Null, &[]).await;
    assert_eq!(bearer.body["me"], session.body["me"]);
    // The vendor's header goes before the other, and two are none.
    let both = server
        .own(Some(&server.ana), "GET", path, &Value::Null, &header(server.ada.as_str()))
        .await;
    assert_eq!(both.body["me"]["id"], uuid(ADA));
    let two = [
        ("x-stack-access-token", server.ada.as_str()),
        ("x-stack-access-token", server.ana.as_str()),
    ];
    assert_eq!(server.own(Some(&server.ada), "GET", path, &Value::Null, &two).await.status, 401);
    // Elsewhere it means nothing.
    assert_eq!(
        server
            .own(None, "GET", "/session", &Value::Null, &header(server.ada.as_str()))
            .await
            .status,
        401
    );
}
