//! Who may do what: every endpoint of every dialect by every kind of caller. Each table is shown in
//! the docs as it stands here.

mod intercom;
mod stack_auth;
mod voicebot;

use inbox_server::clock;
use inbox_server::store::Role;
use serde_json::Value;

use crate::server::{ADA, Server};
use crate::tenants::Second;

/// What each caller gets: no token, garbage, an expired one, a revoked one, an agent of another
/// organisation, an agent, the customer whose conversation it is, another customer, a visitor.
pub(crate) type Row = [u16; 9];

/// The callers' tokens in the order of a [`Row`]; `None` shows none.
pub(crate) async fn callers(
    server: &Server,
    second: &Second,
) -> Vec<(&'static str, Option<String>)> {
    let expired = server.token(Role::Agent, ADA, -1).await;
    let revoked = server.token(Role::Agent, ADA, 60_000).await;
    assert!(server.app.store().revoke_token(&revoked, clock::now()).await.unwrap());
    let visitor = server.own(None, "POST", "/visitor", &Value::Null, &[]).await;
    let visitor = visitor.body["token"].as_str().unwrap().to_owned();
    vec![
        ("none", None),
        ("garbage", Some("iat_garbage".into())),
        ("expired", Some(expired)),
        ("revoked", Some(revoked)),
        ("agent of another organisation", Some(second.cem.clone())),
        ("agent", Some(server.ada.clone())),
        ("owner", Some(server.ana.clone())),
        ("other customer", Some(server.leo.clone())),
        ("visitor", Some(visitor)),
    ]
}
