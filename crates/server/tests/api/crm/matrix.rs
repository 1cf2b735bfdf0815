//! Who may do what: every endpoint, every caller.

use inbox_model::time::DAY;
use inbox_server::store::Role;
use serde_json::{Value, json};

use super::{ask, contact_path, conversation, draft, request, sms, uuid};
use crate::server::{ADA, ANA, Server};

/// Nobody, garbage, an expired and a revoked token; an agent of another organisation; an agent; the
/// customer whose thread it is, another customer, a visitor.
type Statuses = (u16, u16, u16, u16, u16, u16, u16, u16, u16);

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    let server = Server::new().await;
    let store = server.app.store();
    let now = inbox_server::clock::now();
    let (path, id) = conversation(&server).await;
    let waiting = [draft(&server, &id, "Hi").await, draft(&server, &id, "Hello").await];
    let expired = server.token(Role::Agent, ADA, -DAY).await;
    let revoked = server.token(Role::Agent, ADA, DAY).await;
    store.revoke_token(&revoked, now).await.unwrap();
    let other = store.create_organisation("Other", now).await.unwrap().id;
    let mut write = store.write(&other, now).await.unwrap();
    let eve = "eeeeeeeeeeeeeeeeeeeeeeee";
    let agent = inbox_model::Participant::new(inbox_model::ParticipantKind::Agent, eve);
    write.save_agent(&agent.named("Eve")).await.unwrap();
    write.finish(None).await.unwrap();
    let foreign = server.token(Role::Agent, eve, DAY).await;
    let visitor =
        server.own(None, "POST", &format!("{}/visitor", super::PREFIX), &json!({}), &[]).await;
    let visitor = visitor.body["token"].as_str().unwrap().to_owned();
    let (sent, dismissed) = (uuid(&waiting[1]), uuid(&waiting[0]));
    let to_me = json!({ "assigned_to": uuid(ADA) });
    let all = |status: u16| {
        move |rest: (u16, u16, u16, u16, u16)| -> Statuses {
            (status, status, status, status, rest.0, rest.1, rest.2, rest.3, rest.4)
        }
    };
    let nobody = all(401);
    //                                        another organisation's agent, agent, owner, other, visitor
    let table: Vec<(&str, String, Value, Statuses)> = vec![
        ("GET", "/conversations".into(), Value::Null, nobody((200, 200, 200, 200, 200))),
        ("GET", "/conversations?scope=mine".into(), Value::Null, nobody((200, 200, 403, 403, 403))),
        ("GET", "/conversations/views".into(), Value::Null, nobody((200, 200, 403, 403, 403))),
        (
            "PUT",
            "/conversations/views".into(),
            json!({ "views": [] }),
            nobody((200, 200, 403, 403, 403)),
        ),
        (
            "GET",
            "/conversations/views/counts".into(),
            Value::Null,
            nobody((200, 200, 403, 403, 403)),
        ),
        ("GET", "/conversations/sla".into(), Value::Null, nobody((200, 200, 403, 403, 403))),
        (
            "GET",
            "/conversations/overdue/count".into(),
            Value::Null,
            nobody((200, 200, 403, 403, 403)),
        ),
        ("POST", "/conversations/media".into(), Value::Null, nobody((422, 422, 403, 403, 403))),
        ("GET", path.clone(), Value::Null, nobody((404, 200, 200, 404, 404))),
        ("GET", format!("{path}/messages"), Value::Null, nobody((404, 200, 200, 404, 404))),
        ("POST", format!("{path}/messages"), sms("Hi"), nobody((404, 201, 201, 404, 404))),
        ("POST", format!("{path}/read"), Value::Null, nobody((404, 200, 200, 404, 404))),
        ("POST", format!("{path}/unread"), Value::Null, nobody((404, 200, 403, 403, 403))),
        ("POST", format!("{path}/star"), Value::Null, nobody((404, 200, 403, 403, 403))),
        ("DELETE", format!("{path}/star"), Value::Null, nobody((404, 200, 403, 403, 403))),
        ("POST", format!("{path}/assign"), to_me, nobody((404, 200, 403, 403, 403))),
        (
            "POST",
            format!("{path}/archive"),
            json!({ "archived": false }),
            nobody((404, 200, 403, 403, 403)),
        ),
        // The draft was settled by what the agent has said above.
        (
            "POST",
            format!("{path}/suggestions/{sent}/send"),
            Value::Null,
            nobody((404, 409, 403, 403, 403)),
        ),
        (
            "POST",
            format!("{path}/suggestions/{dismissed}/dismiss"),
            Value::Null,
            nobody((404, 409, 403, 403, 403)),
        ),
        ("POST", contact_path(ANA), Value::Null, nobody((404, 201, 201, 403, 403))),
    ];
    for (method, path, body, statuses) in table {
        for (caller, token, status) in [
            ("nobody", None, statuses.0),
            ("garbage", Some("garbage"), statuses.1),
            ("expired", Some(expired.as_str()), statuses.2),
            ("revoked", Some(revoked.as_str()), statuses.3),
            ("another organisation's agent", Some(foreign.as_str()), statuses.4),
            ("agent", Some(server.ada.as_str()), statuses.5),
            ("owner", Some(server.ana.as_str()), statuses.6),
            ("other customer", Some(server.leo.as_str()), statuses.7),
            ("visitor", Some(visitor.as_str()), statuses.8),
        ] {
            let answer = ask(&server, request(token, method, &path, &body, &[])).await;
            assert_eq!(answer.status, status, "{method} {path} by {caller}: {}", answer.text);
        }
    }
}
