//! Opaque bearer tokens. The store keeps a digest: whoever reads the file cannot sign in with it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use inbox_model::{ParticipantId, Timestamp};
use sha2::{Digest, Sha256};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Result, Store};
use crate::id;

/// For whom a token speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// An agent.
    Agent,
    /// A customer or a visitor.
    Customer,
}

impl Role {
    /// The role's name in the database and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Customer => "customer",
        }
    }

    /// Leaked tokens are found by their beginning.
    fn prefix(self) -> &'static str {
        match self {
            Self::Agent => "iat_",
            Self::Customer => "ict_",
        }
    }
}

/// A token that is to be made.
#[derive(Clone, Debug)]
pub struct NewToken<'a> {
    /// For whom it speaks.
    pub role: Role,
    /// The agent or contact.
    pub subject: &'a ParticipantId,
    /// What it is for, for those who look through the list.
    pub name: &'a str,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A token as the store knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The first 12 digits of its digest, by which it can be named without being shown.
    pub id: String,
    /// For whom it speaks.
    pub role: Role,
    /// The agent or contact.
    pub subject: ParticipantId,
    /// What it is for.
    pub name: String,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl Token {
    /// Whether it still speaks for anybody.
    pub fn is_valid_at(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

/// How long a token stays in the list after its end.
const KEPT_MILLIS: i64 = 30 * inbox_model::time::DAY;

const TOKEN: &str = "SELECT hash, role, subject, name, expires_at, revoked_at FROM tokens";

fn token(row: &SqliteRow) -> Result<Token> {
    let hash: &str = row.try_get(0)?;
    let role = match row.try_get::<&str, _>(1)? {
        "agent" => Role::Agent,
        _ => Role::Customer,
    };
    let revoked_at: Option<i64> = row.try_get(5)?;
    Ok(Token {
        id: hash.chars().take(12).collect(),
        role,
        subject: row.try_get::<&str, _>(2)?.into(),
        name: row.try_get(3)?,
        expires_at: Timestamp::from_millis(row.try_get(4)?),
        revoked_at: revoked_at.map(Timestamp::from_millis),
    })
}

fn digest(text: &str) -> String {
    id::hex(&Sha256::digest(text.as_bytes()))
}

impl Store {
    /// Makes a token and returns its text, which nobody can read again.
    ///
    /// # Errors
    /// The database fails.
    pub async fn create_token(&self, new: &NewToken<'_>, now: Timestamp) -> Result<String> {
        let text = format!("{}{}", new.role.prefix(), URL_SAFE_NO_PAD.encode(id::random::<32>()?));
        let sql = "INSERT INTO tokens (hash, role, subject, name, created_at, expires_at)
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let mut common = self.common().await?;
        sqlx::query(sql)
            .bind(digest(&text))
            .bind(new.role.as_str())
            .bind(new.subject.as_str())
            .bind(new.name)
            .bind(now.as_millis())
            .bind(new.expires_at.as_millis())
            .execute(common.connection())
            .await?;
        common.commit().await?;
        Ok(text)
    }

    /// The token of this text, valid or not. The digest is what is compared, so how long it takes
    /// tells nothing of the text.
    ///
    /// # Errors
    /// The database fails.
    pub async fn token(&self, text: &str) -> Result<Option<Token>> {
        let sql = format!("{TOKEN} WHERE hash = $1");
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(digest(text));
        query.fetch_optional(self.readers()).await?.as_ref().map(token).transpose()
    }

    /// All tokens, newest first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tokens(&self) -> Result<Vec<Token>> {
        let sql = format!("{TOKEN} ORDER BY created_at DESC, hash");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(token).collect()
    }

    /// Forgets tokens that ended a month ago. For a background task.
    ///
    /// # Errors
    /// The database fails.
    pub async fn prune_tokens(&self, now: Timestamp) -> Result<()> {
        let _turn = self.shared.turn.lock().await;
        sqlx::query("DELETE FROM tokens WHERE expires_at < $1")
            .bind(now.plus(-KEPT_MILLIS).as_millis())
            .execute(&self.shared.writer)
            .await?;
        Ok(())
    }

    /// Revokes the token of this text, or with this id (12 digits, as [`Token::id`]). Says whether
    /// there was one that was not revoked yet.
    ///
    /// # Errors
    /// The database fails.
    pub async fn revoke_token(&self, text_or_id: &str, now: Timestamp) -> Result<bool> {
        let sql = "UPDATE tokens SET revoked_at = $1
                   WHERE revoked_at IS NULL AND (hash = $2 OR SUBSTR(hash, 1, 12) = $3)";
        let mut common = self.common().await?;
        let done = sqlx::query(sql)
            .bind(now.as_millis())
            .bind(digest(text_or_id))
            .bind(text_or_id)
            .execute(common.connection())
            .await?;
        common.commit().await?;
        Ok(done.rows_affected() > 0)
    }
}
