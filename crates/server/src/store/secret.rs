//! Secrets: the store's own, and each organisation's.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sqlx::{Row, SqliteConnection, SqlitePool};

use super::link::Key;
use super::{OrganisationId, Result, Store, StoreError};
use crate::id;

/// The store's secrets.
#[derive(Clone)]
pub struct Secrets {
    /// Authenticates cursors.
    pub cursor: String,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets").finish_non_exhaustive()
    }
}

/// The organisation signs its customers' JWTs with this text (HS256, over its bytes).
const IDENTITY: &str = "identity";

/// Whoever updates single parts for an organisation shows this text, or an agent's seal that was made
/// with it (`identity::seal`).
const SEAL: &str = "seal";

/// Names an organisation's event numbers, so that those of another, or of a store that was set up
/// anew, are not taken for its own. Not secret.
const EPOCH: &str = "epoch";

impl Store {
    /// The secrets, made now if this is the first time.
    ///
    /// # Errors
    /// The database or the system's random source fails.
    pub async fn secrets(&self) -> Result<Secrets> {
        let mut common = self.common().await?;
        let cursor = kept(common.connection(), "cursor").await?;
        common.commit().await?;
        Ok(Secrets { cursor })
    }

    /// The secret with which an organisation's site vouches for its customers.
    ///
    /// # Errors
    /// The database fails.
    pub async fn identity_secret(&self, organisation: &OrganisationId) -> Result<String> {
        self.organisation_secret(organisation, IDENTITY).await
    }

    /// The secret that updates of single parts must show, beside a token.
    ///
    /// # Errors
    /// The database fails.
    pub async fn seal_secret(&self, organisation: &OrganisationId) -> Result<String> {
        self.organisation_secret(organisation, SEAL).await
    }

    /// What an organisation's event numbers begin with.
    ///
    /// # Errors
    /// The database fails.
    pub async fn epoch(&self, organisation: &OrganisationId) -> Result<String> {
        self.organisation_secret(organisation, EPOCH).await
    }

    async fn organisation_secret(
        &self,
        organisation: &OrganisationId,
        name: &'static str,
    ) -> Result<String> {
        let sql = "SELECT value FROM organisation_secrets WHERE organisation_id = $1 AND name = $2";
        let query = sqlx::query(sql).bind(organisation.as_str()).bind(name);
        Ok(query.fetch_one(self.readers()).await?.try_get(0)?)
    }
}

/// What links to files are signed with, made now if this is the first time.
pub(super) async fn link_key(writer: &SqlitePool) -> Result<Key> {
    let secret = kept(&mut *writer.acquire().await?, "links").await?;
    Key::new(&secret).ok_or(StoreError::Stopping)
}

/// A secret of the store's own, made now if there is none.
async fn kept(connection: &mut SqliteConnection, name: &'static str) -> Result<String> {
    let sql = "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    sqlx::query(sql).bind(name).bind(long()?).execute(&mut *connection).await?;
    let query = sqlx::query("SELECT value FROM secrets WHERE name = $1").bind(name);
    Ok(query.fetch_one(connection).await?.try_get(0)?)
}

/// Makes the secrets that an organisation lacks.
pub(super) async fn settle(tx: &mut SqliteConnection, organisation: &OrganisationId) -> Result<()> {
    let sql = "INSERT INTO organisation_secrets (organisation_id, name, value)
               VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    for (name, fresh) in
        [(IDENTITY, long()?), (SEAL, long()?), (EPOCH, id::hex(&id::random::<4>()?))]
    {
        let query = sqlx::query(sql).bind(organisation.as_str()).bind(name).bind(fresh);
        query.execute(&mut *tx).await?;
    }
    Ok(())
}

/// A text that nobody can guess.
fn long() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(id::random::<32>()?))
}
