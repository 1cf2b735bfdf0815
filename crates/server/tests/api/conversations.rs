//! What the endpoints do, and where the contract is easily misread.

use inbox_model::time::MINUTE;
use inbox_model::{Command, Content, Conversation, Participant, ParticipantKind, Timestamp};
use inbox_server::clock;
use inbox_server::store::{Act, Import, bot};
use serde_json::{Value, json};

use crate::server::{ADA, ANA, BEN, LEO, Server, VIP, admin, begin, contact_reply, parts};

async fn conversation(server: &Server, id: &str) -> Value {
    server.get(&server.ada, &format!("/{id}")).await.body
}

#[tokio::test]
async fn a_conversation_from_beginning_to_end() {
    let server = Server::new().await;
    let begun = server.post(&server.ana, "", begin(ANA, "hello **there**")).await;
    assert_eq!(begun.status, 201);
    let id = begun.id();
    assert!(id.len() <= 16 && id.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert_eq!(parts(&begun.body), [("user_msg".into(), "hello **there**".into())]);
    let answer = server.say(&id, admin(ADA, "reply", "hello Ana")).await;
    assert_eq!(answer.body["partType"], "admin_msg");
    assert_eq!(answer.body["author"]["id"], ADA);
    let path = format!("/{id}");
    let closed =
        server.patch(&server.ada, &path, json!({ "state": "closed", "actingAdminId": BEN })).await;
    assert_eq!(closed.body["state"], "closed");
    // Nobody is named, so the bot did it.
    let open = server.patch(&server.ada, &path, json!({ "state": "open" })).await;
    assert_eq!(open.body["state"], "open");
    let reader = server.agent(ADA);
    let stored = server.app.store().conversation(&reader, &id.as_str().into()).await.unwrap();
    let kinds: Vec<_> =
        stored.unwrap().parts.iter().map(|part| part.author.clone().unwrap().kind).collect();
    let by = [
        ParticipantKind::Customer,
        ParticipantKind::Agent,
        ParticipantKind::Agent,
        ParticipantKind::Bot,
    ];
    assert_eq!(kinds, by);
    // Part ids sort in the order of the thread.
    let all = conversation(&server, &id).await;
    let ids: Vec<_> = all["conversationParts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["id"].as_str().unwrap())
        .collect();
    assert!(ids.is_sorted() && ids.iter().all(|id| id.len() <= 16));
    let gone = server.delete(&server.ada, &path, Value::Null).await;
    assert_eq!(gone.body, json!({ "id": id, "object": "conversation", "deleted": true }));
    assert_eq!(server.get(&server.ana, &path).await.status, 404);
    assert!(!server.dump().await.contains("hello Ana"));
}

#[tokio::test]
async fn pitfall_07_a_patch_changes_what_it_names_and_null_unassigns() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}");
    let all = json!({
        "title": "Order 7", "adminAssigneeId": BEN, "customAttributes": { "plan": "pro", "seats": 3 },
        "actingAdminId": ADA,
    });
    let body = server.patch(&server.ada, &path, all).await.body;
    assert_eq!((&body["title"], &body["adminAssigneeId"]), (&json!("Order 7"), &json!(BEN)));
    let version = body["inbox"]["version"].as_u64().unwrap();
    // Several changes are one version, and none is none.
    let same = server.patch(&server.ada, &path, json!({ "adminAssigneeId": BEN })).await.body;
    assert_eq!(same["inbox"]["version"], version);
    let none = server.patch(&server.ada, &path, json!({})).await.body;
    assert_eq!(none["inbox"]["version"], version);
    let body = server.patch(&server.ada, &path, json!({ "adminAssigneeId": null })).await.body;
    assert_eq!((&body["title"], &body["adminAssigneeId"]), (&json!("Order 7"), &Value::Null));
    assert_eq!(body["inbox"]["version"], version + 1);
}

/// `snoozedUntil` alone moves the end of a snooze; a past one is refused.
#[tokio::test]
async fn a_snooze_is_prolonged() {
    let server = Server::new().await;
    let path = format!("/{}", server.conversation_of_ana().await);
    let until = |minutes: i64| clock::now().plus(minutes * MINUTE).to_rfc3339();
    let (first, later) = (until(5), until(10));
    let snooze = json!({ "state": "snoozed", "snoozedUntil": first });
    assert_eq!(server.patch(&server.ada, &path, snooze).await.body["snoozedUntil"], first);
    for wrong in [until(-1), "soon".into()] {
        let refused = server.patch(&server.ada, &path, json!({ "snoozedUntil": wrong })).await;
        assert_eq!((refused.status, refused.code()), (400, "invalid_request"), "{wrong}");
    }
    let moved = server.patch(&server.ada, &path, json!({ "snoozedUntil": later })).await.body;
    assert_eq!((&moved["state"], &moved["snoozedUntil"]), (&json!("snoozed"), &json!(later)));
    let theirs = server.patch(&server.ana, &path, json!({ "snoozedUntil": first })).await;
    assert_eq!(theirs.status, 403);
}

