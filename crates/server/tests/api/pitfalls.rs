//! Where the Featurebase contract is easily misread (`contracts/README.md`, points 6 to 13), beyond
//! what `conversations.rs` has of it.

use inbox_model::csat::{Csat, CsatRequest, CsatStatus};
use inbox_model::tag::Tag;
use inbox_model::{Command, Conversation, PartBody, Participant, ParticipantKind};
use inbox_server::clock;
use inbox_server::store::{Act, Contact, Import, bot};
use serde_json::{Value, json};

use crate::server::{ADA, ANA, BEN, LEO, Server, VIP, admin, begin, contact_reply};
use crate::tenants::{CEM, Second};

/// Nobody's id.
const NOBODY: &str = "ffffffffffffffffffffffff";

/// Changes Ana's conversation behind the rules, as an import may bring it.
async fn changed(server: &Server, id: &str, change: impl FnOnce(&mut Conversation)) {
    let (reader, key) = (server.agent(ADA), id.into());
    let mut known = server.app.store().conversation(&reader, &key).await.unwrap().unwrap();
    change(&mut known);
    let import = Import { conversations: vec![known], ..Import::default() };
    server.app.store().import(&server.organisation, &import, clock::now()).await.unwrap();
}

/// Point 6: what bars a contact bars no admin. The contract has no code of its own for it, so the
/// rule is told beside the general one.
#[tokio::test]
async fn pitfall_06_only_contacts_are_barred_and_learn_by_which_rule() {
    let server = Server::new().await;
    for (is_blocked, rule) in [(false, "replies_disabled"), (true, "blocked")] {
        let id = server.conversation_of_ana().await;
        changed(&server, &id, |known| {
            (known.blocked, known.replies_disabled) = (is_blocked, Some(!is_blocked));
        })
        .await;
        let path = format!("/{id}/reply");
        let refused = server.post(&server.ana, &path, contact_reply(ANA, "hello?")).await;
        assert_eq!((refused.status, refused.code()), (400, "invalid_request"), "{}", refused.text);
        assert_eq!(refused.body["error"]["inbox"]["code"], rule, "{}", refused.text);
        assert_eq!(server.post(&server.ada, &path, admin(ADA, "reply", "hi")).await.status, 201);
        assert_eq!(server.post(&server.ada, &path, admin(ADA, "note", "hm")).await.status, 201);
    }
}

#[tokio::test]
async fn pitfall_07_without_an_acting_admin_the_bot_did_it() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}");
    let close = json!({ "state": "closed" });
    assert_eq!(server.patch(&server.ada, &path, close).await.status, 200);
    let open = json!({ "state": "open", "actingAdminId": BEN });
    assert_eq!(server.patch(&server.ada, &path, open).await.status, 200);
    let (reader, id) = (server.agent(ADA), id.as_str().into());
    let stored = server.app.store().conversation(&reader, &id).await.unwrap().unwrap();
    let author = |at: usize| stored.parts[at].author.clone().unwrap();
    assert_eq!(author(1), bot());
    assert_eq!(author(2).id, Some(BEN.into()));
}

/// Point 7: whoever acts belongs to the organisation; a stranger and nobody are one.
#[tokio::test]
async fn pitfall_07_who_acts_is_a_member_and_tags_need_somebody() {
    let server = Server::new().await;
    Second::beside(&server).await;
    let id = server.conversation_of_ana().await;
    let part = server.say(&id, admin(ADA, "reply", "hi")).await.id();
    let (tags, people) = (format!("/{id}/tags"), format!("/{id}/participants"));
    let redact =
        json!({ "conversationId": id, "conversationPartId": part, "type": "conversation_part" });
    let attached = json!({ "tagId": VIP, "actingAdminId": ADA });
    assert_eq!(server.post(&server.ada, &tags, attached).await.status, 200);
    for (method, path, body) in [
        ("PATCH", format!("/{id}"), json!({ "state": "closed" })),
        ("POST", tags.clone(), json!({ "tagId": VIP })),
        ("DELETE", format!("{tags}/{VIP}"), json!({})),
        ("POST", people.clone(), json!({ "participant": { "id": LEO } })),
        ("DELETE", people, json!({ "id": ANA })),
        ("POST", "/redact".to_owned(), redact),
    ] {
        let before = server.dump().await;
        let mut bodies = Vec::new();
        for stranger in [CEM, NOBODY, ANA] {
            let mut body = body.clone();
            body["actingAdminId"] = json!(stranger);
            let refused = server.call(&server.ada, method, &path, &body, &[]).await;
            assert_eq!((refused.status, refused.code()), (403, "forbidden"), "{method} {path}");
            bodies.push(refused.text);
        }
        bodies.dedup();
        assert_eq!(bodies.len(), 1, "{bodies:?}");
        if path.contains("/tags") {
            let refused = server.call(&server.ada, method, &path, &body, &[]).await;
            assert_eq!((refused.status, refused.code()), (400, "invalid_request"), "{method}");
        }
        assert!(before == server.dump().await, "{method} {path}");
    }
}

