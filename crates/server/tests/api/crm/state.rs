//! Stars, assignments, putting away, deadlines.

use inbox_model::Timestamp;
use inbox_model::sla::{BusinessHours, Opening, SlaPolicy};
use serde_json::{Value, json};

use super::{call, conversation, get, post, uuid};
use crate::server::{ADA, ANA, BEN, Server, admin};

#[tokio::test]
async fn a_star_is_given_and_taken() {
    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let path = format!("{path}/star");
    let first = post(&server, &server.ada, &path, Value::Null).await.body;
    assert_eq!(first["starred"], true);
    // A second one is no news: neither version nor time is another.
    assert_eq!(post(&server, &server.ada, &path, Value::Null).await.body, first);
    let taken = call(&server, &server.ada, "DELETE", &path, Value::Null).await;
    assert_eq!((taken.status, &taken.body["starred"]), (200, &json!(false)));
}

/// Contracts' README, point 18: 422 outside the organisation, null unassigns.
#[tokio::test]
async fn pitfall_18_a_member_is_made_responsible_and_nobody_else() {
    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let path = format!("{path}/assign");
    let assign =
        async |to: Value| post(&server, &server.ada, &path, json!({ "assigned_to": to })).await;
    assert_eq!(assign(json!(uuid(BEN))).await.body["assigned_to"], json!(uuid(BEN)));
    for stranger in
        [uuid(ANA), uuid("dddddddddddddddddddddddd"), "11111111-2222-3333-4444-555555555555".into()]
    {
        let refused = assign(json!(stranger)).await;
        assert_eq!((refused.status, &refused.body["inbox"]["code"]), (422, &json!("not_a_member")));
    }
    for wrong in [json!(7), json!("x"), json!({})] {
        assert_eq!(assign(wrong).await.status, 422);
    }
    assert_eq!(post(&server, &server.ada, &path, json!({})).await.status, 422);
    assert_eq!(assign(Value::Null).await.body["assigned_to"], Value::Null);
}

#[tokio::test]
async fn what_was_put_away_comes_back_with_the_next_word() {
    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let archive = async |on: Value| {
        post(&server, &server.ada, &format!("{path}/archive"), json!({ "archived": on })).await
    };
    assert_eq!(archive(json!(true)).await.body["archived"], true);
    assert_eq!(archive(json!(false)).await.body["archived"], false);
    assert_eq!(archive(json!("yes")).await.status, 400);
    archive(json!(true)).await;
    post(&server, &server.ana, &format!("{path}/messages"), super::sms("Hello?")).await;
    assert_eq!(get(&server, &server.ada, &path).await.body["archived"], false);
}

/// A deadline counts open time alone; whoever is never open owes nothing.
#[tokio::test]
async fn a_deadline_counts_the_hours_in_which_somebody_is_there() {
    let server = Server::new().await;
    let policy =
        SlaPolicy { enabled: true, first_response_minutes: Some(60), ..SlaPolicy::default() };
    let asked = Timestamp::parse("2026-03-06T16:30:00Z").unwrap();
    let due = async |weekly: Vec<Opening>| {
        let hours = BusinessHours { weekly, ..BusinessHours::default() };
        let mut write = server.app.store().write(&server.organisation, asked).await.unwrap();
        write.set_sla(&policy).await.unwrap();
        write.set_business_hours(Some(&hours)).await.unwrap();
        write.finish(None).await.unwrap();
        let id = server.post(&server.ada, "", json!({
            "from": { "type": "contact", "id": ANA }, "bodyMarkdown": "hello?", "createdAt": asked.to_rfc3339()
        })).await.id();
        let thread = get(&server, &server.ada, &format!("/conversations/{}", uuid(&id))).await.body;
        thread["sla_due_at"].clone()
    };
    let opening = |day: u16| Opening { from: (day * 24 + 9) * 60, to: (day * 24 + 17) * 60 };
    // A Friday, half an hour before closing.
    assert_eq!(due((0..5).map(opening).collect()).await, "2026-03-09T09:30:00.000Z");
    assert_eq!(due(Vec::new()).await, Value::Null);
}

#[tokio::test]
async fn deadlines_are_told_and_counted() {
    let server = Server::new().await;
    let sla = get(&server, &server.ada, "/conversations/sla").await.body;
    assert_eq!(sla["enabled"], false);
    let policy = SlaPolicy {
        enabled: true,
        first_response_minutes: Some(1),
        next_response_minutes: Some(60),
        due_soon_minutes: None,
    };
    let then = inbox_server::clock::now().plus(-120_000);
    let mut write = server.app.store().write(&server.organisation, then).await.unwrap();
    write.set_sla(&policy).await.unwrap();
    write.finish(None).await.unwrap();
    let sla = get(&server, &server.ada, "/conversations/sla").await.body;
    assert_eq!(
        (&sla["first_response_minutes"], &sla["due_soon_minutes"]),
        (&json!(1), &Value::Null)
    );
    let count = async || {
        get(&server, &server.ada, "/conversations/overdue/count").await.body["count"].clone()
    };
    let late = server.post(&server.ada, "", json!({
        "from": { "type": "contact", "id": ANA }, "bodyMarkdown": "hello?", "createdAt": then.to_rfc3339()
    })).await.id();
    conversation(&server).await;
    assert_eq!(count().await, 1);
    let path = format!("/conversations/{}", uuid(&late));
    let thread = get(&server, &server.ada, &path).await.body;
    assert_eq!((&thread["overdue"], thread["sla_due_at"].is_string()), (&json!(true), true));
    let overdue = get(&server, &server.ada, "/conversations?overdue=true").await.body;
    assert_eq!(super::ids(&overdue), [uuid(&late)]);
    server.say(&late, admin(ADA, "reply", "sorry")).await;
    assert_eq!(
        (count().await, &get(&server, &server.ada, &path).await.body["overdue"]),
        (json!(0), &json!(false))
    );
}