#[tokio::test]
async fn a_snoozed_conversation_comes_back_when_its_time_has_come() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let until = clock::now().plus(MINUTE);
    let snooze =
        json!({ "state": "snoozed", "snoozedUntil": until.to_rfc3339(), "actingAdminId": ADA });
    let body = server.patch(&server.ada, &format!("/{id}"), snooze).await.body;
    assert_eq!(
        (&body["state"], &body["snoozedUntil"]),
        (&json!("snoozed"), &json!(until.to_rfc3339()))
    );
    let store = server.app.store();
    assert_eq!(store.next_wake().await.unwrap(), Some(until));
    assert_eq!(store.wake(until.plus(-1)).await.unwrap(), 0);
    assert_eq!(store.wake(until).await.unwrap(), 1);
    assert_eq!(store.wake(until).await.unwrap(), 0);
    let body = conversation(&server, &id).await;
    assert_eq!((&body["state"], &body["snoozedUntil"]), (&json!("open"), &Value::Null));
    let last = body["conversationParts"].as_array().unwrap().last().unwrap();
    assert_eq!(last["partType"], "status");
    // The next write still fits: what the inbox did itself has no author with an id.
    server.say(&id, admin(ADA, "reply", "back again")).await;
}

#[tokio::test]
async fn pitfall_08_marking_as_read_moves_receipts_and_makes_only_ones_own() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}");
    let receipts = async || {
        let body = conversation(&server, &id).await;
        let mut receipts: Vec<(String, String)> = body["readReceipts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|receipt| {
                (
                    receipt["id"].as_str().unwrap().into(),
                    receipt["lastReadPartId"].as_str().unwrap().into(),
                )
            })
            .collect();
        receipts.sort();
        receipts
    };
    let read = async |body: Value| {
        let answer = server.patch(&server.ada, &path, json!({ "markAsRead": body })).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    };
    let last = server.say(&id, admin(ADA, "note", "n")).await.id();
    // Ben has none: neither by id nor with all is one made for him.
    read(json!({ "adminIds": [BEN] })).await;
    read(json!({ "allAdmins": true })).await;
    let first = receipts().await[0].1.clone();
    assert_eq!(receipts().await, [(ANA.into(), first.clone()), (ADA.into(), last.clone())]);
    // `all` beats the list, and a note counts as read though Ana cannot see it.
    read(json!({ "allContacts": true, "contactIds": [LEO] })).await;
    assert_eq!(receipts().await, [(ANA.into(), last.clone()), (ADA.into(), last.clone())]);
    assert_ne!(first, last);
    // Ben himself may make his.
    let own = json!({ "markAsRead": { "adminIds": [BEN] } });
    assert_eq!(server.patch(&server.ben, &path, own).await.status, 200);
    assert_eq!(receipts().await.len(), 3);
    // Reading again is no change.
    let version = conversation(&server, &id).await["inbox"]["version"].clone();
    read(json!({ "allAdmins": true, "allContacts": true })).await;
    assert_eq!(conversation(&server, &id).await["inbox"]["version"], version);
}

#[tokio::test]
async fn unread_counts_what_the_other_side_has_said() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}");
    let unread = async |token: &str| {
        server.get(token, &path).await.body["inbox"]["unread"].as_u64().unwrap()
    };
    let listed = async |token: &str| {
        server.get(token, "?unread=true").await.body["data"].as_array().unwrap().len()
    };
    assert_eq!((unread(&server.ada).await, unread(&server.ana).await), (1, 0));
    server.say(&id, contact_reply(ANA, "hello?")).await;
    assert_eq!((unread(&server.ada).await, unread(&server.ben).await), (2, 2));
    // Ben reads; Ada has not.
    let read = json!({ "markAsRead": { "adminIds": [BEN] } });
    server.patch(&server.ben, &path, read).await;
    assert_eq!((unread(&server.ada).await, unread(&server.ben).await), (2, 0));
    assert_eq!((listed(&server.ada).await, listed(&server.ben).await), (1, 0));
    // A note answers nobody. An answer by anybody does.
    server.say(&id, admin(BEN, "note", "n")).await;
    assert_eq!(unread(&server.ada).await, 2);
    server.say(&id, admin(BEN, "reply", "r")).await;
    assert_eq!((unread(&server.ada).await, unread(&server.ana).await), (0, 1));
    assert_eq!((listed(&server.ada).await, listed(&server.ana).await), (0, 1));
    let read = json!({ "markAsRead": { "contactIds": [ANA] } });
    server.patch(&server.ana, &path, read).await;
    assert_eq!((unread(&server.ana).await, listed(&server.ana).await), (0, 0));
}

