//! Two organisations in one store: what is the other's behaves exactly as what does not exist.

use inbox_dialects::session::Team;
use inbox_model::tag::Tag;
use inbox_model::{Command, Content, Conversation, Participant, ParticipantKind};
use inbox_server::clock;
use inbox_server::store::{Act, Contact, Import, ListFilter, ListStart, StoreError, bot};
use serde_json::{Value, json};

use crate::server::{ADA, ANA, Answer, BEN, LEO, Server, VIP, admin, begin, contact_reply};
use crate::tenants::{ANA_THERE, CEM, MO, Second, TEAM_THERE, VIP_THERE};

fn ids(answer: &Answer) -> Vec<String> {
    let data = answer.body["data"].as_array().unwrap().iter();
    data.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// Requests as an agent of the first organisation makes them. `{own}` and `{own-part}` are a
/// conversation of theirs and a message in it; `{conversation}`, `{part}`, `{contact}`, `{agent}`,
/// `{tag}`, `{team}`, `{user}` and `{email}` are the second's, or nobody's.
fn requests() -> Vec<(&'static str, &'static str, Value)> {
    let redact = |conversation: &str, part: &str| {
        json!({ "conversationId": conversation, "conversationPartId": part,
                "type": "conversation_part" })
    };
    let outreach = |from: &str, to: Value| {
        json!({ "from": { "type": "admin", "id": from }, "recipients": { "to": to },
                "bodyMarkdown": "x", "channel": "email", "subject": "y" })
    };
    vec![
        // Their conversation.
        ("GET", "/{conversation}", Value::Null),
        ("DELETE", "/{conversation}", Value::Null),
        ("PATCH", "/{conversation}", json!({ "state": "closed", "actingAdminId": ADA })),
        ("PATCH", "/{conversation}", json!({ "title": "mine now" })),
        ("PATCH", "/{conversation}", json!({ "markAsRead": { "allAdmins": true } })),
        ("POST", "/{conversation}/reply", admin(ADA, "reply", "x")),
        ("POST", "/{conversation}/reply", admin(ADA, "note", "x")),
        ("POST", "/{conversation}/reply", contact_reply("{contact}", "x")),
        ("POST", "/{conversation}/tags", json!({ "tagId": VIP, "actingAdminId": ADA })),
        ("POST", "/{conversation}/tags", json!({ "tagId": "{tag}", "actingAdminId": "{agent}" })),
        ("DELETE", "/{conversation}/tags/{tag}", json!({ "actingAdminId": ADA })),
        ("POST", "/{conversation}/participants", json!({ "participant": { "id": LEO } })),
        ("DELETE", "/{conversation}/participants", json!({ "id": "{contact}" })),
        ("POST", "/redact", redact("{conversation}", "{part}")),
        ("POST", "/redact", redact("{conversation}", "{own-part}")),
        ("POST", "/redact", redact("{own}", "{part}")),
        (
            "POST",
            "/redact",
            json!({ "conversationId": "{own}", "conversationPartId": "{own-part}",
                    "type": "conversation_part", "actingAdminId": "{agent}" }),
        ),
        // Their people, tags and teams in one's own.
        ("GET", "?tagIds={tag}", Value::Null),
        ("GET", "?assignee={agent}", Value::Null),
        ("POST", "/{own}/reply", admin("{agent}", "reply", "x")),
        ("POST", "/{own}/reply", admin("{agent}", "note", "x")),
        ("POST", "/{own}/reply", contact_reply("{contact}", "x")),
        (
            "POST",
            "/{own}/reply",
            json!({ "type": "contact", "userId": "{user}", "messageType": "reply",
                    "bodyMarkdown": "x" }),
        ),
        ("PATCH", "/{own}", json!({ "state": "closed", "actingAdminId": "{agent}" })),
        ("PATCH", "/{own}", json!({ "adminAssigneeId": "{agent}" })),
        ("PATCH", "/{own}", json!({ "teamAssigneeId": "{team}" })),
        ("PATCH", "/{own}", json!({ "markAsRead": { "contactIds": ["{contact}"] } })),
        ("PATCH", "/{own}", json!({ "markAsRead": { "adminIds": ["{agent}"] } })),
        ("POST", "/{own}/tags", json!({ "tagId": "{tag}", "actingAdminId": ADA })),
        ("POST", "/{own}/tags", json!({ "tagId": VIP, "actingAdminId": "{agent}" })),
        ("DELETE", "/{own}/tags/{tag}", json!({ "actingAdminId": ADA })),
        ("POST", "/{own}/participants", json!({ "participant": { "id": "{contact}" } })),
        ("POST", "/{own}/participants", json!({ "participant": { "userId": "{user}" } })),
        ("POST", "/{own}/participants", json!({ "participant": { "email": "{email}" } })),
        (
            "POST",
            "/{own}/participants",
            json!({ "participant": { "id": LEO }, "actingAdminId": "{agent}" }),
        ),
        ("DELETE", "/{own}/participants", json!({ "id": "{contact}" })),
        ("DELETE", "/{own}/participants", json!({ "id": ANA, "actingAdminId": "{agent}" })),
        ("POST", "", begin("{contact}", "x")),
        ("POST", "", outreach("{agent}", json!({ "ids": [LEO] }))),
        ("POST", "", outreach(ADA, json!({ "ids": ["{contact}"] }))),
    ]
}

#[tokio::test]
async fn every_endpoint_takes_a_foreign_id_for_one_that_is_nobodys() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let theirs = second.conversation_of_ana(&server).await;
    let path = format!("/{theirs}/reply");
    let their_part = server.post(&second.cem, &path, admin(CEM, "reply", "x")).await.id();
    let customer = (Some("There"), Some("there@home.example"));
    let known =
        server.app.store().customer(&second.id, "user-there", customer.0, customer.1, clock::now());
    known.await.unwrap();
    let own = server.conversation_of_ana().await;
    let own_part = server.say(&own, admin(ADA, "reply", "x")).await.id();
    // Ada's membership of the second gives her nothing while she acts for the first.
    for token in [&server.ada, &server.ben] {
        for (method, path, body) in requests() {
            let fill = |text: &str, foreign: bool| {
                let pick = |theirs: &str, nobodys: &str| {
                    if foreign { theirs.to_owned() } else { nobodys.to_owned() }
                };
                text.replace("{own-part}", &own_part)
                    .replace("{own}", &own)
                    .replace("{conversation}", &pick(&theirs, "zzzzzzzzzz"))
                    .replace("{part}", &pick(&their_part, "zzzzzzzzzzzzzz"))
                    .replace("{contact}", &pick(ANA_THERE, "9999999999999999999999ff"))
                    .replace("{agent}", &pick(CEM, "9999999999999999999999ee"))
                    .replace("{tag}", &pick(VIP_THERE, "9999999999999999999999dd"))
                    .replace("{team}", &pick(TEAM_THERE, "9999999999999999999999cc"))
                    .replace("{user}", &pick("user-there", "user-nowhere"))
                    .replace("{email}", &pick("there@home.example", "nowhere@home.example"))
            };
            let mut answers = Vec::new();
            let before = server.dump().await;
            for foreign in [true, false] {
                let body = serde_json::from_str(&fill(&body.to_string(), foreign)).unwrap();
                answers.push(server.call(token, method, &fill(path, foreign), &body, &[]).await);
            }
            let what = format!("{method} {path} {body}");
            assert!(before == server.dump().await, "{what}: the store has changed");
            assert_eq!(answers[0].status, answers[1].status, "{what}: {}", answers[0].text);
            assert_eq!(answers[0].text, answers[1].text, "{what}");
            let expected = if method == "GET" && path.starts_with('?') { 200 } else { 400 };
            // Whom nothing can be read by, nothing is read by: that is no fault.
            let expected =
                if body.get("markAsRead").is_some() && path == "/{own}" { 200 } else { expected };
            assert!(answers[0].status >= expected, "{what}: {}", answers[0].text);
        }
    }
}

