//! Threads, their messages, and what is sent in them.

use serde_json::{Value, json};

use super::{conversation, get, ids, post, request, sms, uuid};
use crate::server::{ADA, ANA, LEO, Server, admin, begin, contact_reply};
use crate::tenants::{ANA_THERE, Second};

#[tokio::test]
async fn pitfall_17_a_thread_has_its_messages_oldest_first_with_calls_among_them() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    server.say(&id, admin(ADA, "note", "a regular")).await;
    let sent = post(&server, &server.ada, &format!("{path}/messages"), sms("On its way.")).await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    assert_eq!((&sent.body["channel"], &sent.body["status"]), (&json!("sms"), &json!("queued")));
    assert_eq!(sent.body["author_id"], json!(uuid(ADA)));
    {
        use inbox_model::part::Call;
        use inbox_model::{Command, Participant, ParticipantKind};
        use inbox_server::store::Act;
        let now = inbox_server::clock::now();
        let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
        let call = Call {
            inbound: true,
            duration_ms: 61_000,
            summary: Some("Asked when.".into()),
            recording_url: None,
        };
        let ada = Participant::new(ParticipantKind::Agent, ADA);
        let log = Command::LogCall { call, external_id: Some("CA1".into()) };
        let twice = [Act::new(&ada, log.clone()), Act::new(&ada, log)];
        write.apply(&id.as_str().into(), None, &twice).await.unwrap();
        write.finish(None).await.unwrap();
    }
    let list = get(&server, &server.ada, &format!("{path}/messages")).await.body;
    let rows: Vec<_> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["channel"].as_str().unwrap(), row["body"].as_str().unwrap_or("-")))
        .collect();
    // Contracts' README, point 17: a call that was reported twice is one row.
    assert_eq!(
        rows,
        [("sms", "hello there"), ("note", "a regular"), ("sms", "On its way."), ("call", "-")]
    );
    assert_eq!(list["items"][3]["ai_summary"], "Asked when.");
    assert_eq!(list["items"][3]["provider_message_id"], "CA1");
    let thread = get(&server, &server.ada, &path).await.body;
    assert_eq!(thread["channels"], json!(["sms", "note", "call"]));
    // A customer sees what was said, and no more.
    let seen = get(&server, &server.ana, &format!("{path}/messages")).await;
    assert_eq!(ids(&seen.body).len(), 2);
    for secret in ["a regular", "Asked when.", "CA1", &uuid(ADA)] {
        assert!(!seen.text.contains(secret), "{secret}: {}", seen.text);
    }
}

#[tokio::test]
async fn pitfall_17_only_sms_and_email_can_be_sent() {
    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let path = format!("{path}/messages");
    let mail = json!({ "channel": "email", "body": "Hi", "subject": "Your parcel" });
    let sent = post(&server, &server.ada, &path, mail).await;
    assert_eq!(
        (&sent.body["channel"], &sent.body["subject"]),
        (&json!("email"), &json!("Your parcel"))
    );
    for wrong in [
        json!({ "channel": "call", "body": "x" }),
        json!({ "channel": "note", "body": "x" }),
        json!({ "channel": "whatsapp", "body": "x" }),
        json!({ "channel": "sms", "body": "" }),
        json!({ "channel": "sms", "body": "x".repeat(10_001) }),
        json!({ "body": "x" }),
        json!({ "channel": "sms", "body": "x", "media_ids": [uuid("f11ef11ef11ef11ef11ef11e")] }),
        json!(7),
    ] {
        let refused = post(&server, &server.ada, &path, wrong.clone()).await;
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(refused.body["detail"][0]["loc"][0] == "body", "{}", refused.text);
    }
    assert_eq!(ids(&get(&server, &server.ada, &path).await.body).len(), 2);
}

/// Contracts' README, point 17: a redelivered `provider_message_id` adds no row.
#[tokio::test]
async fn pitfall_17_what_the_provider_delivers_twice_is_one_message() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let path = format!("{path}/messages");
    let mut body = sms("On its way.");
    body["provider_message_id"] = json!("SM1");
    let first = post(&server, &server.ada, &path, body.clone()).await;
    let again = post(&server, &server.ben, &path, body.clone()).await;
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.body["id"], again.body["id"]);
    assert_eq!(ids(&get(&server, &server.ada, &path).await.body).len(), 2);
    // It may come to another thread the second time. There is one row still.
    let other = server.conversation_of_ana().await;
    let thread = format!("/conversations/{}", uuid(&other));
    let other = format!("{thread}/messages");
    let before = get(&server, &server.ada, &thread).await.body;
    let elsewhere = post(&server, &server.ada, &other, body.clone()).await;
    assert_eq!((elsewhere.status, &elsewhere.body), (201, &first.body));
    assert_eq!(elsewhere.body["conversation_id"], uuid(&id));
    assert_eq!(ids(&get(&server, &server.ada, &other).await.body).len(), 1);
    assert_eq!(get(&server, &server.ada, &thread).await.body, before);
    // Each channel has names of its own, in the same thread too.
    let mut mail =
        json!({ "channel": "email", "body": "On its way.", "provider_message_id": "SM1" });
    let mailed = post(&server, &server.ada, &path, mail.clone()).await;
    assert_eq!(mailed.status, 201, "{}", mailed.text);
    assert_ne!(mailed.body["id"], first.body["id"]);
    mail["body"] = json!("Again.");
    let again = post(&server, &server.ada, &other, mail).await;
    assert_eq!(again.body, mailed.body);
    // A customer's word for it counts for nothing.
    let said = post(&server, &server.ana, &path, body).await;
    assert_eq!((said.status, &said.body["provider_message_id"]), (201, &Value::Null));
}

