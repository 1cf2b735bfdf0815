//! Who the reader is: a token from the host page, or a visitor's own, made on the first need.

use inbox_dialects::json::{self, Map, Object};
use inbox_dialects::portable::read_session;
use inbox_dialects::session::Session;
use inbox_dialects::{Method, Request};

use super::storage::{Drawer, Storage};
use crate::net::Transport;

/// Why there is no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoSession {
    /// The server could not be reached, or failed: try again later.
    Unreachable,
    /// The token is not accepted.
    Refused,
}

const VISITOR: &str = "visitor";
const SESSION: &str = "session";

/// The token of a visitor who was here before.
pub(super) async fn stored_visitor(storage: &Storage) -> Option<String> {
    kept(storage, VISITOR).await
}

async fn kept(storage: &Storage, name: &str) -> Option<String> {
    let all = storage.all(Drawer::Identity).await;
    all.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// Makes a new visitor and remembers them.
pub(super) async fn new_visitor(
    transport: &Transport,
    storage: &Storage,
) -> Result<String, NoSession> {
    let request = Request::new(Method::Post, "/visitor").json(Map::default());
    let response = transport.send(&request).await.map_err(|_| NoSession::Unreachable)?;
    match token(&response.body) {
        Some(token) if response.is_success() => {
            storage.put(Drawer::Identity, VISITOR, &token).await;
            Ok(token)
        }
        _ if matches!(response.status, 401 | 403) => Err(NoSession::Refused),
        _ => Err(NoSession::Unreachable),
    }
}

fn token(answer: &str) -> Option<String> {
    let answer = json::parse(answer, "visitor").ok()?;
    Object::of(&answer).ok()?.string("token")
}

/// Forgets the visitor: their token is no longer accepted.
pub(super) async fn forget_visitor(storage: &Storage) {
    storage.remove(Drawer::Identity, VISITOR).await;
}

/// Asks the server who the bearer of the token is.
pub(super) async fn session(
    transport: &Transport,
    storage: &Storage,
) -> Result<Session, NoSession> {
    let request = Request::new(Method::Get, "/session");
    let Ok(response) = transport.send(&request).await else {
        return stored_session(storage).await.ok_or(NoSession::Unreachable);
    };
    match read_session(&response.body) {
        Some(session) if response.is_success() => {
            storage.put(Drawer::Identity, SESSION, &response.body).await;
            Ok(session)
        }
        _ if matches!(response.status, 401 | 403) => Err(NoSession::Refused),
        _ => Err(NoSession::Unreachable),
    }
}

/// The session of last time, so that a page opened offline can still be written in.
async fn stored_session(storage: &Storage) -> Option<Session> {
    read_session(&kept(storage, SESSION).await?)
}