#[tokio::test]
async fn a_customer_of_the_one_is_nobody_in_the_other() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let theirs = second.conversation_of_ana(&server).await;
    let before = server.dump().await;
    for token in [&server.ana, &server.leo] {
        for (method, suffix, body) in [
            ("GET", "", Value::Null),
            ("POST", "/reply", contact_reply(if token == &server.ana { ANA } else { LEO }, "x")),
            ("PATCH", "", json!({ "markAsRead": {} })),
        ] {
            let ask = async |id: &str| {
                server.call(token, method, &format!("/{id}{suffix}"), &body, &[]).await
            };
            let (foreign, nobodys) = (ask(&theirs).await, ask("zzzzzzzzzz").await);
            assert!(foreign.status >= 400, "{method} {suffix}: {}", foreign.text);
            assert_eq!((foreign.status, &foreign.text), (nobodys.status, &nobodys.text));
        }
    }
    for (path, body) in [
        ("/live/typing", json!({ "conversationId": "{id}", "typing": true })),
        ("/live/viewing", json!({ "conversationId": "{id}" })),
    ] {
        let ask = async |token: &str, id: &str, headers: &[(&str, &str)]| {
            let body = serde_json::from_str(&body.to_string().replace("{id}", id)).unwrap();
            server.own(Some(token), "POST", path, &body, headers).await
        };
        for token in [&server.ada, &server.ana] {
            let foreign = ask(token, &theirs, &[]).await;
            let nobodys = ask(token, "zzzzzzzzzz", &[]).await;
            assert!(foreign.status >= 400, "{path}");
            assert_eq!((foreign.status, &foreign.text), (nobodys.status, &nobodys.text), "{path}");
        }
        assert_eq!(ask(&server.ada, &theirs, &second.header()).await.status, 204, "{path}");
    }
    assert!(before == server.dump().await);
}

