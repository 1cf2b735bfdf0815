//! Who the reader is: a token from the host page, or a visitor's own, made on the first need.

use inbox_dialects::json::{self, Map, Object};
use inbox_dialects::portable::read_session;
use inbox_dialects::session::Session;
use inbox_dialects::{Method, Request};
use web_sys::window;

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
    // Asked for now: by the time of the answer there may be another token.
    let bearer = transport.with_token(bearer);
    let Ok(response) = transport.send(&request).await else {
        return stored_session(storage, &bearer).await.ok_or(NoSession::Unreachable);
    };
    match read_session(&response.body) {
        Some(session) if response.is_success() => {
            let kept = [&bearer, "\n", &response.body].concat();
            storage.put(Drawer::Identity, SESSION, &kept).await;
            Ok(session)
        }
        _ if matches!(response.status, 401 | 403) => Err(NoSession::Refused),
        _ => Err(NoSession::Unreachable),
    }
}

/// The session of last time, so that a page opened offline can still be written in; of nobody else than
/// who was signed in then.
async fn stored_session(storage: &Storage, bearer: &str) -> Option<Session> {
    let kept = kept(storage, SESSION).await?;
    let (of, session) = kept.split_once('\n')?;
    read_session(session).filter(|_| of == bearer)
}

/// Tells one bearer from another, also over renewals of a customer's token, on one line. It lets nobody
/// in: of a token that says nothing of its bearer only a digest is taken.
pub(super) fn bearer(token: &str) -> String {
    let claims = || {
        let [_, claims, _] = token.split('.').collect::<Vec<_>>().try_into().ok()?;
        let claims: &str = claims;
        let text = window()?.atob(&claims.replace('-', "+").replace('_', "/")).ok()?;
        let claims = json::parse(&text, "token").ok()?;
        let claims = Object::of(&claims).ok()?;
        let organisation = claims.string("org").unwrap_or_default();
        Some([claims.string("sub")?.as_str(), " ", &organisation].concat().replace('\n', " "))
    };
    claims().unwrap_or_else(|| digest(token).to_string())
}

/// Whether another person comes, or nobody. Of two tokens that say nothing of their bearers only the
/// server knows.
pub(super) fn is_another(before: &str, token: &str) -> bool {
    let says_whose = |bearer: &str| bearer.contains(' ');
    let now = bearer(token);
    before != now && (token.is_empty() || says_whose(before) || says_whose(&now))
}

/// FNV-1a.
fn digest(text: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_be_the_same_is_not_another() {
        for (before, token, another) in [
            ("ana ", "ict_1", true),
            (&bearer("ict_1"), "ict_2", false),
            (&bearer("ict_1"), "", true),
            (&bearer(""), "", false),
        ] {
            assert_eq!(is_another(before, token), another, "{before} {token}");
        }
    }

    #[test]
    fn a_token_is_told_from_others_by_a_digest() {
        assert_eq!(digest(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(digest("a"), 0xaf63_dc4c_8601_ec8c);
        assert_ne!(digest("ict_1"), digest("ict_2"));
    }
}
