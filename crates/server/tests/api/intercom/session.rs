//! Our own routes beneath the dialect's prefix, in its form.

use inbox_dialects::session::Session;
use serde_json::Value;

use super::api::number;
use crate::server::{ADA, ANA, Server};

async fn session(server: &Server, token: &str, path: &str) -> Session {
    let answer = server.own(Some(token), "GET", path, &Value::Null, &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}

#[tokio::test]
async fn agents_are_numbers_and_contacts_are_not() {
    let server = Server::new().await;
    let of_ada = session(&server, &server.ada, "/intercom/session").await;
    assert_eq!(of_ada.me.id.unwrap().as_str(), number(ADA));
    let of_ana = session(&server, &server.ana, "/intercom/session").await;
    assert_eq!(of_ana.me.id.unwrap().as_str(), ANA);
}

/// Only agents are told a seal, and only where it is asked for; nobody is told the secret.
#[tokio::test]
async fn the_seal_is_told_to_whom_it_is_for() {
    let server = Server::new().await;
    let secret = server.app.store().seal_secret(&server.organisation).await.unwrap();
    for (token, path, told) in [
        (&server.ada, "/intercom/session", true),
        (&server.ana, "/intercom/session", false),
        (&server.ada, "/session", false),
    ] {
        let session = session(&server, token, path).await;
        assert_eq!(session.seal.is_some(), told, "{path}");
        assert_ne!(session.seal, Some(secret.clone()));
    }
}