#[tokio::test]
async fn a_foreign_address_becomes_a_lead_of_ones_own() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let outreach = json!({
        "from": { "type": "admin", "id": CEM }, "bodyMarkdown": "x", "channel": "email", "subject": "y",
        "recipients": { "to": { "emails": ["ana@home.example", "leo@home.example"] } },
    });
    let made = server.post(&second.cem, "", outreach).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let people = made.body["participants"].as_array().unwrap().clone();
    let people: Vec<_> = people.iter().map(|one| one["id"].as_str().unwrap()).collect();
    // Ana is known there under that address; Leo's is the first's, so it is somebody new here.
    assert!(people.contains(&ANA_THERE), "{people:?}");
    assert!(!people.contains(&ANA) && !people.contains(&LEO), "{people:?}");
}

#[tokio::test]
async fn lists_counts_and_directories_are_ones_own() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let mut ours = Vec::new();
    for _ in 0..3 {
        ours.push(server.conversation_of_ana().await);
    }
    let theirs = second.conversation_of_ana(&server).await;
    ours.reverse();
    let there = second.header();
    let list = async |token: &str, headers: &[(&str, &str)]| {
        server.call(token, "GET", "", &Value::Null, headers).await
    };
    let first = list(&server.ada, &[]).await;
    assert_eq!(ids(&first), ours);
    assert_eq!(first.body["inbox"]["counts"]["open"], 3);
    assert_eq!(first.body["inbox"]["counts"]["unread"], 3);
    assert_eq!(first.body["inbox"]["counts"]["unassigned"], 3);
    for (token, headers) in [(&server.ada, &there[..]), (&second.cem, &[])] {
        let answer = list(token, headers).await;
        assert_eq!(ids(&answer), [theirs.as_str()]);
        let counts = &answer.body["inbox"]["counts"];
        let counts = ["open", "unread", "unassigned"].map(|kind| counts[kind].as_u64().unwrap());
        assert_eq!(counts, [1, 1, 1]);
    }
    assert_eq!(ids(&list(&server.ana, &[]).await), ours);
    assert_eq!(ids(&list(&second.ana, &[]).await), [theirs.as_str()]);
    assert!(ids(&list(&second.mo, &[]).await).is_empty());
    // A place in the one list is none in the other.
    let page = server.get(&server.ada, "?limit=1").await;
    let path = format!("?limit=1&cursor={}", page.body["nextCursor"].as_str().unwrap());
    assert_eq!(server.get(&server.ada, &path).await.status, 200);
    let other = server.call(&server.ada, "GET", &path, &Value::Null, &there).await;
    assert_eq!((other.status, other.code()), (400, "invalid_cursor"));
    // Who I am, and whom I know.
    let session = async |token: &str, headers: &[(&str, &str)]| {
        let body = server.own(Some(token), "GET", "/session", &Value::Null, headers).await.body;
        let of = |kind: &str| {
            let entries = body[kind].as_array().unwrap().iter();
            entries.map(|one| one["id"].as_str().unwrap_or("-").to_owned()).collect::<Vec<_>>()
        };
        (body["workspace"].clone(), of("agents"), of("teams"), of("tags"))
    };
    let words = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let here = (json!(""), words(&[ADA, BEN]), words(&[]), words(&[VIP]));
    let beyond = (json!("Second"), words(&[ADA, CEM]), words(&[TEAM_THERE]), words(&[VIP_THERE]));
    assert_eq!(session(&server.ada, &[]).await, here);
    assert_eq!(session(&server.ben, &[]).await, here);
    assert_eq!(session(&server.ada, &there).await, beyond);
    assert_eq!(session(&second.cem, &[]).await, beyond);
    let (_, agents, teams, tags) = session(&second.ana, &[]).await;
    assert_eq!((agents.len(), teams.len(), tags.len()), (2, 0, 0));
}

