//! The live stream: resuming, presence, typing.

use std::sync::Arc;
use std::time::Duration;

use inbox_dialects::live::SseEvent;
use serde_json::{Value, json};

use crate::server::{ADA, ANA, BEN, LEO, Server, admin, contact_reply};
use crate::stream::Stream;

fn data(event: &SseEvent) -> Value {
    serde_json::from_str(&event.data).unwrap()
}

#[tokio::test]
async fn whoever_comes_back_is_told_exactly_what_they_missed() {
    let server = Server::new().await;
    let one = server.conversation_of_ana().await;
    let two = server.conversation_of_ana().await;
    for (token, mine) in [(&server.ada, "the agent"), (&server.ana, "the customer")] {
        let mut stream = Stream::open(&server, token, None).await;
        let last = stream.any().await.unwrap().id.unwrap();
        drop(stream);
        server.say(&one, admin(ADA, "reply", "a")).await;
        server.say(&two, admin(ADA, "reply", "b")).await;
        server.say(&one, contact_reply(ANA, "c")).await;
        let mut stream = Stream::open(&server, token, Some(&last)).await;
        let mut missed = Vec::new();
        for _ in 0..3 {
            missed.push(stream.any().await.unwrap());
        }
        let places: Vec<_> = missed.iter().map(|event| data(event)["id"].clone()).collect();
        assert_eq!(places, [one.as_str(), two.as_str(), one.as_str()], "{mine}");
        assert!(missed.iter().all(|event| event.name == "conversation"), "{mine}");
        // Then comes the present, and what follows.
        assert_eq!(stream.any().await.unwrap().name, "presence", "{mine}");
        server.say(&two, admin(ADA, "reply", "d")).await;
        assert_eq!(data(&stream.next("conversation").await)["id"], two.as_str(), "{mine}");
        // From the middle, only the rest.
        let middle = missed[1].id.clone().unwrap();
        let mut stream = Stream::open(&server, token, Some(&middle)).await;
        assert_eq!(stream.any().await.unwrap(), missed[2], "{mine}");
    }
}

#[tokio::test]
async fn what_cannot_be_resumed_is_reset() {
    let server = Server::new().await;
    server.conversation_of_ana().await;
    let mut stream = Stream::open(&server, &server.ada, None).await;
    let last = stream.any().await.unwrap().id.unwrap();
    let (epoch, _) = last.split_once('.').unwrap();
    for unknown in
        ["17", "nonsense", "00000000.a.1", &format!("{epoch}.a.999"), &format!("{epoch}.c.1")]
    {
        let mut stream = Stream::open(&server, &server.ada, Some(unknown)).await;
        let first = stream.any().await.unwrap();
        assert_eq!(first.name, "reset", "{unknown}");
        assert_eq!(first.id.as_deref(), Some(last.as_str()), "{unknown}");
    }
    // The number of events at once has an end, too.
    let id = server.conversation_of_ana().await;
    for count in 0..501 {
        let title = json!({ "title": format!("title {count}") });
        assert_eq!(server.patch(&server.ada, &format!("/{id}"), title).await.status, 200);
    }
    let mut stream = Stream::open(&server, &server.ada, Some(&last)).await;
    assert_eq!(stream.any().await.unwrap().name, "reset");
}

#[tokio::test]
async fn a_deleted_conversation_is_told_to_those_who_could_see_it() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let other = server.post(&server.leo, "", crate::server::begin(LEO, "hi")).await.id();
    let mut ada = Stream::open(&server, &server.ada, None).await;
    let mut ana = Stream::open(&server, &server.ana, None).await;
    let mut leo = Stream::open(&server, &server.leo, None).await;
    assert_eq!(server.delete(&server.ada, &format!("/{id}"), Value::Null).await.status, 200);
    assert_eq!(data(&ada.next("deleted").await)["id"], id.as_str());
    assert_eq!(data(&ana.next("deleted").await)["id"], id.as_str());
    server.say(&other, admin(ADA, "reply", "x")).await;
    leo.next("conversation").await;
    assert!(leo.passed().iter().all(|event| event.name == "presence"));
}

#[tokio::test]
async fn a_contact_who_is_taken_out_is_told_that_it_is_gone() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}/participants");
    let mut leo = Stream::open(&server, &server.leo, None).await;
    server.post(&server.ada, &path, json!({ "participant": { "id": LEO } })).await;
    assert_eq!(data(&leo.next("conversation").await)["id"], id.as_str());
    server.delete(&server.ada, &path, json!({ "id": LEO })).await;
    assert_eq!(data(&leo.next("deleted").await)["id"], id.as_str());
}

#[tokio::test]
async fn presence_tells_agents_of_everybody_and_customers_of_agents() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let mut ada = Stream::open(&server, &server.ada, None).await;
    let mut ana = Stream::open(&server, &server.ana, None).await;
    let seen = data(&ana.next("presence").await);
    assert_eq!(seen, json!({ "online": [{ "kind": "agent", "name": "Ada" }], "viewing": {} }));
    let ben = Stream::open(&server, &server.ben, None).await;
    let viewing = json!({ "conversationId": id });
    server.own(Some(&server.ben), "POST", "/live/viewing", &viewing, &[]).await;
    loop {
        let presence = data(&ada.next("presence").await);
        let online: Vec<_> =
            presence["online"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        if presence["viewing"][&id][0]["id"] == BEN {
            assert_eq!(online, [ADA, BEN, ANA]);
            break;
        }
    }
    drop(ben);
    loop {
        let presence = data(&ada.next("presence").await);
        if presence["online"].as_array().unwrap().len() == 2 {
            assert_eq!(presence["viewing"], json!({}));
            break;
        }
    }
}