#[tokio::test]
async fn pitfall_07_a_snooze_needs_a_time_to_come() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let snooze = async |until: Value| {
        let body = json!({ "state": "snoozed", "snoozedUntil": until });
        server.patch(&server.ada, &format!("/{id}"), body).await.status
    };
    let ahead = |millis: i64| json!(clock::now().plus(millis).to_rfc3339());
    for until in [Value::Null, ahead(-1), ahead(-86_400_000), json!("tomorrow")] {
        assert_eq!(snooze(until.clone()).await, 400, "{until}");
    }
    assert_eq!(snooze(ahead(60_000)).await, 200);
}

#[tokio::test]
async fn pitfall_09_a_list_has_no_parts_and_one_conversation_has() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let list = server.get(&server.ada, "").await.body;
    assert!(list["data"][0].get("conversationParts").is_none_or(Value::is_null));
    let one = server.get(&server.ada, &format!("/{id}")).await.body;
    assert_eq!(one["conversationParts"].as_array().unwrap().len(), 1);
    // There is no paging to them: the parameter means nothing.
    let page = server.get(&server.ada, &format!("/{id}?limit=1&cursor=x")).await;
    assert_eq!((page.status, &page.body), (200, &one));
}

/// Point 10: the words of contacts, admins and bots, by e-mail too; nothing else.
#[tokio::test]
async fn pitfall_10_only_four_kinds_of_part_can_be_redacted() {
    let server = Server::new().await;
    let mail = json!({
        "from": { "type": "admin", "id": ADA }, "recipients": { "to": { "ids": [ANA] } },
        "subject": "News", "channel": "email", "bodyMarkdown": "4111",
    });
    let mailed = server.post(&server.ada, "", mail).await.id();
    changed(&server, &mailed, |known| {
        let part = std::sync::Arc::make_mut(&mut known.parts[0]);
        let PartBody::Message(message) = &mut part.body else { unreachable!() };
        message.email = true;
    })
    .await;
    let id = server.post(&server.ana, "", begin(ANA, "4111")).await.id();
    server.say(&id, admin(ADA, "reply", "4111")).await;
    let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
    let said = [Act::new(&bot(), Command::reply("4111"))];
    write.apply(&id.as_str().into(), None, &said).await.unwrap();
    write.finish(None).await.unwrap();
    server.say(&id, admin(ADA, "note", "4111")).await;
    let assign = json!({ "adminAssigneeId": BEN, "state": "closed" });
    server.patch(&server.ada, &format!("/{id}"), assign).await;
    let mut kinds = Vec::new();
    for id in [&id, &mailed] {
        let whole = server.get(&server.ada, &format!("/{id}")).await.body;
        let parts = whole["conversationParts"].as_array().unwrap().clone();
        for part in &parts {
            let redact = json!({ "conversationId": id, "conversationPartId": part["id"], "type": "conversation_part" });
            let answer = server.post(&server.ada, "/redact", redact).await;
            kinds.push((part["partType"].as_str().unwrap().to_owned(), answer.status));
            if answer.status == 400 {
                assert_eq!(answer.code(), "invalid_request");
                continue;
            }
            // The part stays, without its words.
            let after = answer.body["conversationParts"].as_array().unwrap().clone();
            assert_eq!(after.len(), parts.len());
            let after = after.iter().find(|one| one["id"] == part["id"]).unwrap();
            assert_eq!(after["redacted"], true);
            for body in ["bodyMarkdown", "bodyHtml"] {
                assert_eq!(after[body].as_str().unwrap_or_default(), "", "{after}");
            }
        }
    }
    let kinds: Vec<_> = kinds.iter().map(|(kind, status)| (kind.as_str(), *status)).collect();
    assert_eq!(
        kinds,
        [
            ("user_msg", 200),
            ("admin_msg", 200),
            ("bot_msg", 200),
            ("admin_note", 400),
            ("assign", 400),
            ("status", 400),
            ("email_msg", 200),
        ]
    );
}