#[tokio::test]
async fn one_key_has_one_effect_in_each_organisation() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let (own, theirs) =
        (server.conversation_of_ana().await, second.conversation_of_ana(&server).await);
    let say = async |id: &str, organisation: &[(&'static str, &str)]| {
        let headers = [organisation, &[("idempotency-key", "k")]].concat();
        let path = format!("/{id}/reply");
        server.call(&server.ada, "POST", &path, &admin(ADA, "note", "once"), &headers).await
    };
    let (here, there) = (say(&own, &[]).await, say(&theirs, &second.header()).await);
    assert_eq!((here.status, there.status), (201, 201));
    assert_ne!(here.id(), there.id());
    assert_eq!(say(&own, &[]).await.text, here.text);
    assert_eq!(say(&theirs, &second.header()).await.text, there.text);
    // The answer of the one is not told in the other, nor is it said that there is one.
    let swapped = say(&own, &second.header()).await;
    assert_eq!((swapped.status, swapped.code()), (400, "invalid_request"));
    assert!(!swapped.text.contains(&here.id()));
}

#[tokio::test]
async fn the_inbox_wakes_what_was_snoozed_in_either() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let theirs = second.conversation_of_ana(&server).await;
    let until = clock::now().plus(60_000);
    let body = json!({ "state": "snoozed", "snoozedUntil": until.to_string() });
    let path = format!("/{theirs}");
    let snoozed = server.patch(&second.cem, &path, body).await;
    assert_eq!(snoozed.status, 200, "{}", snoozed.text);
    let store = server.app.store();
    assert_eq!(store.wake(until.plus(1)).await.unwrap(), 1);
    assert_eq!(server.get(&second.cem, &path).await.body["state"], "open");
}

#[tokio::test]
async fn a_write_is_the_organisations_for_which_it_was_begun() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let store = server.app.store();
    let theirs = second.conversation_of_ana(&server).await.as_str().into();
    let mut write = store.write(&server.organisation, clock::now()).await.unwrap();
    assert!(write.conversation(&second.agent(CEM), &theirs, true).await.unwrap().is_none());
    assert!(write.conversation(&server.agent(ADA), &theirs, true).await.unwrap().is_none());
    assert!(write.delete(&theirs).await.is_err());
    let whole = store.conversation(&second.agent(CEM), &theirs).await.unwrap().unwrap();
    let prefix = &whole.parts[0].id.as_str()[..9];
    for (reader, found) in [(second.agent(CEM), true), (server.agent(ADA), false)] {
        let part = store.part_id_by_prefix(&reader, &theirs, prefix).await.unwrap();
        assert_eq!(part.is_some(), found);
        assert!(write.part_id_by_prefix(&reader, &theirs, prefix).await.unwrap().is_none());
    }
    for id in [CEM, ANA_THERE, MO] {
        assert!(write.agent(id).await.unwrap().is_none(), "{id}");
        assert!(write.contact(id).await.unwrap().is_none(), "{id}");
    }
    assert!(write.tag(VIP_THERE).await.unwrap().is_none());
    assert!(!write.has_team(TEAM_THERE).await.unwrap());
    for suffix in [CEM, ANA_THERE, VIP_THERE, TEAM_THERE].map(|id| &id[11..]) {
        assert!(write.agent_by_suffix(suffix).await.unwrap().is_none());
        assert!(write.contact_by_suffix(suffix).await.unwrap().is_none());
        assert!(write.tag_by_suffix(suffix).await.unwrap().is_none());
        assert!(write.team_by_suffix(suffix).await.unwrap().is_none());
    }
    // Nor can it be taken over by saving it anew.
    let tag = Tag { id: VIP_THERE.into(), name: "x".into() };
    assert!(matches!(write.save_tag(&tag).await, Err(StoreError::Taken)));
    let team = Team { id: TEAM_THERE.into(), name: "x".into() };
    assert!(matches!(write.save_team(&team).await, Err(StoreError::Taken)));
    let cem = Participant::new(ParticipantKind::Agent, CEM).named("Not Cem");
    assert!(matches!(write.save_agent(&cem).await, Err(StoreError::Taken)));
    let participant = Participant::new(ParticipantKind::Lead, ANA_THERE);
    let contact = Contact { participant, external_id: None };
    assert!(matches!(write.save_contact(&contact).await, Err(StoreError::Taken)));
    let blank = Conversation::new(theirs.clone(), clock::now());
    let start = Command::Start { contents: vec![Content::text("x")] };
    let started = write.start(blank.clone(), None, Act::new(&bot(), start)).await;
    assert!(matches!(started, Err(StoreError::Taken)));
    drop(write);
    let import = Import { conversations: vec![blank], ..Import::default() };
    let imported = store.import(&server.organisation, &import, clock::now()).await;
    assert!(matches!(imported, Err(StoreError::Taken)));
    let still =
        store.list(&second.agent(CEM), &ListFilter::default(), &ListStart::Top, 10).await.unwrap();
    assert_eq!(still.conversations[0].id, theirs);
}