#[tokio::test]
async fn pitfall_10_a_redacted_message_is_gone_from_everywhere() {
    let server = Server::new().await;
    let begun = server.post(&server.ana, "", begin(ANA, "sentinel-card 4111")).await;
    let id = begun.id();
    let part = begun.body["conversationParts"][0]["id"].clone();
    server.say(&id, admin(ADA, "note", "n")).await;
    server.patch(&server.ada, &format!("/{id}"), json!({ "state": "closed" })).await;
    let redact = json!({ "conversationId": id, "conversationPartId": part, "type": "conversation_part", "actingAdminId": ADA });
    let body = server.post(&server.ada, "/redact", redact).await.body;
    let redacted = &body["conversationParts"][0];
    assert_eq!((&redacted["redacted"], &redacted["id"]), (&json!(true), &part));
    assert!(!server.get(&server.ana, "").await.text.contains("sentinel"));
    let kept = server.dump().await;
    let rows: Vec<_> = kept.lines().filter(|row| row.contains("sentinel")).collect();
    assert!(rows.is_empty(), "{rows:#?}");
}

#[tokio::test]
async fn pitfall_12_a_tag_hangs_on_the_newest_message_and_keeps_its_removal() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let newest = server.say(&id, admin(ADA, "reply", "r")).await.id();
    server.say(&id, admin(ADA, "note", "n")).await;
    let attach = json!({ "tagId": VIP, "actingAdminId": ADA });
    let tags = format!("/{id}/tags");
    let tag = server.post(&server.ada, &tags, attach.clone()).await.body;
    assert_eq!(
        (&tag["id"], &tag["targetPartId"], &tag["appliedBy"]["id"]),
        (&json!(VIP), &json!(newest), &json!(ADA))
    );
    // Twice is once, also after more was said.
    let more = server.say(&id, contact_reply(ANA, "more")).await.id();
    server.post(&server.ada, &tags, attach).await;
    let filter = format!("?tagIds={VIP}");
    let listed =
        async || server.get(&server.ada, &filter).await.body["data"].as_array().unwrap().len();
    assert_eq!(listed().await, 1);
    let none = server.get(&server.ada, &format!("?tagIds={VIP},other")).await;
    assert_eq!(none.body["data"], json!([]));
    let removed = server
        .delete(&server.ada, &format!("{tags}/{VIP}"), json!({ "actingAdminId": BEN }))
        .await
        .body;
    assert_eq!(
        (&removed["removedBy"]["id"], &removed["targetPartId"]),
        (&json!(BEN), &json!(more))
    );
    assert_eq!(listed().await, 0);
    let body = conversation(&server, &id).await;
    let told = body["conversationParts"].as_array().unwrap().last().unwrap();
    assert_eq!((&told["partType"], &told["targetPartId"]), (&json!("tags"), &json!(more)));
    assert_eq!(body["tags"], json!([]));
    let applications = body["conversationParts"][1]["tagApplications"].as_array().unwrap();
    assert_eq!(applications.len(), 1);
}

#[tokio::test]
async fn pitfall_13_participants_are_found_by_id_then_user_id_then_address() {
    let server = Server::new().await;
    let begun = server.post(&server.leo, "", begin(LEO, "hi")).await;
    let path = format!("/{}/participants", begun.id());
    let nobody = "ffffffffffffffffffffffff";
    let add = async |who: Value| {
        let body = json!({ "participant": who, "actingAdminId": ADA });
        let answer = server.post(&server.ada, &path, body).await;
        let people = answer.body["participants"].as_array().map(Vec::len).unwrap_or_default();
        let taken_out = server.delete(&server.ada, &path, json!({ "id": ANA })).await.status;
        (answer.status, people, taken_out)
    };
    for who in [
        json!({ "id": ANA }),
        json!({ "userId": "user-ana" }),
        json!({ "email": "ANA@home.example" }),
        json!({ "id": nobody, "userId": "user-ana" }),
        json!({ "id": nobody, "userId": "x", "email": "ana@home.example" }),
    ] {
        assert_eq!(add(who.clone()).await, (200, 2, 200), "{who}");
    }
    // The first that names somebody decides.
    let leo = json!({ "id": LEO, "userId": "user-ana" });
    assert_eq!(add(leo).await, (200, 1, 404));
}

