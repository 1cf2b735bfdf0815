//! Who asks: from the `Authorization` header to a principal.
//!
//! | credential | speaks for |
//! |---|---|
//! | opaque agent token | an agent of the workspace |
//! | opaque customer token | a customer or visitor |
//! | JWT, HS256 under the identity secret | the customer whom the site names in `sub` |

mod hs256;
mod jwt;

use inbox_model::{Participant, Timestamp};

use crate::store::{Contact, Reader, Role, Secrets, Store, StoreError};

pub use jwt::{Claims, JwtError, sign};

/// Somebody who has shown who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// What they may read.
    pub reader: Reader,
    /// Who they are.
    pub participant: Participant,
    /// The site's own id of a customer, if the site knows them.
    pub external_id: Option<String>,
    /// When what they have shown ends.
    pub expires_at: Timestamp,
}

impl Principal {
    /// Whether this is an agent. An agent's token works like the vendors' API keys: it may act in
    /// the name of any agent or contact of the workspace.
    pub fn is_agent(&self) -> bool {
        matches!(self.reader, Reader::Agent(_))
    }

    /// A text that names this principal among all.
    pub fn key(&self) -> String {
        let kind = if self.is_agent() { "agent" } else { "contact" };
        format!("{kind}:{}", self.reader.id())
    }
}

/// Why nobody is known.
#[derive(Debug)]
pub enum IdentityError {
    /// Nothing was shown, or nothing that is valid (any more). It is not said which.
    Unknown,
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for IdentityError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Finds out who shows this `Authorization` header. A customer whom the site vouches for is made
/// or brought up to date.
///
/// # Errors
/// Nobody is known by it, or the store fails.
pub async fn identify(
    store: &Store,
    secrets: &Secrets,
    authorization: Option<&str>,
    now: Timestamp,
) -> Result<Principal, IdentityError> {
    let token = bearer(authorization.unwrap_or_default()).ok_or(IdentityError::Unknown)?;
    if token.contains('.') {
        return by_jwt(store, secrets, token, now).await;
    }
    let token = store.token(token).await?.ok_or(IdentityError::Unknown)?;
    if !token.is_valid_at(now) {
        return Err(IdentityError::Unknown);
    }
    match token.role {
        Role::Agent => {
            let agent = store.agent(token.subject.as_str()).await?;
            let participant = agent.ok_or(IdentityError::Unknown)?;
            let reader = Reader::Agent(token.subject);
            Ok(Principal { reader, participant, external_id: None, expires_at: token.expires_at })
        }
        Role::Customer => {
            let contact = store.contact(token.subject.as_str()).await?;
            customer(contact.ok_or(IdentityError::Unknown)?, token.expires_at)
        }
    }
}

async fn by_jwt(
    store: &Store,
    secrets: &Secrets,
    token: &str,
    now: Timestamp,
) -> Result<Principal, IdentityError> {
    let claims = jwt::verify(token, &secrets.identity).map_err(|_| IdentityError::Unknown)?;
    let (name, email) = (claims.name.as_deref(), claims.email.as_deref());
    let contact = store.customer(&claims.sub, name, email, now).await?;
    customer(contact, claims.expires_at())
}

fn customer(contact: Contact, expires_at: Timestamp) -> Result<Principal, IdentityError> {
    let Contact { participant, external_id } = contact;
    let id = participant.id.clone().ok_or(IdentityError::Unknown)?;
    Ok(Principal { reader: Reader::Contact(id), participant, external_id, expires_at })
}

/// The token of a `Bearer` header; the scheme's case does not matter (RFC 9110).
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bearer_header_is_read_and_nothing_else() {
        let check = |header, token| assert_eq!(bearer(header), token, "{header:?}");
        check("Bearer abc", Some("abc"));
        check("bearer  abc ", Some("abc"));
        check("Bearer", None);
        check("Bearer ", None);
        check("Basic abc", None);
        check("", None);
        check("abc", None);
    }
}
