//! What is told live is told to one organisation.

use std::time::Duration;

use inbox_dialects::live::SseEvent;
use inbox_server::clock;
use serde_json::{Value, json};

use crate::server::{ADA, Server, admin};
use crate::stream::Stream;
use crate::tenants::{ANA_THERE, CEM, Second};

fn data(event: &SseEvent) -> Value {
    serde_json::from_str(&event.data).unwrap()
}

fn number(id: &str) -> u64 {
    id.rsplit('.').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn nothing_of_the_other_is_told() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let (own, theirs) =
        (server.conversation_of_ana().await, second.conversation_of_ana(&server).await);
    let there = second.header();
    // Ada listens here and there, each time beside somebody who is only here or there.
    let mut here = [
        Stream::open(&server, &server.ada, None).await,
        Stream::open(&server, &server.ben, None).await,
        Stream::open(&server, &server.ana, None).await,
    ];
    let mut beyond = [
        Stream::open_with(&server, &server.ada, None, &there).await,
        Stream::open(&server, &second.cem, None).await,
        Stream::open(&server, &second.ana, None).await,
    ];
    // Everything that can be told happens in the second.
    let typing = json!({ "conversationId": theirs, "typing": true });
    let viewing = json!({ "conversationId": theirs });
    server.own(Some(&second.cem), "POST", "/live/typing", &typing, &[]).await;
    server.own(Some(&second.ana), "POST", "/live/typing", &typing, &[]).await;
    server.own(Some(&second.cem), "POST", "/live/viewing", &viewing, &[]).await;
    server.own(Some(&server.ada), "POST", "/live/viewing", &viewing, &there).await;
    let path = format!("/{theirs}/reply");
    assert_eq!(server.post(&second.cem, &path, admin(CEM, "reply", "x")).await.status, 201);
    for stream in &mut beyond {
        assert_eq!(data(&stream.next("conversation").await)["id"], theirs.as_str());
    }
    assert!(beyond[0].passed().iter().any(|event| event.name == "typing"));
    let gone = server.delete(&second.cem, &format!("/{theirs}"), Value::Null).await;
    assert_eq!(gone.status, 200);
    for stream in &mut beyond {
        assert_eq!(data(&stream.next("deleted").await)["id"], theirs.as_str());
    }
    // Ada is here, and looks at something there.
    let mut fresh = Stream::open(&server, &server.ben, None).await;
    let presence = data(&fresh.any().await.unwrap());
    assert_eq!(presence["viewing"], json!({}));
    assert_eq!(presence["online"].as_array().unwrap().len(), 3, "{presence}");
    // The first's next event is the first thing that the first is told.
    server.say(&own, admin(ADA, "reply", "x")).await;
    for stream in &mut here {
        assert_eq!(data(&stream.next("conversation").await)["id"], own.as_str());
        for event in stream.passed() {
            assert_eq!(event.name, "presence");
            for word in [CEM, "Cem", ANA_THERE, "second", &theirs] {
                assert!(!event.data.contains(word), "{word}: {}", event.data);
            }
        }
    }
}

#[tokio::test]
async fn who_comes_and_goes_elsewhere_is_not_even_a_repeated_presence() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let own = server.conversation_of_ana().await;
    let mut ben = Stream::open(&server, &server.ben, None).await;
    let later = async || {
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(1)).await;
        tokio::time::resume();
    };
    for _ in 0..3 {
        let cem = Stream::open(&server, &second.cem, None).await;
        later().await;
        drop(cem);
        later().await;
    }
    server.say(&own, admin(ADA, "reply", "x")).await;
    ben.next("conversation").await;
    assert_eq!(ben.passed().len(), 1, "{:?}", ben.passed());
}