/// What another organisation's provider calls its messages is no business of this one's.
#[tokio::test]
async fn a_providers_name_counts_within_one_organisation() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let (path, _) = conversation(&server).await;
    let mut body = sms("On its way.");
    body["provider_message_id"] = json!("SM1");
    let first = post(&server, &server.ada, &format!("{path}/messages"), body.clone()).await;
    let there = server.post(&second.ana, "", begin(ANA_THERE, "hello")).await.id();
    let there = format!("/conversations/{}/messages", uuid(&there));
    let said = post(&server, &second.cem, &there, body).await;
    assert_eq!(said.status, 201, "{}", said.text);
    assert_ne!(said.body["id"], first.body["id"]);
    assert_eq!(ids(&get(&server, &second.cem, &there).await.body).len(), 2);
}

#[tokio::test]
async fn a_key_has_one_effect() {
    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let path = format!("{path}/messages");
    let send = async |text: &str| {
        let key = [("idempotency-key", "k1")];
        super::ask(&server, request(Some(&server.ada), "POST", &path, &sms(text), &key)).await
    };
    let (first, again) = (send("Hi").await, send("Hi").await);
    assert_eq!((first.status, &first.body), (201, &again.body));
    assert_eq!(first.body["inbox"]["commandId"], "k1");
    assert_eq!(send("Another").await.status, 400);
    assert_eq!(ids(&get(&server, &server.ada, &path).await.body).len(), 2);
}

/// Our own client knows more channels than the vendor has words for.
#[tokio::test]
async fn a_reply_goes_by_the_threads_own_channel_where_the_client_says_so() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let body = json!({ "channel": "sms", "body": "Hi", "inbox": { "channel": null } });
    let sent = post(&server, &server.ada, &format!("{path}/messages"), body).await;
    assert_eq!(
        (&sent.body["status"], &sent.body["inbox"]["channel"]),
        (&json!("sent"), &json!("web"))
    );
    // The customer sees it in the messenger of the other dialect too.
    let seen = server.get(&server.ana, &format!("/{id}")).await;
    assert_eq!(seen.body["conversationParts"][1]["bodyMarkdown"], "Hi");
}

#[tokio::test]
async fn a_customer_speaks_as_themselves_by_no_channel_of_theirs() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let mail = json!({ "channel": "email", "body": "Hello?", "subject": "x", "inbox": { "channel": "whatsapp" } });
    let said = post(&server, &server.ana, &format!("{path}/messages"), mail).await;
    assert_eq!((said.status, &said.body["direction"]), (201, &json!("inbound")));
    assert_eq!(said.body["subject"], Value::Null);
    let desk = get(&server, &server.ada, &path).await.body;
    assert_eq!(
        (&desk["unread"], &desk["unread_count"], &desk["preview"]),
        (&json!(true), &json!(2), &json!("Hello?"))
    );
    assert!(desk["last_inbound_at"].is_string());
    // What the other dialect knows of it.
    let parts = server.get(&server.ada, &format!("/{id}")).await.body;
    assert_eq!(parts["conversationParts"][1]["partType"], "user_msg");
}

#[tokio::test]
async fn a_barred_customer_is_told_so() {
    use inbox_model::conversation::Source;
    use inbox_model::{Command, Content, Conversation, Participant, ParticipantKind};
    use inbox_server::store::Act;

    let server = Server::new().await;
    let now = inbox_server::clock::now();
    let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
    let id = write.new_conversation_id().await.unwrap();
    let mut blank = Conversation::new(id.clone(), now);
    blank.source = Some(Source::default());
    let ana = Participant::new(ParticipantKind::Customer, ANA);
    let start = Act::new(&ana, Command::Start { contents: vec![Content::text("Hi")] });
    blank.replies_disabled = Some(true);
    write.start(blank, None, start).await.unwrap();
    write.finish(None).await.unwrap();
    let path = format!("/conversations/{}/messages", uuid(id.as_str()));
    let refused = post(&server, &server.ana, &path, sms("Hello?")).await;
    assert_eq!((refused.status, &refused.body["inbox"]["code"]), (422, &json!("replies_disabled")));
    assert_eq!(post(&server, &server.ada, &path, sms("Hi")).await.status, 201);
}

