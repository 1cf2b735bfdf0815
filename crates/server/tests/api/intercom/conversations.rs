//! Conversations from their beginning to their end.

use serde_json::{Value, json};

use super::api::{admin, begin, call, code, get, number, parts, post, put, user};
use crate::server::{ADA, ANA, BEN, LEO, Server, VIP};

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(one, two)| ((*one).to_owned(), (*two).to_owned())).collect()
}

#[tokio::test]
async fn a_conversation_from_its_beginning_to_its_end() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi <b>you</b></p>").await;
    let path = format!("/conversations/{id}");
    let reply = format!("{path}/reply");
    let shown = get(&server, &server.ada, &path).await.body;
    assert_eq!(shown["source"]["body"], "<p>Hi <strong>you</strong></p>");
    assert_eq!(shown["source"]["delivered_as"], "customer_initiated");
    assert_eq!(shown["source"]["author"]["id"], ANA);
    assert_eq!(
        (&shown["state"], &shown["open"], &shown["read"]),
        (&json!("open"), &json!(true), &json!(false))
    );
    assert_eq!(shown["contacts"]["contacts"], json!([{ "type": "contact", "id": ANA }]));
    assert!(parts(&shown).is_empty());

    let said =
        post(&server, &server.ada, &reply, admin("comment", &json!({ "body": "<p>Hello</p>" })))
            .await
            .body;
    assert_eq!(parts(&said), pairs(&[("comment", "<p>Hello</p>")]));
    assert_eq!(said["waiting_since"], Value::Null);
    let author = &said["conversation_parts"]["conversation_parts"][0]["author"];
    assert_eq!((&author["type"], &author["id"]), (&json!("admin"), &json!(number(ADA))));
    assert_eq!(author["email"], "ada@company.example");
    post(&server, &server.ada, &reply, admin("note", &json!({ "body": "inside" }))).await;
    let answered = post(&server, &server.ana, &reply, user(ANA, "Thanks")).await.body;
    assert_eq!(
        parts(&answered),
        pairs(&[("comment", "<p>Hello</p>"), ("comment", "<p>Thanks</p>")])
    );
    assert!(answered["waiting_since"].is_i64());

    let moved = format!("{path}/parts");
    let to_ben = admin("assignment", &json!({ "assignee_id": number(BEN) }));
    let assigned = post(&server, &server.ada, &moved, to_ben).await.body;
    assert_eq!(assigned["admin_assignee_id"].to_string(), number(BEN));
    let part = assigned["conversation_parts"]["conversation_parts"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(part["part_type"], "assignment");
    assert_eq!(part["assigned_to"], json!({ "type": "admin", "id": number(BEN) }));
    let nobody =
        post(&server, &server.ada, &moved, admin("assignment", &json!({ "assignee_id": "0" })))
            .await
            .body;
    assert_eq!(nobody["admin_assignee_id"], 0);

    let until = 4_000_000_000_i64;
    let snoozed =
        post(&server, &server.ada, &moved, admin("snoozed", &json!({ "snoozed_until": until })))
            .await
            .body;
    assert_eq!((&snoozed["state"], &snoozed["snoozed_until"]), (&json!("snoozed"), &json!(until)));
    let opened = post(&server, &server.ada, &moved, admin("open", &json!({}))).await.body;
    assert_eq!(opened["state"], "open");
    // The vendor's older versions have all of it under one address.
    let closed =
        post(&server, &server.ada, &reply, admin("close", &json!({ "body": "<p>Bye</p>" })))
            .await
            .body;
    assert_eq!((&closed["state"], &closed["open"]), (&json!("closed"), &json!(false)));
    let last = parts(&closed);
    assert_eq!(last[last.len() - 2..], pairs(&[("comment", "<p>Bye</p>"), ("close", "")]));
    assert_eq!(closed["statistics"]["count_assignments"], 1);
    // The customer was told what was said, and nothing of the rest.
    let told = get(&server, &server.ana, &path).await;
    assert!(!told.text.contains("inside") && !told.text.contains(&number(ADA)), "{}", told.text);
    let kinds: Vec<_> = parts(&told.body).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, ["comment", "comment", "snoozed", "open", "comment", "close"]);
}