/// Point 11: what is stored of ratings is told by GET, in its order.
#[tokio::test]
async fn pitfall_11_a_conversation_tells_its_ratings_and_their_windows() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let now = clock::now();
    let asked = |id: &str, ago: i64| CsatRequest {
        request_id: Some(id.into()),
        requested_at: Some(now.plus(-ago)),
        ..CsatRequest::new(CsatStatus::Pending)
    };
    let newest = CsatRequest {
        late_submit_window_ends_at: Some(now.plus(1)),
        is_latest_effective: true,
        ..asked("r2", 1)
    };
    let rated = CsatRequest {
        status: CsatStatus::Rated,
        score: Some(2.0),
        change_lock_window_ends_at: Some(now),
        ..asked("r1", 2)
    };
    changed(&server, &id, |known| {
        let summary = Some(newest.clone());
        known.csat = Csat { summary, history: vec![newest, rated], debug: None }.into();
    })
    .await;
    let whole = server.get(&server.ada, &format!("/{id}")).await.body;
    assert_eq!(whole["csatSummary"]["requestId"], "r2");
    let told = |name: &str| -> Vec<Value> {
        whole["csatHistory"].as_array().unwrap().iter().map(|one| one[name].clone()).collect()
    };
    assert_eq!(told("requestId"), ["r2", "r1"]);
    assert_eq!(told("isLatestEffective"), [true, false]);
    assert_eq!(told("lateSubmitWindowEndsAt"), [json!(now.plus(1).to_rfc3339()), Value::Null]);
    assert_eq!(told("changeLockWindowEndsAt"), [Value::Null, json!(now.to_rfc3339())]);
}

/// Point 12: several tags in the filter are joined by AND, and a tag that comes again is hung anew.
#[tokio::test]
async fn pitfall_12_the_filter_wants_all_of_the_tags() {
    const LATE: &str = "1a7e1a7e1a7e1a7e1a7e1a7e";
    let server = Server::new().await;
    let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
    write.save_tag(&Tag { id: LATE.into(), name: "late".into() }).await.unwrap();
    write.finish(None).await.unwrap();
    let (one, both) = (server.conversation_of_ana().await, server.conversation_of_ana().await);
    for (id, tag) in [(&one, VIP), (&both, VIP), (&both, LATE)] {
        let attach = json!({ "tagId": tag, "actingAdminId": ADA });
        assert_eq!(server.post(&server.ada, &format!("/{id}/tags"), attach).await.status, 200);
    }
    for (query, count) in [
        (format!("?tagIds={VIP}"), 2),
        (format!("?tagIds={LATE}"), 1),
        (format!("?tagIds={VIP},{LATE}"), 1),
        (format!("?tagIds={VIP}&tagIds={LATE}"), 1),
        (format!("?tagIds={VIP},{NOBODY}"), 0),
    ] {
        let list = server.get(&server.ada, &query).await.body;
        assert_eq!(list["data"].as_array().unwrap().len(), count, "{query}");
    }
    let (tags, path) = (format!("/{both}/tags"), format!("/{both}"));
    let acting = json!({ "actingAdminId": BEN });
    server.delete(&server.ada, &format!("{tags}/{VIP}"), acting).await;
    server.say(&both, contact_reply(ANA, "and?")).await;
    let attach = json!({ "tagId": VIP, "actingAdminId": ADA });
    server.post(&server.ada, &tags, attach).await;
    let whole = server.get(&server.ada, &path).await.body;
    let applied = |part: usize, name: &str| -> Vec<Value> {
        let all = whole["conversationParts"][part]["tagApplications"].as_array();
        all.into_iter().flatten().map(|one| one[name].clone()).collect()
    };
    let removed = applied(0, "removedAt");
    assert_eq!((removed[0].is_string(), &removed[1]), (true, &Value::Null));
    let last = whole["conversationParts"].as_array().unwrap();
    let last = last.iter().rposition(|part| part["partType"] == "user_msg").unwrap();
    assert_eq!((applied(last, "removedAt").len(), whole["tags"].as_array().unwrap().len()), (1, 2));
}

