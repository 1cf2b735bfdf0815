//! For which organisation somebody acts: the header, the members, the sites' own secrets.

use inbox_server::clock;
use inbox_server::store::Role;
use serde_json::{Value, json};

use crate::server::{ADA, ANA, Server};
use crate::tenants::{ANA_THERE, CEM, Second};

/// An id that no organisation has.
const NOWHERE: &str = "11111111-2222-4333-8444-555555555555";

async fn workspace(server: &Server, token: &str, headers: &[(&str, &str)]) -> (u16, Value) {
    let answer = server.own(Some(token), "GET", "/session", &Value::Null, headers).await;
    (answer.status, answer.body["workspace"].clone())
}

#[tokio::test]
async fn the_header_says_for_which_organisation_an_agent_acts() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let (first_id, second_id) = (server.organisation.as_str(), second.id.as_str());
    let capitals = second_id.to_uppercase();
    let (here, there) = ((200, json!("")), (200, json!("Second")));
    let as_header = |id| [("x-org-id", id)];
    // Without it, the one that was joined earliest.
    assert_eq!(workspace(&server, &server.ada, &[]).await, here);
    assert_eq!(workspace(&server, &second.cem, &[]).await, there);
    for (token, id, expected) in [
        (&server.ada, first_id, &here),
        (&server.ada, second_id, &there),
        (&server.ada, capitals.as_str(), &there),
        (&second.cem, second_id, &there),
        // A customer belongs to one.
        (&server.ana, first_id, &here),
        (&second.ana, second_id, &there),
    ] {
        assert_eq!(&workspace(&server, token, &as_header(id)).await, expected, "{id}");
    }
}

#[tokio::test]
async fn an_organisation_that_is_not_ones_own_is_refused_and_not_betrayed() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let typing = json!({ "conversationId": server.conversation_of_ana().await, "typing": true });
    let list = "/featurebase/v2/conversations";
    for (method, path, body) in [
        ("GET", "/session", &Value::Null),
        ("GET", "/live", &Value::Null),
        ("POST", "/live/typing", &typing),
        ("POST", "/live/viewing", &json!({ "conversationId": null })),
        ("POST", "/counts", &json!({ "lists": [] })),
        ("GET", list, &Value::Null),
        ("POST", list, &crate::server::begin(ANA, "x")),
    ] {
        let ask = async |token: &str, headers: &[(&str, &str)]| {
            server.own(Some(token), method, path, body, headers).await
        };
        for token in [&server.ben, &server.ana] {
            let foreign = ask(token, &second.header()).await;
            let nowhere = ask(token, &[("x-org-id", NOWHERE)]).await;
            assert_eq!(foreign.status, 403, "{method} {path}: {}", foreign.text);
            assert_eq!((foreign.status, &foreign.text), (nowhere.status, &nowhere.text));
        }
        let (first, second) = (server.organisation.as_str(), second.id.as_str());
        for malformed in ["", "1", "second", &second[1..], &format!("{{{second}}}"), "é"] {
            let answer = ask(&server.ada, &[("x-org-id", malformed)]).await;
            assert_eq!(answer.status, 400, "{method} {path} {malformed}: {}", answer.text);
        }
        let two = [("x-org-id", first), ("x-org-id", second)];
        assert_eq!(ask(&server.ada, &two).await.status, 400, "{method} {path}");
        // Who it is comes first.
        assert_eq!(ask("garbage", &[("x-org-id", "1")]).await.status, 401, "{method} {path}");
    }
}

