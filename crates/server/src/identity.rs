//! Who asks: from the `Authorization` header to a principal.
//!
//! | credential | speaks for |
//! |---|---|
//! | opaque agent token | an agent, for one of their organisations |
//! | opaque customer token | a customer or visitor of one organisation |
//! | JWT, HS256 under an organisation's identity secret | the customer whom its site names in `sub` |
//!
//! For which organisation an agent acts is said by the header `X-Org-Id`; without it, for the one
//! that they joined earliest.

mod hs256;
mod jwt;
mod seal;

use inbox_model::{Participant, Timestamp};

use crate::id;
use crate::store::{Contact, Organisation, OrganisationId, Reader, Role, Store, StoreError, Token};

pub use jwt::{Claims, JwtError, sign};
pub(crate) use seal::{is_seal, is_secret, seal};

/// Somebody who has shown who they are, and for which organisation they act.
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
    /// the name of any agent or contact of the organisation.
    pub fn is_agent(&self) -> bool {
        self.reader.is_agent()
    }

    /// The organisation for which they act, or whose contact they are.
    pub fn organisation(&self) -> &OrganisationId {
        self.reader.organisation()
    }

    /// The same person, acting for the organisation of this id: one of which an agent is a member,
    /// or the one to which a contact belongs.
    ///
    /// # Errors
    /// The text is no UUID, they do not belong there, or the store fails.
    pub async fn within(self, store: &Store, id: &str) -> Result<Self, IdentityError> {
        if !id::is_uuid(id) {
            return Err(IdentityError::MalformedOrganisation);
        }
        let id = id.to_ascii_lowercase();
        let organisation = match &self.reader {
            Reader::Agent { id: agent, .. } => {
                let theirs = store.organisations_of(agent).await?.into_iter();
                theirs.map(|one| one.id).find(|one| one.as_str() == id)
            }
            Reader::Contact { organisation, .. } => {
                Some(organisation.clone()).filter(|one| one.as_str() == id)
            }
        };
        // Whether there is such an organisation at all is not for them to know.
        let organisation = organisation.ok_or(IdentityError::ForeignOrganisation)?;
        let reader = match self.reader {
            Reader::Agent { id, .. } => Reader::Agent { id, organisation },
            Reader::Contact { id, .. } => Reader::Contact { id, organisation },
        };
        Ok(Self { reader, ..self })
    }

    /// A text that names this principal among all of an organisation.
    pub fn key(&self) -> String {
        let kind = if self.is_agent() { "agent" } else { "contact" };
        format!("{kind}:{}", self.reader.id())
    }
}

/// Why nobody is let in.
#[derive(Debug)]
pub enum IdentityError {
    /// Nothing was shown, or nothing that is valid (any more). It is not said which.
    Unknown,
    /// What should name an organisation is no UUID.
    MalformedOrganisation,
    /// They do not belong to the organisation that they name, or there is none. It is not said
    /// which.
    ForeignOrganisation,
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for IdentityError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Finds out who shows this `Authorization` header, and acts for the organisation of this
/// `X-Org-Id`. A customer whom the site vouches for is made or brought up to date.
///
/// # Errors
/// Nobody is known by it, they do not belong to the organisation, or the store fails.
pub async fn identify(
    store: &Store,
    authorization: Option<&str>,
    organisation: Option<&str>,
    now: Timestamp,
) -> Result<Principal, IdentityError> {
    let token = bearer(authorization.unwrap_or_default()).ok_or(IdentityError::Unknown)?;
    let principal = if token.contains('.') {
        by_jwt(store, token, now).await?
    } else {
        by_token(store, token, now).await?
    };
    match organisation {
        Some(id) => principal.within(store, id).await,
        None => Ok(principal),
    }
}

async fn by_token(store: &Store, token: &str, now: Timestamp) -> Result<Principal, IdentityError> {
    let token = store.token(token).await?.ok_or(IdentityError::Unknown)?;
    if !token.is_valid_at(now) {
        return Err(IdentityError::Unknown);
    }
    let Token { role, subject: id, expires_at, .. } = token;
    match role {
        Role::Agent => {
            let joined = store.organisations_of(&id).await?.into_iter().next();
            let organisation = joined.ok_or(IdentityError::Unknown)?.id;
            let agent = store.agent(&organisation, id.as_str()).await?;
            let participant = agent.ok_or(IdentityError::Unknown)?;
            let reader = Reader::Agent { id, organisation };
            Ok(Principal { reader, participant, external_id: None, expires_at })
        }
        Role::Customer => {
            let organisation = store.organisation_of(&id).await?.ok_or(IdentityError::Unknown)?;
            let contact = store.contact(&organisation, id.as_str()).await?;
            customer(organisation, contact.ok_or(IdentityError::Unknown)?, expires_at)
        }
    }
}

async fn by_jwt(store: &Store, token: &str, now: Timestamp) -> Result<Principal, IdentityError> {
    // What a token says of itself is only believed once its signature has been checked; until then
    // it picks the secret, and whoever knows that may speak for its organisation.
    let named = jwt::organisation(token).map_err(|_| IdentityError::Unknown)?;
    let organisation: Option<Organisation> = match named {
        Some(id) => store.organisation(&id).await?,
        None => Some(store.first_organisation().await?),
    };
    let organisation = organisation.ok_or(IdentityError::Unknown)?.id;
    let secret = store.identity_secret(&organisation).await?;
    let claims = jwt::verify(token, &secret).map_err(|_| IdentityError::Unknown)?;
    let (name, email) = (claims.name.as_deref(), claims.email.as_deref());
    let contact = store.customer(&organisation, &claims.sub, name, email, now).await?;
    if let (Some(id), Some(phone)) = (&contact.participant.id, &claims.phone) {
        store.set_phone(&organisation, id, phone, now).await?;
    }
    customer(organisation, contact, claims.expires_at())
}

fn customer(
    organisation: OrganisationId,
    contact: Contact,
    expires_at: Timestamp,
) -> Result<Principal, IdentityError> {
    let Contact { participant, external_id } = contact;
    let id = participant.id.clone().ok_or(IdentityError::Unknown)?;
    let reader = Reader::Contact { id, organisation };
    Ok(Principal { reader, participant, external_id, expires_at })
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
