//! What a path names: UUIDs, which stand for the store's own ids.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use inbox_dialects::crm::server::{WireError, own_id};
use inbox_model::{ConversationId, PartId, ParticipantId};

use super::fault::Fault;

/// A thread.
pub(super) struct Thread(pub(super) ConversationId);

/// An activity of a thread.
pub(super) struct Activity(pub(super) ConversationId, pub(super) PartId);

/// A contact.
pub(super) struct Person(pub(super) ParticipantId);

/// The ids in a path. What is no UUID that was given out names nothing.
async fn ids<S: Send + Sync>(parts: &mut Parts, state: &S) -> Result<Vec<String>, Fault> {
    let given = Path::<Vec<(String, String)>>::from_request_parts(parts, state).await;
    let given = given.map_err(|_| WireError::not_found())?.0;
    let own = given.iter().map(|(_, uuid)| own_id(uuid)).collect::<Option<Vec<_>>>();
    Ok(own.ok_or_else(WireError::not_found)?)
}

/// The next of them. That there is one the route says.
fn next<T: From<String>>(ids: &mut impl Iterator<Item = String>) -> Result<T, Fault> {
    Ok(ids.next().map(T::from).ok_or_else(WireError::not_found)?)
}

impl<S: Send + Sync> FromRequestParts<S> for Thread {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        Ok(Self(next(&mut ids(parts, state).await?.into_iter())?))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Activity {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let mut ids = ids(parts, state).await?.into_iter();
        Ok(Self(next(&mut ids)?, next(&mut ids)?))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Person {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        Ok(Self(next(&mut ids(parts, state).await?.into_iter())?))
    }
}
