//! A note never reaches a customer: not its words, its author, its number, nor its moment.

use inbox_server::clock;
use serde_json::{Value, json};

use crate::server::{ADA, ANA, Server, VIP, admin, contact_reply, parts};
use crate::stream::Stream;

/// Everything that a customer can read of a conversation.
async fn seen(server: &Server, id: &str) -> [Value; 3] {
    let ana = &server.ana;
    let conversation = server.get(ana, &format!("/{id}")).await.body;
    let list = server.get(ana, "").await.body;
    let session = server.own(Some(ana), "GET", "/session", &Value::Null, &[]).await.body;
    [conversation, list, session]
}

#[tokio::test]
async fn a_note_changes_nothing_that_a_customer_can_read() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    server.conversation_of_ana().await;
    server.say(&id, admin(ADA, "reply", "we look into it")).await;
    let before = seen(&server, &id).await;
    // Later by a millisecond at least, so that no time is the same by chance.
    let then = clock::now();
    while clock::now() == then {
        tokio::task::yield_now().await;
    }
    server.say(&id, admin(ADA, "note", "sentinel-note")).await;
    let mut company = vec![
        json!({ "adminAssigneeId": ADA, "actingAdminId": ADA }),
        json!({ "customAttributes": { "sentinel": "attribute" } }),
        json!({ "markAsRead": { "adminIds": [ADA] }, "actingAdminId": ADA }),
    ];
    for change in company.drain(..) {
        assert_eq!(server.patch(&server.ada, &format!("/{id}"), change).await.status, 200);
    }
    let tag = json!({ "tagId": VIP, "actingAdminId": ADA });
    assert_eq!(server.post(&server.ada, &format!("/{id}/tags"), tag).await.status, 200);
    assert_eq!(seen(&server, &id).await, before);
    // The agents see all of it.
    let desk = server.get(&server.ada, &format!("/{id}")).await;
    assert!(desk.text.contains("sentinel-note") && desk.text.contains("VIP"));
}

#[tokio::test]
async fn a_customers_answers_to_writes_tell_of_no_note() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let note = server.say(&id, admin(ADA, "note", "sentinel-note")).await.id();
    let path = format!("/{id}");
    let read = json!({ "markAsRead": { "contactIds": [ANA] } });
    let answers = [
        server.patch(&server.ana, &path, read).await.text,
        server.post(&server.ana, &format!("{path}/reply"), contact_reply(ANA, "hm")).await.text,
        server.get(&server.ana, &path).await.text,
        server.get(&server.ana, "").await.text,
        server.get(&server.ana, "?unread=true").await.text,
    ];
    for text in answers {
        assert!(!text.contains("sentinel-note") && !text.contains(&note), "{text}");
        assert!(!text.contains(ADA) && !text.contains("company.example"), "{text}");
    }
    let mine = parts(&server.get(&server.ana, &path).await.body);
    assert_eq!(mine, [("user_msg".into(), "hello there".into()), ("user_msg".into(), "hm".into())]);
}

#[tokio::test]
async fn reading_twice_does_not_tell_whether_there_was_a_note() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    server.say(&id, admin(ADA, "reply", "we look into it")).await;
    let path = format!("/{id}");
    let read = async || {
        let read = json!({ "markAsRead": { "contactIds": [ANA] } });
        server.patch(&server.ana, &path, read).await.body
    };
    let first = read().await;
    server.say(&id, admin(ADA, "note", "sentinel-note")).await;
    assert_eq!(read().await, first);
    // The company is told, as the contract wants it: receipts move on whatever the reader can see.
    let desk = server.get(&server.ada, &path).await.body;
    assert_eq!(desk["readReceipts"][0]["lastReadPartId"], desk["conversationParts"][2]["id"]);
}

#[tokio::test]
async fn the_live_stream_tells_a_customer_of_no_note() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let mut ana = Stream::open(&server, &server.ana, None).await;
    let mut ada = Stream::open(&server, &server.ada, None).await;
    server.say(&id, admin(ADA, "note", "sentinel-note")).await;
    let typing = json!({ "conversationId": id, "typing": true, "note": true });
    server.own(Some(&server.ada), "POST", "/live/typing", &typing, &[]).await;
    server.say(&id, admin(ADA, "reply", "an answer")).await;
    // The answer is the next thing that Ana hears of, as version 2: there was no note.
    let heard = ana.next("conversation").await;
    assert_eq!(heard.data, json!({ "id": id, "version": 2 }).to_string());
    assert!(ana.passed().iter().all(|event| event.name == "presence"), "{:?}", ana.passed());
    // And its number is the next one, too.
    let first = ana.first_id();
    let number = |id: &str| id.rsplit('.').next().unwrap().parse::<i64>().unwrap();
    assert_eq!(number(heard.id.as_deref().unwrap()), number(&first) + 1);
    assert_eq!(ada.next("conversation").await.data, json!({ "id": id, "version": 2 }).to_string());
    assert_eq!(ada.next("conversation").await.data, json!({ "id": id, "version": 3 }).to_string());
}