#[tokio::test]
async fn a_list_goes_on_by_its_cursor_and_is_narrowed_down() {
    let server = Server::new().await;
    let mut ids = Vec::new();
    for index in 0..5 {
        ids.push(begin(&server, &format!("<p>{index}</p>")).await);
    }
    ids.reverse();
    let mut seen = Vec::new();
    let mut path = "/conversations?per_page=2".to_owned();
    loop {
        let page = get(&server, &server.ada, &path).await.body;
        assert_eq!((&page["total_count"], &page["pages"]["total_pages"]), (&json!(5), &json!(3)));
        let rows = page["conversations"].as_array().unwrap();
        assert!(rows.iter().all(|row| row.get("conversation_parts").is_none()));
        seen.extend(rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["pages"]["next"]["starting_after"].as_str() else { break };
        path = format!("/conversations?per_page=2&starting_after={next}");
    }
    assert_eq!(seen, ids);
    // A cursor is good for its own list and caller.
    let next = get(&server, &server.ada, "/conversations?per_page=2").await.body;
    let next = next["pages"]["next"]["starting_after"].as_str().unwrap();
    for (token, path) in [
        (&server.ben, format!("/conversations?starting_after={next}")),
        (&server.ada, format!("/conversations?state=open&starting_after={next}")),
        (&server.ada, "/conversations?starting_after=abc".to_owned()),
    ] {
        let answer = get(&server, token, &path).await;
        assert_eq!((answer.status, code(&answer)), (400, "parameter_invalid"), "{path}");
    }
    let assign = admin("assignment", &json!({ "assignee_id": number(BEN) }));
    post(&server, &server.ada, &format!("/conversations/{}/parts", ids[0]), assign).await;
    post(
        &server,
        &server.ada,
        &format!("/conversations/{}/parts", ids[1]),
        admin("close", &json!({})),
    )
    .await;
    let count = async |query: &str| {
        let page = get(&server, &server.ada, &format!("/conversations?{query}")).await.body;
        page["conversations"].as_array().unwrap().len()
    };
    assert_eq!(count(&format!("assignee={}", number(BEN))).await, 1);
    assert_eq!(count("assignee=12345").await, 0);
    assert_eq!(count("assignee=none").await, 4);
    assert_eq!(count("state=closed").await, 1);
    assert_eq!(count("tag_ids=unknown").await, 0);
    assert_eq!((count("search=ANA").await, count("search=nobody").await), (5, 0));
    // Leo has none of these, and no counts of the company's.
    let none = get(&server, &server.leo, "/conversations").await.body;
    assert_eq!(
        (&none["conversations"], &none["total_count"], &none["inbox"]),
        (&json!([]), &Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn title_fields_and_reading_are_updated_together() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let path = format!("/conversations/{id}");
    let body = json!({ "read": true, "title": "Parcel", "custom_attributes": { "order": 7, "gift": true } });
    let updated = put(&server, &server.ada, &path, body).await.body;
    assert_eq!((&updated["title"], &updated["read"]), (&json!("Parcel"), &json!(true)));
    assert_eq!(updated["custom_attributes"], json!({ "order": 7, "gift": "true" }));
    // What the schema has no type for is exact in the extension.
    assert_eq!(updated["inbox"]["customAttributes"]["gift"], true);
    let unread = put(&server, &server.ada, &path, json!({ "read": false })).await.body;
    assert_eq!(unread["read"], false);
    let none = put(&server, &server.ada, &path, json!({ "title": null })).await.body;
    assert_eq!(none["title"], Value::Null);
    let read = put(&server, &server.ada, &path, json!({ "read": true })).await.body;
    assert_eq!((&read["read"], read.get("conversation_parts")), (&json!(true), None));
}

#[tokio::test]
async fn a_customer_marks_their_own_as_read() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let path = format!("/conversations/{id}");
    post(
        &server,
        &server.ada,
        &format!("{path}/reply"),
        admin("comment", &json!({ "body": "Hello" })),
    )
    .await;
    assert_eq!(get(&server, &server.ana, &path).await.body["read"], false);
    assert_eq!(put(&server, &server.ana, &path, json!({ "read": true })).await.body["read"], true);
}

#[tokio::test]
async fn tags_hang_on_the_newest_message() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let path = format!("/conversations/{id}/tags");
    let tag =
        post(&server, &server.ada, &path, json!({ "id": VIP, "admin_id": number(ADA) })).await.body;
    assert_eq!((&tag["id"], &tag["name"]), (&json!(VIP), &json!("VIP")));
    assert_eq!(tag["applied_by"], json!({ "type": "admin", "id": number(ADA) }));
    let shown = get(&server, &server.ada, &format!("/conversations/{id}")).await.body;
    assert_eq!(shown["tags"]["tags"][0]["id"], VIP);
    assert_eq!(get(&server, &server.ada, &format!("/conversations?tag_ids={VIP}")).await.body["conversations"].as_array().unwrap().len(), 1);
    let one = format!("{path}/{VIP}");
    let acting = json!({ "admin_id": number(ADA) });
    let gone = call(&server, Some(&server.ada), ("DELETE", &one), &acting, &[]).await;
    assert_eq!(gone.status, 200, "{}", gone.text);
    let again = call(&server, Some(&server.ada), ("DELETE", &one), &acting, &[]).await;
    assert_eq!(
        (again.status, again.body["inbox"]["code"].as_str()),
        (404, Some("tag_not_attached"))
    );
    let missing =
        post(&server, &server.ada, &path, json!({ "id": "none", "admin_id": number(ADA) })).await;
    assert_eq!(missing.status, 404);
}

#[tokio::test]
async fn contacts_come_in_and_the_last_one_stays() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let path = format!("/conversations/{id}/customers");
    let leo = json!({ "admin_id": number(ADA), "customer": { "intercom_user_id": LEO } });
    let added = post(&server, &server.ada, &path, leo).await.body;
    assert_eq!(added["contacts"]["contacts"].as_array().unwrap().len(), 2);
    let acting = json!({ "admin_id": number(ADA) });
    for (contact, status) in [(LEO, 200), (LEO, 404), (ANA, 400)] {
        let one = format!("{path}/{contact}");
        let answer = call(&server, Some(&server.ada), ("DELETE", &one), &acting, &[]).await;
        assert_eq!(answer.status, status, "{contact} {}", answer.text);
    }
}