#[tokio::test]
async fn events_are_numbered_and_resumed_within_an_organisation() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let there = second.header();
    let mut first = Stream::open(&server, &server.ada, None).await;
    let first = first.any().await.unwrap().id.unwrap();
    let mut beyond = Stream::open_with(&server, &server.ada, None, &there).await;
    let beyond = beyond.any().await.unwrap().id.unwrap();
    let own = server.conversation_of_ana().await;
    let theirs = second.conversation_of_ana(&server).await;
    server.say(&own, admin(ADA, "reply", "x")).await;
    server.say(&own, admin(ADA, "reply", "y")).await;
    let missed = async |last: &str, headers: &[(&'static str, &str)], count: usize| {
        let mut stream = Stream::open_with(&server, &server.ada, Some(last), headers).await;
        let mut missed = Vec::new();
        for _ in 0..count {
            let event = stream.any().await.unwrap();
            missed.push((data(&event)["id"].clone(), number(event.id.as_deref().unwrap())));
        }
        assert_eq!(stream.any().await.unwrap().name, "presence");
        missed
    };
    // Each counts from one, whatever happens beside it.
    let own = json!(own);
    let of_first = [(own.clone(), 1), (own.clone(), 2), (own, 3)];
    assert_eq!(missed(&first, &[], 3).await, of_first);
    assert_eq!(missed(&beyond, &there, 1).await, [(json!(theirs), 1)]);
    let mut fresh = Stream::open_with(&server, &server.ada, None, &there).await;
    assert_eq!(number(fresh.any().await.unwrap().id.as_deref().unwrap()), 1);
    // A number of the one is none of the other.
    for (last, headers) in [(&first, &there[..]), (&beyond, &[])] {
        let mut stream = Stream::open_with(&server, &server.ada, Some(last), headers).await;
        assert_eq!(stream.any().await.unwrap().name, "reset", "{last}");
    }
}

#[tokio::test]
async fn what_is_forgotten_is_old_in_its_own_organisation() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let mut stream = Stream::open(&server, &second.cem, None).await;
    let last = stream.any().await.unwrap().id.unwrap();
    let theirs = second.conversation_of_ana(&server).await;
    // Twenty thousand events here do not push out the one there.
    server.conversation_of_ana().await;
    let events = "WITH RECURSIVE more (number) AS (SELECT 2 UNION ALL
                      SELECT number + 1 FROM more WHERE number < 20000)
                  INSERT INTO events
                      (organisation_id, number, conversation_id, version, kind, created_at)
                  SELECT (SELECT id FROM organisations ORDER BY created_at LIMIT 1), number, 'x',
                         1, 'changed', 0 FROM more";
    server.sql(events).await;
    server.app.store().prune_events().await.unwrap();
    let kept = server.dump().await.lines().filter(|row| row.starts_with("events:")).count();
    assert_eq!(kept, 10_001);
    let mut stream = Stream::open(&server, &second.cem, Some(&last)).await;
    assert_eq!(data(&stream.any().await.unwrap())["id"], theirs.as_str());
}

#[tokio::test]
async fn a_stream_ends_with_the_membership() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let store = server.app.store();
    let change = async |organisation, joins: bool| {
        let mut write = store.write(organisation, clock::now()).await.unwrap();
        if joins {
            write.add_member(&ADA.into()).await.unwrap();
        } else {
            write.remove_member(&ADA.into()).await.unwrap();
        }
        write.finish(None).await.unwrap();
    };
    let heartbeat = async || {
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(16)).await;
        tokio::time::resume();
    };
    // This one names the organisation.
    let named = Stream::open_with(&server, &server.ada, None, &second.header()).await;
    change(&second.id, false).await;
    heartbeat().await;
    named.ends().await;
    // This one does not: when she is no member here any more she acts for the other, and the stream
    // is not that one's.
    change(&second.id, true).await;
    let default = Stream::open(&server, &server.ada, None).await;
    change(&server.organisation, false).await;
    heartbeat().await;
    default.ends().await;
    assert_eq!(server.get(&server.ada, "").await.status, 200);
}