/// `docs/server.md` promises 400 on every path: in each dialect's own envelope.
#[tokio::test]
async fn a_malformed_organisation_is_a_bad_request_in_every_dialect() {
    let server = Server::new().await;
    for path in [
        "/session",
        "/featurebase/v2/conversations",
        "/intercom/conversations",
        "/stack-auth/api/v1/internal/conversations?projectId=internal",
        "/crm/api/v1/conversations",
        "/crm/api/v1/conversations/media",
        "/voicebot/third-party/v1/conversations",
        "/voicebot/third-party/v1/conversations/7",
    ] {
        let method = if path.ends_with("media") { "POST" } else { "GET" };
        for malformed in ["1", "second"] {
            let headers = [
                ("x-org-id", malformed),
                ("x-stack-access-type", "client"),
                ("x-stack-project-id", "internal"),
            ];
            let ada = Some(server.ada.as_str());
            let answer = server.own(ada, method, path, &Value::Null, &headers).await;
            assert_eq!(answer.status, 400, "{path}: {}", answer.text);
            assert!(answer.text.contains("X-Org-Id"), "{path}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_membership_that_ends_takes_everything_with_it() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let store = server.app.store();
    let own = server.conversation_of_ana().await;
    let leave = async |organisation| {
        let mut write = store.write(organisation, clock::now()).await.unwrap();
        write.remove_member(&ADA.into()).await.unwrap();
        write.finish(None).await.unwrap();
    };
    leave(&server.organisation).await;
    assert_eq!(workspace(&server, &server.ada, &[]).await, (200, json!("Second")));
    let first = [("x-org-id", server.organisation.as_str())];
    assert_eq!(workspace(&server, &server.ada, &first).await.0, 403);
    assert_eq!(server.get(&server.ada, &format!("/{own}")).await.status, 404);
    // She is nobody there any more who could be named, either.
    let assign = json!({ "adminAssigneeId": ADA });
    assert_eq!(server.patch(&server.ben, &format!("/{own}"), assign).await.status, 404);
    leave(&second.id).await;
    assert_eq!(workspace(&server, &server.ada, &[]).await.0, 401);
    // Somebody who is no member cannot leave, and nobody cannot join.
    let mut write = store.write(&second.id, clock::now()).await.unwrap();
    assert!(write.remove_member(&ADA.into()).await.is_err());
    assert!(write.add_member(&"nobody".into()).await.is_err());
}

#[tokio::test]
async fn each_site_vouches_for_its_own_customers() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let store = server.app.store();
    let first_secret = store.identity_secret(&server.organisation).await.unwrap();
    let (first_id, second_id) = (server.organisation.as_str(), second.id.as_str());
    let capitals = second_id.to_uppercase();
    let who = async |token: &str| {
        let answer = server.own(Some(token), "GET", "/session", &Value::Null, &[]).await;
        (answer.status, answer.body["me"]["id"].as_str().map(str::to_owned))
    };
    let before = server.dump().await;
    for (secret, org, expected) in [
        (&first_secret, None, Some(ANA)),
        (&first_secret, Some(first_id), Some(ANA)),
        (&second.secret, Some(second_id), Some(ANA_THERE)),
        (&second.secret, Some(capitals.as_str()), Some(ANA_THERE)),
        // The secret of the one is none of the other.
        (&second.secret, None, None),
        (&second.secret, Some(first_id), None),
        (&first_secret, Some(second_id), None),
        (&first_secret, Some(NOWHERE), None),
        (&first_secret, Some(""), None),
    ] {
        let status = if expected.is_some() { 200 } else { 401 };
        let answer = who(&Second::jwt(secret, org, "user-ana")).await;
        assert_eq!(answer, (status, expected.map(str::to_owned)), "{org:?}");
    }
    assert!(before == server.dump().await);
    // A new customer of the second is one of the second alone.
    let zoe = Second::jwt(&second.secret, Some(second_id), "user-zoe");
    let (_, zoe) = who(&zoe).await;
    let here = Second::jwt(&first_secret, None, "user-zoe");
    assert_ne!(who(&here).await.1, zoe);
}

#[tokio::test]
async fn a_visitor_says_whom_they_visit() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let visit = async |body: Value| server.own(None, "POST", "/visitor", &body, &[]).await;
    for (body, name) in [(json!({}), ""), (json!({ "organisation": second.id.as_str() }), "Second")]
    {
        let visitor = visit(body).await;
        let token = visitor.body["token"].as_str().unwrap();
        assert_eq!(workspace(&server, token, &[]).await, (200, json!(name)));
    }
    let before = server.dump().await;
    for (organisation, status) in
        [(json!(NOWHERE), 404), (json!("second"), 400), (json!(""), 400), (json!(7), 400)]
    {
        assert_eq!(visit(json!({ "organisation": organisation })).await.status, status);
    }
    assert!(before == server.dump().await);
}

/// As every other request does, beneath whichever dialect.
#[tokio::test]
async fn a_visitor_may_say_it_in_the_header() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let there = second.id.as_str();
    let visit = async |path: &str, body: &Value, headers: &[(&str, &str)]| {
        server.own(None, "POST", &format!("{path}/visitor"), body, headers).await
    };
    let prefixes = ["", "/intercom", "/stack-auth/api/v1", "/crm/api/v1"];
    for prefix in prefixes {
        let headers = [("x-org-id", there)];
        let visitor = visit(prefix, &Value::Null, &headers).await;
        assert_eq!(visitor.status, 201, "{prefix}: {}", visitor.text);
        let token = visitor.body["token"].as_str().unwrap();
        // The header goes with everything that the visitor does, and is theirs.
        for headers in [&headers[..], &[]] {
            let session = format!("{prefix}/session");
            let answer = server.own(Some(token), "GET", &session, &Value::Null, headers).await;
            assert_eq!((answer.status, &answer.body["workspace"]), (200, &json!("Second")));
        }
        let here = [("x-org-id", server.organisation.as_str())];
        let answer =
            server.own(Some(token), "GET", &format!("{prefix}/session"), &Value::Null, &here).await;
        assert_eq!(answer.status, 403, "{prefix}");
    }
    let before = server.dump().await;
    let same = json!({ "organisation": there.to_uppercase() });
    let other = json!({ "organisation": server.organisation.as_str() });
    for (body, headers, status) in [
        (&Value::Null, &[("x-org-id", NOWHERE)][..], 404),
        (&Value::Null, &[("x-org-id", "second")], 400),
        (&Value::Null, &[("x-org-id", "")], 400),
        (&Value::Null, &[("x-org-id", there), ("x-org-id", there)], 400),
        (&other, &[("x-org-id", there)], 400),
    ] {
        assert_eq!(visit("", body, headers).await.status, status, "{headers:?}");
    }
    assert!(before == server.dump().await);
    assert_eq!(visit("", &same, &[("x-org-id", there)]).await.status, 201);
}

#[tokio::test]
async fn a_token_of_nobody_is_none() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    // An agent's id in a customer's token, and the other way round.
    for (role, subject) in [(Role::Customer, CEM), (Role::Agent, ANA_THERE), (Role::Agent, "")] {
        let token = server.token(role, subject, 60_000).await;
        assert_eq!(workspace(&server, &token, &[]).await.0, 401, "{subject}");
        assert_eq!(workspace(&server, &token, &second.header()).await.0, 401, "{subject}");
    }
}