#[tokio::test]
async fn typing_reaches_the_other_side_and_ends_by_itself() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let mut ana = Stream::open(&server, &server.ana, None).await;
    let mut leo = Stream::open(&server, &server.leo, None).await;
    let mut ben = Stream::open(&server, &server.ben, None).await;
    let mut ada = Stream::open(&server, &server.ada, None).await;
    let types = async |token: &str, typing: bool| {
        let body = json!({ "conversationId": id, "typing": typing });
        let answer = server.own(Some(token), "POST", "/live/typing", &body, &[]).await;
        assert_eq!(answer.status, 204);
    };
    types(&server.ada, true).await;
    types(&server.ada, true).await; // told once
    let told = data(&ana.next("typing").await);
    let nameless = json!({ "kind": "agent", "name": "Ada" });
    assert_eq!(told, json!({ "conversationId": id, "participant": nameless, "typing": true }));
    assert_eq!(data(&ben.next("typing").await)["participant"]["id"], ADA);
    // Whoever says it no longer types it.
    server.say(&id, admin(ADA, "reply", "here you are")).await;
    assert_eq!(data(&ana.next("typing").await)["typing"], false);
    // A customer's typing reaches the agents.
    types(&server.ana, true).await;
    assert_eq!(data(&ada.next("typing").await)["participant"]["id"], ANA);
    types(&server.ana, false).await;
    assert_eq!(data(&ada.next("typing").await)["typing"], false);
    // Ada has not heard of herself, and Leo of nobody.
    assert!(!ada.passed().iter().any(|event| event.name == "typing"));
    server.post(&server.leo, "", crate::server::begin(LEO, "hi")).await;
    leo.next("conversation").await;
    assert!(leo.passed().iter().all(|event| event.name == "presence"));
    // Silence ends it after six seconds.
    types(&server.ana, true).await;
    assert_eq!(data(&ada.next("typing").await)["typing"], true);
    server.app.hub().sweep();
    tokio::time::pause();
    tokio::time::advance(Duration::from_millis(6_001)).await;
    tokio::time::resume();
    server.app.hub().sweep();
    assert_eq!(data(&ada.next("typing").await)["typing"], false);
}

#[tokio::test]
async fn from_a_reply_to_a_note_the_customer_sees_the_typing_end() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let mut ana = Stream::open(&server, &server.ana, None).await;
    for note in [false, true] {
        let body = json!({ "conversationId": id, "typing": true, "note": note });
        server.own(Some(&server.ada), "POST", "/live/typing", &body, &[]).await;
    }
    assert_eq!(data(&ana.next("typing").await)["typing"], true);
    assert_eq!(data(&ana.next("typing").await)["typing"], false);
    server.say(&id, admin(ADA, "note", "x")).await;
    server.say(&id, admin(ADA, "reply", "y")).await;
    ana.next("conversation").await;
    assert!(ana.passed().iter().all(|event| event.name == "presence"), "{:?}", ana.passed());
}

#[tokio::test]
async fn a_slow_reader_is_reset_and_holds_nobody_up() {
    let server = Arc::new(Server::new().await);
    let id = server.conversation_of_ana().await;
    let mut slow = Stream::open(&server, &server.ada, None).await;
    // Far more than the queue and the channel hold, while nobody reads.
    for count in 0..1_200 {
        let title = json!({ "title": format!("title {count}") });
        assert_eq!(server.patch(&server.ada, &format!("/{id}"), title).await.status, 200);
    }
    let mut last = 0;
    let reset = loop {
        let event = slow.any().await.unwrap();
        match event.name.as_str() {
            "reset" => break event,
            "conversation" => last = data(&event)["version"].as_u64().unwrap(),
            _ => {}
        }
    };
    assert!(last < 200, "{last}");
    // It goes on from there, and tells nothing twice.
    server.say(&id, admin(ADA, "reply", "after")).await;
    let next = slow.next("conversation").await;
    assert_eq!(data(&next)["version"], 1_202);
    assert_ne!(next.id, reset.id);
}

#[tokio::test]
async fn nobody_opens_streams_without_end() {
    let server = Server::new().await;
    let mut open = Vec::new();
    for _ in 0..64 {
        open.push(Stream::open(&server, &server.leo, None).await);
    }
    assert_eq!(Stream::status(&server, &server.leo).await, 429);
    // That is no concern of others, and over when one is closed: its task notices in its own time.
    assert_eq!(Stream::status(&server, &server.ada).await, 200);
    open.pop();
    while Stream::status(&server, &server.leo).await == 429 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_stream_ends_when_the_server_stops() {
    let server = Server::new().await;
    let mut stream = Stream::open(&server, &server.ada, None).await;
    server.app.hub().stop();
    while stream.any().await.is_some() {}
}

#[tokio::test]
async fn a_stream_ends_when_its_token_is_revoked() {
    let server = Server::new().await;
    let mut stream = Stream::open(&server, &server.ada, None).await;
    let now = inbox_server::clock::now();
    assert!(server.app.store().revoke_token(&server.ada, now).await.unwrap());
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(16)).await;
    tokio::time::resume();
    while stream.any().await.is_some() {}
}
