//! Organisations: who owns what is kept here, and which agents are members of which.

use std::fmt;
use std::sync::Arc;

use inbox_model::{ParticipantId, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::{Result, Store, StoreError, Write, secret};
use crate::id;

/// Names an organisation of this store. It comes from the store and cannot be made of a text
/// elsewhere, and whatever belongs to an organisation asks for one; so nothing is read or written
/// without somebody having looked whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganisationId(Arc<str>);

impl OrganisationId {
    /// A UUID in small letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn from_row(row: &SqliteRow, at: usize) -> Result<Self> {
        Ok(Self(row.try_get::<&str, _>(at)?.into()))
    }

    #[cfg(test)]
    pub(crate) fn of_test(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for OrganisationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What it is called; empty if nobody has said.
    pub name: String,
    /// Since when it is here. No two have the same instant, so the earliest is the first.
    pub created_at: Timestamp,
}

const ORGANISATION: &str = "SELECT o.id, o.name, o.created_at FROM organisations o";

fn organisation(row: &SqliteRow) -> Result<Organisation> {
    Ok(Organisation {
        id: OrganisationId::from_row(row, 0)?,
        name: row.try_get(1)?,
        created_at: Timestamp::from_millis(row.try_get(2)?),
    })
}

/// Makes what every store has: a first organisation, and secrets for each.
pub(super) async fn settle(tx: &mut SqliteConnection, now: Timestamp) -> Result<()> {
    let query = sqlx::query("SELECT 1 FROM organisations LIMIT 1");
    if query.fetch_optional(&mut *tx).await?.is_none() {
        create(tx, "", now).await?;
    }
    for row in sqlx::query("SELECT id FROM organisations").fetch_all(&mut *tx).await? {
        secret::settle(tx, &OrganisationId::from_row(&row, 0)?).await?;
    }
    Ok(())
}

async fn create(tx: &mut SqliteConnection, name: &str, now: Timestamp) -> Result<Organisation> {
    let newest = sqlx::query("SELECT MAX(created_at) FROM organisations").fetch_one(&mut *tx);
    let newest: Option<i64> = newest.await?.try_get(0)?;
    let created_at = newest.map_or(now.as_millis(), |newest| now.as_millis().max(newest + 1));
    let sql = "INSERT INTO organisations (id, name, created_at) VALUES ($1, $2, $3)";
    let id = OrganisationId(id::uuid()?.into());
    sqlx::query(sql).bind(id.as_str()).bind(name).bind(created_at).execute(&mut *tx).await?;
    secret::settle(tx, &id).await?;
    let created_at = Timestamp::from_millis(created_at);
    Ok(Organisation { id, name: name.to_owned(), created_at })
}

/// Makes an agent a member; one who is stays as they are.
pub(super) async fn join(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    agent: &ParticipantId,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO memberships (organisation_id, agent_id, joined_at) VALUES ($1, $2, $3)
               ON CONFLICT DO NOTHING";
    sqlx::query(sql)
        .bind(organisation.as_str())
        .bind(agent.as_str())
        .bind(now.as_millis())
        .execute(tx)
        .await?;
    Ok(())
}

impl Store {
    /// All organisations, the first first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn organisations(&self) -> Result<Vec<Organisation>> {
        let sql = format!("{ORGANISATION} ORDER BY o.created_at, o.id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(organisation).collect()
    }

    /// The organisation that was here first. Every store has one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn first_organisation(&self) -> Result<Organisation> {
        let sql = format!("{ORGANISATION} ORDER BY o.created_at, o.id LIMIT 1");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_one(self.readers()).await?;
        organisation(&row)
    }

    /// The organisation with this id, if there is one. Whoever asks on somebody's behalf has to
    /// look whether that is theirs.
    ///
    /// # Errors
    /// The database fails.
    pub async fn organisation(&self, id: &str) -> Result<Option<Organisation>> {
        let sql = format!("{ORGANISATION} WHERE o.id = $1");
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_ascii_lowercase());
        query.fetch_optional(self.readers()).await?.as_ref().map(organisation).transpose()
    }

    /// The organisations of which an agent is a member, the one joined earliest first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn organisations_of(&self, agent: &ParticipantId) -> Result<Vec<Organisation>> {
        let sql = format!(
            "{ORGANISATION} JOIN memberships m ON m.organisation_id = o.id
             WHERE m.agent_id = $1 ORDER BY m.joined_at, o.created_at, o.id"
        );
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(agent.as_str());
        query.fetch_all(self.readers()).await?.iter().map(organisation).collect()
    }

    /// The organisation to which a contact belongs; `None` if there is no such contact.
    ///
    /// # Errors
    /// The database fails.
    pub async fn organisation_of(&self, contact: &ParticipantId) -> Result<Option<OrganisationId>> {
        let query = sqlx::query("SELECT organisation_id FROM contacts WHERE id = $1");
        let row = query.bind(contact.as_str()).fetch_optional(self.readers()).await?;
        row.map(|row| OrganisationId::from_row(&row, 0)).transpose()
    }

    /// Makes an organisation of this name, which need not be the only one of that name.
    ///
    /// # Errors
    /// The database or the system's random source fails.
    pub async fn create_organisation(&self, name: &str, now: Timestamp) -> Result<Organisation> {
        let mut common = self.common().await?;
        let made = create(common.connection(), name, now).await?;
        common.commit().await?;
        Ok(made)
    }

    /// What an organisation is called.
    ///
    /// # Errors
    /// The database fails.
    pub async fn organisation_name(&self, id: &OrganisationId) -> Result<String> {
        let query = sqlx::query("SELECT name FROM organisations WHERE id = $1").bind(id.as_str());
        Ok(query.fetch_one(self.readers()).await?.try_get(0)?)
    }
}

impl Write {
    /// Gives the organisation another name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn rename_organisation(&mut self, name: &str) -> Result<()> {
        let id = self.organisation().clone();
        sqlx::query("UPDATE organisations SET name = $1 WHERE id = $2")
            .bind(name)
            .bind(id.as_str())
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Makes an agent of the store a member of the organisation.
    ///
    /// # Errors
    /// `NoAgent`, or the database fails.
    pub async fn add_member(&mut self, agent: &ParticipantId) -> Result<()> {
        let query = sqlx::query("SELECT 1 FROM agents WHERE id = $1").bind(agent.as_str());
        if query.fetch_optional(self.connection()).await?.is_none() {
            return Err(StoreError::NoAgent);
        }
        let (id, now) = (self.organisation().clone(), self.now());
        join(self.connection(), &id, agent, now).await
    }

    /// Ends an agent's membership in the organisation. What they have written stays.
    ///
    /// # Errors
    /// `NoAgent` if they are no member, or the database fails.
    pub async fn remove_member(&mut self, agent: &ParticipantId) -> Result<()> {
        let id = self.organisation().clone();
        let sql = "DELETE FROM memberships WHERE organisation_id = $1 AND agent_id = $2";
        let query = sqlx::query(sql).bind(id.as_str()).bind(agent.as_str());
        let done = query.execute(self.connection()).await?;
        if done.rows_affected() == 0 { Err(StoreError::NoAgent) } else { Ok(()) }
    }
}
