//! Tokens, JWTs, and what a session tells of.

use serde_json::{Value, json};

use crate::server::{ADA, ANA, BEN, Server, begin, contact_reply};

#[tokio::test]
async fn the_site_vouches_for_customers_old_and_new() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    // Known: the same person, under the name that the site gives now.
    let ana = server.jwt("user-ana", Some("Ana Maria"));
    let seen = server.get(&ana, &format!("/{id}")).await;
    assert_eq!(seen.status, 200);
    let session = server.own(Some(&ana), "GET", "/session", &Value::Null, &[]).await.body;
    assert_eq!(session["me"]["id"], ANA);
    assert_eq!(session["me"]["name"], "Ana Maria");
    assert_eq!(session["me"]["email"], "ana@home.example");
    let desk = server.get(&server.ada, "").await.text;
    assert!(desk.contains("Ana Maria"), "{desk}");
    // New: made, and then the same every time.
    let who = async || {
        let token = server.jwt("user-zoe", None);
        server.own(Some(&token), "GET", "/session", &Value::Null, &[]).await.body["me"].clone()
    };
    let zoe = who().await;
    assert_eq!(zoe["kind"], "customer");
    assert_eq!(zoe["id"].as_str().unwrap().len(), 24);
    assert_eq!(who().await, zoe);
    assert_eq!(server.get(&server.jwt("user-zoe", None), &format!("/{id}")).await.status, 404);
}

#[tokio::test]
async fn a_customer_of_the_site_is_named_by_either_id() {
    let server = Server::new().await;
    let token = server.jwt("user-zoe", Some("Zoe"));
    let session = server.own(Some(&token), "GET", "/session", &Value::Null, &[]).await.body;
    let own = session["me"]["id"].as_str().unwrap().to_owned();
    let id = server.post(&token, "", begin(&own, "hello")).await.id();
    let reply = |who: Value| {
        let mut body = json!({ "type": "contact", "messageType": "reply", "bodyMarkdown": "x" });
        body.as_object_mut().unwrap().extend(who.as_object().unwrap().clone());
        body
    };
    for (who, status) in [
        (json!({ "id": own }), 201),
        (json!({ "userId": "user-zoe" }), 201),
        (json!({ "userId": "user-ana" }), 403),
        (json!({ "id": ANA, "userId": "user-zoe" }), 403),
    ] {
        let answer = server.post(&token, &format!("/{id}/reply"), reply(who.clone())).await;
        assert_eq!(answer.status, status, "{who}");
    }
    // A lead has no id at the site, so an absent one is not theirs either.
    let leo = reply(json!({ "userId": "" }));
    assert_ne!(server.post(&server.leo, &format!("/{id}/reply"), leo).await.status, 201);
}

#[tokio::test]
async fn forged_tokens_leave_no_trace() {
    let server = Server::new().await;
    let before = server.dump().await;
    let good = server.jwt("user-mallory", Some("Mallory"));
    let (head, signature) = good.rsplit_once('.').unwrap();
    let flipped: String = signature.chars().rev().collect();
    let none = "eyJhbGciOiJub25lIn0"; // {"alg":"none"}
    let claims = head.split_once('.').unwrap().1;
    for token in [
        format!("{head}."),
        format!("{head}.{flipped}"),
        format!("{none}.{claims}."),
        format!("{none}.{claims}.{signature}"),
        format!("{head}.{signature}.{signature}"),
    ] {
        assert_eq!(server.get(&token, "").await.status, 401, "{token}");
    }
    assert!(before == server.dump().await);
    assert_eq!(server.get(&good, "").await.status, 200);
    assert!(before != server.dump().await);
}

#[tokio::test]
async fn a_session_tells_customers_names_and_agents_everything() {
    let server = Server::new().await;
    let session = async |token: &str| {
        server.own(Some(token), "GET", "/session", &Value::Null, &[]).await.body
    };
    let agents = session(&server.ada).await;
    assert_eq!(agents["me"]["id"], ADA);
    assert_eq!(agents["agents"][1]["id"], BEN);
    assert_eq!(agents["tags"][0]["name"], "VIP");
    assert!(agents["expires_at"].as_i64().unwrap() > 0);
    let anas = session(&server.ana).await;
    assert_eq!(anas["me"]["id"], ANA);
    assert_eq!(
        anas["agents"],
        json!([{ "kind": "agent", "name": "Ada" }, { "kind": "agent", "name": "Ben" }])
    );
    assert_eq!((&anas["tags"], &anas["teams"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn an_agents_token_speaks_for_any_agent_or_contact() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let ben = json!({ "type": "admin", "id": BEN, "messageType": "reply", "bodyMarkdown": "x" });
    let said = server.post(&server.ada, &format!("/{id}/reply"), ben).await;
    assert_eq!(said.body["author"]["id"], BEN);
    let ana = server.post(&server.ada, &format!("/{id}/reply"), contact_reply(ANA, "y")).await;
    assert_eq!(ana.body["partType"], "user_msg");
}
