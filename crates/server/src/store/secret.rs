//! Secrets of this store, made at its first start.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use inbox_model::Timestamp;
use sqlx::{Row, SqliteConnection};

use super::{Result, Store};
use crate::id;

/// The store's secrets.
#[derive(Clone)]
pub struct Secrets {
    /// The site signs its customers' JWTs with this text (HS256, over its bytes).
    pub identity: String,
    /// Authenticates cursors.
    pub cursor: String,
    /// Names this store in event numbers, so that those of another are not taken for its own. Not
    /// secret.
    pub epoch: String,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets").field("epoch", &self.epoch).finish_non_exhaustive()
    }
}

impl Store {
    /// The secrets, made now if this is the first time.
    ///
    /// # Errors
    /// The database or the system's random source fails.
    pub async fn secrets(&self, now: Timestamp) -> Result<Secrets> {
        let mut write = self.write(now).await?;
        let tx = write.connection();
        let secrets = Secrets {
            identity: secret(tx, "identity", URL_SAFE_NO_PAD.encode(id::random::<32>()?)).await?,
            cursor: secret(tx, "cursor", URL_SAFE_NO_PAD.encode(id::random::<32>()?)).await?,
            epoch: secret(tx, "epoch", id::hex(&id::random::<4>()?)).await?,
        };
        write.finish(None).await?;
        Ok(secrets)
    }
}

/// The secret of this name, which is `fresh` if there was none.
async fn secret(tx: &mut SqliteConnection, name: &'static str, fresh: String) -> Result<String> {
    let sql = "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    sqlx::query(sql).bind(name).bind(fresh).execute(&mut *tx).await?;
    let query = sqlx::query("SELECT value FROM secrets WHERE name = $1").bind(name);
    Ok(query.fetch_one(tx).await?.try_get(0)?)
}
