//! Lists: paging while rows move, cursors from elsewhere, filters, counts.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::server::{ADA, ANA, Answer, BEN, LEO, Server, VIP, admin, begin, contact_reply};

fn ids(answer: &Answer) -> Vec<String> {
    let data = answer.body["data"].as_array().unwrap().iter();
    data.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

fn cursor(answer: &Answer) -> String {
    answer.body["nextCursor"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn pages_follow_each_other_while_rows_move() {
    let server = Server::new().await;
    let mut made = Vec::new();
    for _ in 0..12 {
        made.push(server.conversation_of_ana().await);
    }
    for token in [&server.ada, &server.ana] {
        let first = server.get(token, "").await;
        assert_eq!(ids(&first).len(), 10); // the contract's default
        let first = server.get(token, "?limit=5").await;
        let mut seen = ids(&first);
        // One of the page moves to the top, and one that was not seen yet is deleted.
        server.say(&seen[2], contact_reply(ANA, "again")).await;
        let second = server.get(token, &format!("?limit=5&cursor={}", cursor(&first))).await;
        seen.extend(ids(&second));
        let third = server.get(token, &format!("?limit=100&cursor={}", cursor(&second))).await;
        seen.extend(ids(&third));
        assert_eq!(third.body["nextCursor"], Value::Null);
        assert_eq!(seen.iter().collect::<HashSet<_>>().len(), 12);
        assert_eq!(seen.len(), 12);
        let top = ids(&server.get(token, "?limit=1").await);
        assert_eq!(top[0], seen[2]);
    }
}

#[tokio::test]
async fn rows_of_the_same_instant_are_neither_lost_nor_told_twice() {
    let server = Server::new().await;
    for count in 0..7 {
        let mut body = begin(ANA, &format!("message {count}"));
        body["createdAt"] = json!("2020-01-01T00:00:00Z");
        server.post(&server.ada, "", body).await;
    }
    let mut seen = Vec::new();
    let mut path = "?limit=2".to_owned();
    loop {
        let page = server.get(&server.ada, &path).await;
        seen.extend(ids(&page));
        match page.body["nextCursor"].as_str() {
            Some(cursor) => path = format!("?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!((seen.len(), seen.iter().collect::<HashSet<_>>().len()), (7, 7));
}

#[tokio::test]
async fn a_cursor_from_elsewhere_is_refused() {
    let server = Server::new().await;
    for _ in 0..3 {
        server.conversation_of_ana().await;
    }
    let other = Server::new().await;
    other.conversation_of_ana().await;
    other.conversation_of_ana().await;
    let mine = cursor(&server.get(&server.ada, "?limit=1&state=open").await);
    let bens = cursor(&server.get(&server.ben, "?limit=1&state=open").await);
    let anas = cursor(&server.get(&server.ana, "?limit=1&state=open").await);
    let theirs = cursor(&other.get(&other.ada, "?limit=1&state=open").await);
    let good = format!("?limit=2&state=open&cursor={mine}");
    assert_eq!(server.get(&server.ada, &good).await.status, 200);
    let before = server.dump().await;
    for (why, query) in [
        ("another agent's", format!("?state=open&cursor={bens}")),
        ("a customer's", format!("?state=open&cursor={anas}")),
        ("another store's", format!("?state=open&cursor={theirs}")),
        ("another list's", format!("?state=closed&cursor={mine}")),
        ("no filter's", format!("?cursor={mine}")),
        ("changed", format!("?state=open&cursor=B{}", &mine[1..])),
        ("cut", format!("?state=open&cursor={}", &mine[..8])),
        ("too long", format!("?state=open&cursor={}", mine.repeat(40))),
    ] {
        let answer = server.get(&server.ada, &query).await;
        assert_eq!((answer.status, answer.code()), (400, "invalid_cursor"), "{why}");
    }
    assert!(before == server.dump().await);
}

#[tokio::test]
async fn filters_narrow_and_counts_count() {
    let server = Server::new().await;
    let mut made = Vec::new();
    for _ in 0..4 {
        made.push(server.conversation_of_ana().await);
    }
    let change = async |at: usize, body: Value| {
        let answer = server.patch(&server.ada, &format!("/{}", made[at]), body).await;
        assert_eq!(answer.status, 200);
    };
    change(0, json!({ "state": "closed" })).await;
    change(1, json!({ "state": "snoozed", "snoozedUntil": "2999-01-01T00:00:00Z" })).await;
    change(2, json!({ "adminAssigneeId": ADA })).await;
    change(3, json!({ "markAsRead": { "adminIds": [ADA] } })).await;
    server.say(&made[3], admin(BEN, "note", "n")).await;
    let listed = async |query: &str| {
        let mut ids = ids(&server.get(&server.ada, query).await);
        ids.sort();
        ids.iter()
            .map(|id| made.iter().position(|made| made == id).unwrap())
            .collect::<HashSet<_>>()
    };
    for (query, expected) in [
        ("", vec![0, 1, 2, 3]),
        ("?state=open", vec![2, 3]),
        ("?state=closed", vec![0]),
        ("?state=snoozed", vec![1]),
        (&format!("?assignee={ADA}"), vec![2]),
        (&format!("?assignee={BEN}"), vec![]),
        ("?assignee=none", vec![0, 1, 3]),
        ("?assignee=none&state=open", vec![3]),
        ("?unread=true", vec![0, 1, 2]),
        ("?unread=true&state=open", vec![2]),
    ] {
        assert_eq!(listed(query).await, expected.into_iter().collect(), "{query}");
    }
    let list = server.get(&server.ada, "?limit=1").await;
    let counts =
        json!({ "open": 2, "snoozed": 1, "closed": 1, "unread": 1, "mine": 1, "unassigned": 1 });
    assert_eq!(list.body["inbox"]["counts"], counts);
    // No list is a customer's business but their own.
    assert!(server.get(&server.ana, "").await.body["inbox"]["counts"].is_null());
    assert_eq!(server.get(&server.leo, "").await.body["data"], json!([]));
}

#[tokio::test]
async fn a_row_tells_what_was_said_last() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    server.say(&id, admin(ADA, "reply", "an **answer**")).await;
    server.say(&id, admin(BEN, "note", "a note")).await;
    server.patch(&server.ada, &format!("/{id}"), json!({ "state": "closed" })).await;
    let preview =
        async |token: &str| server.get(token, "").await.body["data"][0]["inbox"]["preview"].clone();
    let agents = preview(&server.ada).await;
    assert_eq!((&agents["text"], &agents["note"]), (&json!("a note"), &json!(true)));
    let anas = preview(&server.ana).await;
    assert!(anas["text"].as_str().unwrap().contains("answer"), "{anas}");
    assert_eq!(anas["author"]["name"], "Ada");
    assert!(server.get(&server.ada, "").await.body["data"][0]["conversationParts"].is_null());
    assert!(!server.get(&server.leo, "").await.text.contains(LEO));
}

/// However many tags are named: twice is once, and there is an end to it.
#[tokio::test]
async fn a_list_is_narrowed_by_many_tags() {
    use crate::{intercom, voicebot};

    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    server.conversation_of_ana().await;
    let tag = json!({ "tagId": VIP, "actingAdminId": ADA });
    server.post(&server.ada, &format!("/{id}/tags"), tag).await;
    let list = |count: usize, id: &dyn Fn(usize) -> String| {
        (0..count).map(id).collect::<Vec<_>>().join(",")
    };
    let others = |at: usize| if at == 0 { VIP.to_owned() } else { format!("{at:024x}") };
    let numbers =
        |at: usize| if at == 0 { voicebot::person(VIP).to_string() } else { at.to_string() };
    let ask = async |api: &str, ids: &str| match api {
        "featurebase" => server.get(&server.ada, &format!("?tagIds={ids}")).await,
        "intercom" => {
            let path = format!("/conversations?tag_ids={ids}");
            intercom::api::get(&server, &server.ada, &path).await
        }
        _ => {
            let path = format!("/conversations?tags={ids}");
            server.vb(&server.ada, "GET", &path, Value::Null).await
        }
    };
    for (api, rows, refused) in [
        ("featurebase", "data", 400),
        ("intercom", "conversations", 400),
        ("voicebot", "data", 422),
    ] {
        let id: &dyn Fn(usize) -> String = if api == "voicebot" { &numbers } else { &others };
        let same = |_| id(0);
        for (ids, count) in [
            (list(1, id), Some(1)),
            (list(1_500, &same), Some(1)),
            (list(2, id), Some(0)),
            (list(100, id), Some(0)),
            (list(101, id), None),
            (list(1_000, id), None),
        ] {
            let answer = ask(api, &ids).await;
            let status = if count.is_some() { 200 } else { refused };
            assert_eq!(answer.status, status, "{api}: {}", answer.text);
            let found = answer.body[rows].as_array().map(Vec::len);
            assert_eq!(found, count, "{api}: {}", answer.text);
        }
    }
}