#[tokio::test]
async fn lists_are_narrowed_and_paged() {
    let server = Server::new().await;
    let mut all = Vec::new();
    for text in ["one", "two", "three"] {
        all.insert(0, uuid(&server.post(&server.ana, "", begin(ANA, text)).await.id()));
    }
    let leo = uuid(&server.post(&server.leo, "", begin(LEO, "four")).await.id());
    all.insert(0, leo.clone());
    let ada = &server.ada;
    let list = async |query: &str| get(&server, ada, &format!("/conversations{query}")).await.body;
    let page = list("?limit=3").await;
    assert_eq!(
        (ids(&page), &page["total"], &page["offset"]),
        (all[..3].to_vec(), &json!(4), &json!(0))
    );
    let page = list("?limit=3&offset=3").await;
    assert_eq!(
        (ids(&page), &page["total"], &page["limit"]),
        (all[3..].to_vec(), &json!(4), &json!(3))
    );
    assert_eq!(ids(&list("?offset=4294967296").await), [] as [String; 0]);
    post(
        &server,
        ada,
        &format!("/conversations/{leo}/assign"),
        json!({ "assigned_to": uuid(ADA) }),
    )
    .await;
    post(&server, ada, &format!("/conversations/{}/archive", all[1]), json!({ "archived": true }))
        .await;
    post(&server, ada, &format!("/conversations/{}/star", all[2]), Value::Null).await;
    for (query, wanted) in [
        ("?scope=mine", vec![&leo]),
        ("?scope=team", vec![&leo, &all[1], &all[2], &all[3]]),
        ("", vec![&leo, &all[1], &all[2], &all[3]]),
        ("?archived=false", vec![&leo, &all[2], &all[3]]),
        ("?archived=true", vec![&all[1]]),
        ("?archived=false&starred=true", vec![&all[2]]),
        ("?starred=false", vec![&leo, &all[1], &all[3]]),
        ("?archived=false&assignee=none", vec![&all[2], &all[3]]),
        ("?overdue=true", vec![]),
        ("?archived=false&overdue=false", vec![&leo, &all[2], &all[3]]),
        ("?search=FOUR", vec![&leo]),
        ("?archived=false&unread=true", vec![&leo, &all[2], &all[3]]),
    ] {
        let page = list(query).await;
        let mut found = ids(&page);
        found.sort();
        let mut wanted: Vec<_> = wanted.into_iter().cloned().collect();
        wanted.sort();
        assert_eq!((found, &page["total"]), (wanted.clone(), &json!(wanted.len())), "{query}");
    }
    for wrong in ["?limit=0", "?scope=x", "?archived=x", "?assignee=x", "?offset=-1"] {
        assert_eq!(
            get(&server, ada, &format!("/conversations{wrong}")).await.status,
            400,
            "{wrong}"
        );
    }
    // A customer's list has their own, put away or not, and is not narrowed by the company's marks.
    let own = get(&server, &server.ana, "/conversations").await.body;
    assert_eq!((ids(&own).len(), own.get("inbox")), (3, None));
    for foreign in
        ["?scope=mine", "?archived=true", "?overdue=true", "?starred=true", "?assignee=none"]
    {
        let refused = get(&server, &server.ana, &format!("/conversations{foreign}")).await;
        assert_eq!(refused.status, 403, "{foreign}");
    }
}

#[tokio::test]
async fn reading_clears_what_is_unread_and_marking_brings_it_back() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let unread = async |token: &str| get(&server, token, &path).await.body["unread"].clone();
    assert_eq!(unread(&server.ada).await, true);
    let read = post(&server, &server.ada, &format!("{path}/read"), Value::Null).await.body;
    assert_eq!((&read["unread"], &read["unread_count"]), (&json!(false), &json!(0)));
    // Each has their own.
    assert_eq!(unread(&server.ben).await, true);
    let again = post(&server, &server.ada, &format!("{path}/unread"), Value::Null).await.body;
    assert_eq!(again["unread"], true);
    assert_eq!((unread(&server.ada).await, unread(&server.ana).await), (json!(true), json!(false)));
    // A customer reads for themselves.
    server.say(&id, contact_reply(ANA, "hm")).await;
    server.say(&id, admin(ADA, "reply", "we look")).await;
    assert_eq!(unread(&server.ana).await, true);
    assert_eq!(
        post(&server, &server.ana, &format!("{path}/read"), Value::Null).await.body["unread"],
        false
    );
}
