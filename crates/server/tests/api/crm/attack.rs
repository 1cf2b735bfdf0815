//! What others own does not exist, whoever asks and however.

use serde_json::{Value, json};

use super::{ask, contact_path, conversation, draft, get, post, request, sms, uuid};
use crate::server::{ADA, ANA, Server};

/// Contracts' README, point 16: `X-Org-Id` scopes everything.
#[tokio::test]
async fn pitfall_16_the_header_names_the_organisation() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let now = inbox_server::clock::now();
    let other = server.app.store().create_organisation("Other", now).await.unwrap().id;
    let mut write = server.app.store().write(&other, now.plus(1)).await.unwrap();
    write.add_member(&ADA.into()).await.unwrap();
    write.finish(None).await.unwrap();
    let waiting = draft(&server, &id, "Hi").await;
    let within = async |organisation: &str, method: &str, path: &str, body: Value| {
        let header = [("x-org-id", organisation)];
        ask(&server, request(Some(&server.ada), method, path, &body, &header)).await
    };
    // Her first is the default, and the other has nothing of it.
    for (organisation, status) in [(server.organisation.as_str(), 200), (other.as_str(), 404)] {
        assert_eq!(within(organisation, "GET", &path, Value::Null).await.status, status);
    }
    let suggestion = format!("{path}/suggestions/{}", uuid(&waiting));
    for (method, path, body) in [
        ("GET", format!("{path}/messages"), Value::Null),
        ("POST", format!("{path}/messages"), sms("Hi")),
        ("POST", format!("{path}/star"), Value::Null),
        ("DELETE", format!("{path}/star"), Value::Null),
        ("POST", format!("{path}/read"), Value::Null),
        ("POST", format!("{path}/unread"), Value::Null),
        ("POST", format!("{path}/assign"), json!({ "assigned_to": uuid(ADA) })),
        ("POST", format!("{path}/archive"), json!({ "archived": true })),
        ("POST", format!("{suggestion}/send"), Value::Null),
        ("POST", format!("{suggestion}/dismiss"), Value::Null),
        ("POST", contact_path(ANA), Value::Null),
    ] {
        let foreign = within(other.as_str(), method, &path, body.clone()).await;
        let missing =
            path.replace(&uuid(&id), &uuid("nothing")).replace(&uuid(ANA), &uuid("nobody"));
        let missing = within(server.organisation.as_str(), method, &missing, body).await;
        assert_eq!((foreign.status, &foreign.body), (404, &missing.body), "{method} {path}");
    }
    let list = within(other.as_str(), "GET", "/conversations", Value::Null).await.body;
    assert_eq!((&list["total"], &list["items"]), (&json!(0), &json!([])));
    for wrong in ["x", "", "1", "5d1f0000-0000-4000-8000-00000000000g"] {
        assert_eq!(
            within(wrong, "GET", "/conversations", Value::Null).await.status,
            400,
            "{wrong}"
        );
    }
    // An organisation that is not hers looks like one that is not there.
    let third = server.app.store().create_organisation("Third", now).await.unwrap().id;
    let foreign = within(third.as_str(), "GET", "/conversations", Value::Null).await;
    let missing =
        within("00000000-0000-4000-8000-000000000000", "GET", "/conversations", Value::Null).await;
    assert_eq!((foreign.status, &foreign.body), (403, &missing.body));
}

/// A member of the other organisation cannot be made responsible here, nor can their files be sent.
#[tokio::test]
async fn people_and_files_of_others_are_nobody_and_nothing() {
    use inbox_model::{Participant, ParticipantKind};

    let server = Server::new().await;
    let (path, _) = conversation(&server).await;
    let now = inbox_server::clock::now();
    let other = server.app.store().create_organisation("Other", now).await.unwrap().id;
    let mut write = server.app.store().write(&other, now).await.unwrap();
    let eve = "eeeeeeeeeeeeeeeeeeeeeeee";
    write.save_agent(&Participant::new(ParticipantKind::Agent, eve).named("Eve")).await.unwrap();
    let file = "f11ef11ef11ef11ef11ef11e";
    write.save_media(file, Some("a.png"), "image/png", 3).await.unwrap();
    write.finish(None).await.unwrap();
    let to_eve = json!({ "assigned_to": uuid(eve) });
    let assigned = post(&server, &server.ada, &format!("{path}/assign"), to_eve).await;
    assert_eq!(assigned.status, 422);
    let mut message = sms("Hi");
    message["media_ids"] = json!([uuid(file)]);
    assert_eq!(post(&server, &server.ada, &format!("{path}/messages"), message).await.status, 422);
    let read =
        server.own(Some(&server.ada), "GET", &format!("/media/{file}"), &Value::Null, &[]).await;
    assert_eq!(read.status, 404);
}

/// Contracts' README, point 16: static paths go before a thread of that name.
#[tokio::test]
async fn pitfall_16_static_paths_are_no_threads() {
    let server = Server::new().await;
    for path in [
        "/conversations/views",
        "/conversations/sla",
        "/conversations/overdue/count",
        "/conversations/views/counts",
    ] {
        assert_eq!(get(&server, &server.ada, path).await.status, 200, "{path}");
    }
    let elsewhere = request(Some(&server.ada), "GET", "/conversations/media", &Value::Null, &[]);
    assert_eq!(ask(&server, elsewhere).await.status, 405);
    assert_eq!(
        ask(&server, request(Some(&server.ada), "GET", "/nothing", &Value::Null, &[])).await.status,
        404
    );
}

#[tokio::test]
async fn a_customer_learns_nothing_of_what_the_company_keeps() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let seen = async || {
        [
            get(&server, &server.ana, &path).await.text,
            get(&server, &server.ana, &format!("{path}/messages")).await.text,
            get(&server, &server.ana, "/conversations").await.text,
        ]
    };
    let before = seen().await;
    draft(&server, &id, "sentinel-draft").await;
    post(&server, &server.ada, &format!("{path}/star"), Value::Null).await;
    post(&server, &server.ada, &format!("{path}/assign"), json!({ "assigned_to": uuid(ADA) }))
        .await;
    post(&server, &server.ada, &format!("{path}/archive"), json!({ "archived": true })).await;
    post(&server, &server.ada, &format!("{path}/unread"), Value::Null).await;
    assert_eq!(seen().await, before);
}