/// Point 13: an id is a customer's or a lead's; the site's id and an address are a customer's alone.
#[tokio::test]
async fn pitfall_13_only_customers_are_found_by_address() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let add = async |who: Value| {
        let path = format!("/{id}/participants");
        server.post(&server.ada, &path, json!({ "participant": who })).await.status
    };
    assert_eq!(add(json!({ "email": "leo@home.example" })).await, 404);
    assert_eq!(add(json!({})).await, 400);
    assert_eq!(add(json!({ "id": LEO })).await, 200);
}

/// Point 13: where several name somebody, the id goes before the site's id, and that before the
/// address.
#[tokio::test]
async fn pitfall_13_what_comes_first_decides() {
    const ZOE: &str = "20e20e20e20e20e20e20e20e";
    let server = Server::new().await;
    let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
    let mut participant = Participant::new(ParticipantKind::Customer, ZOE);
    participant.email = Some("zoe@home.example".into());
    let external_id = Some("user-zoe".to_owned());
    write.save_contact(&Contact { participant, external_id }).await.unwrap();
    write.finish(None).await.unwrap();
    for (who, found) in [
        (json!({ "id": LEO, "userId": "user-ana", "email": "zoe@home.example" }), LEO),
        (json!({ "userId": "user-ana", "email": "zoe@home.example" }), ANA),
        (json!({ "userId": "user-zoe", "email": "ana@home.example" }), ZOE),
        (json!({ "id": NOBODY, "email": "zoe@home.example" }), ZOE),
    ] {
        let beginning = if found == LEO { (ANA, &server.ana) } else { (LEO, &server.leo) };
        let id = server.post(beginning.1, "", begin(beginning.0, "hi")).await.id();
        let path = format!("/{id}/participants");
        let added = server.post(&server.ada, &path, json!({ "participant": who })).await;
        assert_eq!(added.status, 200, "{}", added.text);
        assert_eq!(added.body["participants"][1]["id"], found, "{who}");
    }
}

/// Point 13: the last one stays, and what takes away says in its body what.
#[tokio::test]
async fn pitfall_13_the_last_participant_stays() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}/participants");
    let before = server.dump().await;
    for body in [json!({ "id": ANA }), Value::Null, json!({})] {
        let refused = server.delete(&server.ada, &path, body.clone()).await;
        assert_eq!(refused.status, 400, "{body}");
    }
    assert!(before == server.dump().await);
    server.post(&server.ada, &path, json!({ "participant": { "id": LEO } })).await;
    assert_eq!(server.delete(&server.ada, &path, json!({ "id": ANA })).await.status, 200);
    assert_eq!(server.delete(&server.ada, &path, json!({ "id": LEO })).await.status, 400);
}

/// Point 13: contacts reply, also where an admin's token writes in their name.
#[tokio::test]
async fn pitfall_13_a_contact_writes_no_notes() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let mut note = contact_reply(ANA, "hm");
    note["messageType"] = json!("note");
    for (token, status) in [(&server.ada, 400), (&server.ana, 400)] {
        let refused = server.post(token, &format!("/{id}/reply"), note.clone()).await;
        assert_eq!((refused.status, refused.code()), (status, "invalid_request"));
    }
}