#[tokio::test]
async fn the_first_message_can_be_redacted_as_the_source() {
    let server = Server::new().await;
    let id = begin(&server, "<p>4111 1111</p>").await;
    let path = format!("/conversations/{id}");
    let source = get(&server, &server.ada, &path).await.body["source"]["id"].clone();
    let body = json!({ "type": "source", "conversation_id": id, "source_id": source });
    let redacted = post(&server, &server.ada, "/conversations/redact", body).await;
    assert_eq!(redacted.body["source"]["redacted"], true);
    assert!(!redacted.text.contains("4111"), "{}", redacted.text);
}

#[tokio::test]
async fn messages_are_plain_text_where_that_is_asked_for() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi <a href=\"https://x.example\">you</a></p>").await;
    let shown =
        get(&server, &server.ana, &format!("/conversations/{id}?display_as=plaintext")).await;
    assert_eq!(shown.body["source"]["body"], "Hi you");
    let odd = get(&server, &server.ana, &format!("/conversations/{id}?display_as=song")).await;
    assert_eq!(odd.status, 400);
}

/// `external_id` is a key: a second delivery under it adds no part.
#[tokio::test]
async fn a_message_that_comes_twice_is_there_once() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let path = format!("/conversations/{id}/reply");
    for _ in 0..2 {
        let mut body = user(ANA, "From elsewhere");
        body["external_id"] = json!("m-1");
        let said = post(&server, &server.ada, &path, body).await.body;
        assert_eq!(parts(&said), pairs(&[("comment", "<p>From elsewhere</p>")]));
        let part = &said["conversation_parts"]["conversation_parts"][0];
        assert_eq!(part["external_id"], "m-1");
    }
    // It may come to another thread the second time, and there is one row still.
    let other = begin(&server, "<p>Hi</p>").await;
    let mut body = user(ANA, "From elsewhere");
    body["external_id"] = json!("m-1");
    let path = format!("/conversations/{other}/reply");
    let said = post(&server, &server.ada, &path, body.clone()).await;
    assert_eq!((said.status, parts(&said.body).len()), (200, 0), "{}", said.text);
    // Another name is another message.
    body["external_id"] = json!("m-2");
    let said = post(&server, &server.ada, &path, body).await.body;
    assert_eq!(parts(&said).len(), 1);
}

#[tokio::test]
async fn the_same_key_has_one_effect() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let path = format!("/conversations/{id}/reply");
    let key = [("idempotency-key", "k-1")];
    let body = user(ANA, "once");
    let first = call(&server, Some(&server.ana), ("POST", &path), &body, &key).await;
    let second = call(&server, Some(&server.ana), ("POST", &path), &body, &key).await;
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!(parts(&first.body).len(), 1);
    let own = &first.body["conversation_parts"]["conversation_parts"][0];
    assert_eq!(own["inbox"]["commandId"], "k-1");
    let other = call(&server, Some(&server.ana), ("POST", &path), &user(ANA, "other"), &key).await;
    assert_eq!((other.status, code(&other)), (409, "conflict"));
}

#[tokio::test]
async fn a_version_that_never_was_is_refused() {
    let server = Server::new().await;
    let list = ("GET", "/conversations");
    for (version, status) in [("Preview", 200), ("2.14", 200), ("9.9", 400)] {
        let headers = [("intercom-version", version)];
        let answer = call(&server, Some(&server.ada), list, &Value::Null, &headers).await;
        assert_eq!(answer.status, status, "{version}");
    }
}
