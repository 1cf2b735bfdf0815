//! Whose turn it is: statuses, and when answers are due (contracts, pitfall 15).

use inbox_dialects::ids::uuid_of_text;
use inbox_model::sla::SlaPolicy;
use inbox_server::clock;
use serde_json::{Value, json};

use super::{begun, call, call_with, change, create, detail, messages, patched};
use crate::server::{ADA, ANA, Server, admin};

fn reply(body: &str) -> Value {
    change("reply", &json!({ "body": body }))
}

fn status(word: &str) -> Value {
    change("status", &json!({ "status": word }))
}

fn status_of(detail: &Value) -> &str {
    detail["conversation"]["status"].as_str().unwrap()
}

#[tokio::test]
async fn pitfall_15_replies_pass_the_turn_and_what_is_closed_stays_closed() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    let (ada, ana) = (&server.ada, &server.ana);
    let note = change("internal-note", &json!({ "body": "n" }));
    for (token, body, expected) in [
        (ada, &note, "open"),
        (ada, &reply("a"), "pending"),
        (ada, &note, "pending"),
        (ada, &reply("b"), "pending"),
        (ana, &reply("c"), "open"),
        (ada, &status("pending"), "pending"),
        (ana, &reply("d"), "open"),
        (ada, &status("closed"), "closed"),
        (ana, &reply("e"), "closed"),
        (ada, &reply("f"), "closed"),
        (ada, &status("open"), "open"),
    ] {
        let read = patched(&server, token, &id, body).await;
        assert_eq!(status_of(&read), expected, "{body}");
        // Message rows repeat the status that the conversation has now.
        for message in read["messages"].as_array().unwrap() {
            assert_eq!(message["status"], expected);
        }
    }
    // Only what was set has an entry.
    let read = detail(&server, &server.ada, &id).await;
    let set: Vec<_> = read["messages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|message| message["messageType"] == "status-change")
        .map(|message| message["metadata"]["status"].as_str().unwrap())
        .collect();
    assert_eq!(set, ["pending", "closed", "open"]);
    assert_eq!(messages(&read).len(), 12);
}

#[tokio::test]
async fn pitfall_15_the_status_that_it_has_already_is_refused_in_a_sentence() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    for word in ["open", "pending", "closed"] {
        if word != "open" {
            patched(&server, &server.ada, &id, &status(word)).await;
        }
        let path = format!("/{id}");
        let answer = call(&server, Some(&server.ada), "PATCH", &path, &status(word)).await;
        let expected = format!("Conversation is already {word}.");
        assert_eq!((answer.status, answer.text), (400, expected));
    }
}

/// A row of the list and the detail tell of the same entry, to either side.
#[tokio::test]
async fn a_list_and_a_detail_agree_on_what_came_last() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    let note = change("internal-note", &json!({ "body": "n" }));
    let tags = change("metadata", &json!({ "tags": ["VIP"] }));
    for (body, for_agents, for_customers) in [
        (&reply("a"), "message", "message"),
        (&status("closed"), "status-change", "status-change"),
        // Housekeeping is no entry of the thread.
        (&tags, "status-change", "status-change"),
        (&note, "internal-note", "status-change"),
        (&status("open"), "status-change", "status-change"),
        (&reply("b"), "message", "message"),
    ] {
        patched(&server, &server.ada, &id, body).await;
        for (token, expected) in [(&server.ada, for_agents), (&server.ana, for_customers)] {
            let detail = detail(&server, token, &id).await;
            let list = call(&server, Some(token), "GET", "?projectId=internal", &Value::Null).await;
            let row = &list.body["conversations"][0];
            for name in ["lastMessageType", "preview", "lastActivityAt", "status"] {
                assert_eq!(row[name], detail["conversation"][name], "{name} {body}");
            }
            assert_eq!(row["lastMessageType"], expected, "{body}");
            assert_eq!(
                row["preview"].as_str().unwrap().starts_with("Status changed to "),
                expected == "status-change",
                "{row}"
            );
        }
    }
}

#[tokio::test]
async fn the_closing_time_goes_with_the_status() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    let closed_at = |detail: &Value| detail["conversation"]["closedAt"].clone();
    assert!(closed_at(&patched(&server, &server.ada, &id, &status("closed")).await).is_string());
    assert!(closed_at(&patched(&server, &server.ana, &id, &reply("x")).await).is_null());
    assert!(closed_at(&detail(&server, &server.ada, &id).await).is_string());
    assert!(closed_at(&patched(&server, &server.ada, &id, &status("pending")).await).is_null());
}