#[tokio::test]
async fn an_outreach_reaches_contacts_known_and_new() {
    let server = Server::new().await;
    let body = json!({
        "from": { "type": "admin", "id": BEN },
        "recipients": { "to": { "ids": [LEO], "emails": ["ana@home.example"] }, "cc": { "emails": ["new@home.example"] } },
        "subject": "News", "channel": "email", "bodyMarkdown": "hello from us",
    });
    let begun = server.post(&server.ada, "", body.clone()).await.body;
    assert_eq!(begun["source"]["deliveredAs"], "admin_initiated");
    assert_eq!((&begun["source"]["subject"], &begun["title"]), (&json!("News"), &json!("News")));
    let people: Vec<_> =
        begun["participants"].as_array().unwrap().iter().map(|one| one["type"].clone()).collect();
    assert_eq!(people, ["lead", "customer", "lead"]);
    let id = begun["id"].as_str().unwrap();
    assert_eq!(server.get(&server.ana, &format!("/{id}")).await.status, 200);
    let mut hidden = body;
    hidden["recipients"]["bcc"] = json!({ "ids": [ANA] });
    assert_eq!(server.post(&server.ada, "", hidden).await.code(), "invalid_parameter");
}

#[tokio::test]
async fn a_conversation_from_the_past_keeps_its_time() {
    let server = Server::new().await;
    let mut body = begin(ANA, "long ago");
    body["createdAt"] = json!("2020-02-03T04:05:06Z");
    let begun = server.post(&server.ada, "", body.clone()).await.body;
    assert_eq!(begun["createdAt"], "2020-02-03T04:05:06.000Z");
    assert_eq!(begun["conversationParts"][0]["createdAt"], "2020-02-03T04:05:06.000Z");
    assert_eq!(server.post(&server.ana, "", body).await.status, 403);
}

#[tokio::test]
async fn pitfall_09_a_long_thread_gives_its_newest_500_parts() {
    let server = Server::new().await;
    let now = clock::now();
    let ana = Participant::new(ParticipantKind::Customer, ANA).named("Ana");
    let mut long = Conversation::new("longthread".into(), now);
    let blank = {
        let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
        let start = Command::Start { contents: vec![Content::text("message 0")] };
        write.start(long.clone(), None, Act::new(&ana, start)).await.unwrap();
        write.finish(None).await.unwrap();
        let reader = server.agent(ADA);
        server.app.store().conversation(&reader, &"longthread".into()).await.unwrap().unwrap()
    };
    long = blank;
    for count in 1..600 {
        let mut part = (*long.parts[0]).clone();
        part.id = format!("z{count:05}").as_str().into();
        part.created_at = now.plus(count);
        part.body = inbox_model::PartBody::Message(inbox_model::part::Message::text(format!(
            "message {count}"
        )));
        long.parts.push(std::sync::Arc::new(part));
    }
    let import = Import { conversations: vec![long], ..Import::default() };
    server.app.store().import(&server.organisation, &import, now).await.unwrap();
    let all = parts(&conversation(&server, "longthread").await);
    assert_eq!(
        (all.len(), all[0].1.as_str(), all[499].1.as_str()),
        (500, "message 100", "message 599")
    );
    // What was there is in order with what comes, and the old can still be redacted.
    let redact = json!({ "conversationId": "longthread", "conversationPartId": "z00001", "type": "conversation_part" });
    assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
    server.say("longthread", admin(ADA, "reply", "the end")).await;
    let all = parts(&conversation(&server, "longthread").await);
    assert_eq!(all[499].1, "the end");
    let unread = conversation(&server, "longthread").await["inbox"]["unread"].clone();
    assert_eq!(unread, 0);
}

#[tokio::test]
async fn a_clock_that_runs_backwards_disturbs_nothing() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let mut write =
        server.app.store().write(&server.organisation, Timestamp::from_millis(0)).await.unwrap();
    let reply = Act::new(&bot(), Command::reply("from 1970"));
    write.apply(&id.as_str().into(), None, &[reply]).await.unwrap();
    write.finish(None).await.unwrap();
    let body = conversation(&server, &id).await;
    let parts = body["conversationParts"].as_array().unwrap();
    assert!(parts[0]["createdAt"].as_str() < parts[1]["createdAt"].as_str());
    assert!(parts[0]["id"].as_str() < parts[1]["id"].as_str());
}