fn millis(time: &Value) -> i64 {
    inbox_model::Timestamp::parse(time.as_str().unwrap()).unwrap().as_millis()
}

#[tokio::test]
async fn pitfall_15_answers_are_due_as_the_project_means_to_give_them() {
    let server = Server::new().await;
    let policy = SlaPolicy {
        enabled: true,
        first_response_minutes: Some(10),
        next_response_minutes: Some(30),
        due_soon_minutes: None,
    };
    let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
    write.set_sla(&policy).await.unwrap();
    write.finish(None).await.unwrap();

    // The agent's own first message starts nothing, and is no response.
    let outreach = begun(&server, &server.ada, &create(ANA)).await;
    let read = detail(&server, &server.ada, &outreach).await;
    let metadata = |read: &Value| read["conversation"]["metadata"].clone();
    for name in
        ["firstResponseDueAt", "firstResponseAt", "nextResponseDueAt", "lastCustomerReplyAt"]
    {
        assert_eq!(metadata(&read)[name], Value::Null, "{name}");
    }

    let id = begun(&server, &server.ana, &create(ANA)).await;
    let read = metadata(&detail(&server, &server.ada, &id).await);
    let asked = millis(&read["lastCustomerReplyAt"]);
    assert_eq!(millis(&read["firstResponseDueAt"]), asked + 10 * 60_000);
    assert_eq!(
        (&read["firstResponseAt"], &read["nextResponseDueAt"]),
        (&Value::Null, &Value::Null)
    );
    // A note is no response, and a second question no new deadline.
    patched(&server, &server.ada, &id, &change("internal-note", &json!({ "body": "n" }))).await;
    patched(&server, &server.ana, &id, &reply("?")).await;
    let read = metadata(&detail(&server, &server.ada, &id).await);
    assert_eq!(
        (&read["firstResponseAt"], &read["nextResponseDueAt"]),
        (&Value::Null, &Value::Null)
    );
    // The first response is noted once; a reply that opens what was pending is to be answered too.
    let read = metadata(&patched(&server, &server.ada, &id, &reply("a")).await);
    let first = read["firstResponseAt"].clone();
    assert!(first.is_string());
    patched(&server, &server.ana, &id, &reply("b")).await;
    let read = metadata(&detail(&server, &server.ada, &id).await);
    let again = millis(&read["lastCustomerReplyAt"]);
    assert_eq!(millis(&read["nextResponseDueAt"]), again + 30 * 60_000);
    let read = metadata(&patched(&server, &server.ada, &id, &reply("c")).await);
    assert_eq!((&read["nextResponseDueAt"], &read["firstResponseAt"]), (&Value::Null, &first));
    // To the customer all of that is blank.
    let read = metadata(&detail(&server, &server.ana, &id).await);
    assert!(
        read.as_object().unwrap().iter().all(|(name, value)| name == "tags" || value.is_null())
    );
}

/// The status is that of the conversation already: the same call has made it so.
#[tokio::test]
async fn a_repetition_is_told_what_was_done_also_after_its_answer_was_forgotten() {
    let server = Server::new().await;
    let own = server.conversation_of_ana().await;
    let part = server.say(&own, admin(ADA, "reply", "oops")).await.id();
    let path = format!("/{}", uuid_of_text(&own).unwrap());
    let close = async || {
        let key = [("idempotency-key", "close-1")];
        let token = Some(server.ada.as_str());
        call_with(&server, token, "PATCH", &path, &status("closed"), &key).await
    };
    let first = close().await;
    assert_eq!(first.status, 200, "{}", first.text);
    let redact = json!({ "conversationId": own, "conversationPartId": part, "type": "conversation_part", "actingAdminId": ADA });
    assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
    let again = close().await;
    assert_eq!((again.status, status_of(&again.body)), (200, "closed"), "{}", again.text);
    assert!(!again.text.contains("oops"));
    // Somebody else's call is refused as ever.
    let other = call(&server, Some(&server.ada), "PATCH", &path, &status("closed")).await;
    assert_eq!(other.status, 400);
}
