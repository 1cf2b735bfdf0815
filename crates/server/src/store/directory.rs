//! What an organisation has beside its people, teams and tags; and settings of the store.

use inbox_dialects::session::Team;
use inbox_model::search::folded;
use inbox_model::tag::Tag;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::{OrganisationId, Result, Store, StoreError, Write};

pub(super) async fn save_team(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    team: &Team,
) -> Result<()> {
    let sql = "INSERT INTO teams (id, name, organisation_id) VALUES ($1, $2, $3)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name
               WHERE teams.organisation_id = excluded.organisation_id";
    let query = sqlx::query(sql).bind(team.id.as_str()).bind(&team.name);
    let saved = query.bind(organisation.as_str()).execute(tx).await?;
    if saved.rows_affected() == 0 { Err(StoreError::Taken) } else { Ok(()) }
}

pub(super) async fn save_tag(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    tag: &Tag,
) -> Result<()> {
    let sql = "INSERT INTO tags (id, name, organisation_id, search) VALUES ($1, $2, $3, $4)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, search = excluded.search
               WHERE tags.organisation_id = excluded.organisation_id";
    let query = sqlx::query(sql).bind(tag.id.as_str()).bind(&tag.name);
    let query = query.bind(organisation.as_str()).bind(folded([tag.name.as_str()].into_iter()));
    let saved = query.execute(tx).await?;
    if saved.rows_affected() == 0 { Err(StoreError::Taken) } else { Ok(()) }
}

pub(super) fn team(row: &SqliteRow) -> Result<Team> {
    Ok(Team { id: row.try_get::<&str, _>(0)?.into(), name: row.try_get(1)? })
}

pub(super) fn tag(row: &SqliteRow) -> Result<Tag> {
    Ok(Tag { id: row.try_get::<&str, _>(0)?.into(), name: row.try_get(1)? })
}

async fn tags(tx: &mut SqliteConnection, organisation: &OrganisationId) -> Result<Vec<Tag>> {
    let sql = "SELECT id, name FROM tags WHERE organisation_id = $1 ORDER BY name, id";
    let query = sqlx::query(sql).bind(organisation.as_str());
    query.fetch_all(tx).await?.iter().map(tag).collect()
}

pub(super) async fn save_setting(tx: &mut SqliteConnection, name: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO settings (name, value) VALUES ($1, $2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    sqlx::query(sql).bind(name).bind(value).execute(tx).await?;
    Ok(())
}

impl Store {
    /// A setting of the store.
    ///
    /// # Errors
    /// The database fails.
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        let query = sqlx::query("SELECT value FROM settings WHERE name = $1").bind(name);
        let row = query.fetch_optional(self.readers()).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    /// All teams of an organisation, by name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn teams(&self, organisation: &OrganisationId) -> Result<Vec<Team>> {
        let sql = "SELECT id, name FROM teams WHERE organisation_id = $1 ORDER BY name, id";
        let query = sqlx::query(sql).bind(organisation.as_str());
        query.fetch_all(self.readers()).await?.iter().map(team).collect()
    }

    /// All tags of an organisation, by name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tags(&self, organisation: &OrganisationId) -> Result<Vec<Tag>> {
        tags(&mut *self.readers().acquire().await?, organisation).await
    }
}

impl Write {
    /// Sets a setting of the store.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_setting(&mut self, name: &str, value: &str) -> Result<()> {
        save_setting(self.connection(), name, value).await
    }

    /// Adds a team or renames it.
    ///
    /// # Errors
    /// `Taken` if the id is another organisation's, or the database fails.
    pub async fn save_team(&mut self, team: &Team) -> Result<()> {
        let (tx, organisation) = self.scope();
        save_team(tx, organisation, team).await
    }

    /// Adds a tag or renames it.
    ///
    /// # Errors
    /// `Taken` if the id is another organisation's, or the database fails.
    pub async fn save_tag(&mut self, tag: &Tag) -> Result<()> {
        let (tx, organisation) = self.scope();
        save_tag(tx, organisation, tag).await
    }

    /// The tag with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tag(&mut self, id: &str) -> Result<Option<Tag>> {
        let (tx, organisation) = self.scope();
        let sql = "SELECT id, name FROM tags WHERE id = $1 AND organisation_id = $2";
        let query = sqlx::query(sql).bind(id).bind(organisation.as_str());
        query.fetch_optional(tx).await?.as_ref().map(tag).transpose()
    }

    /// All tags of the organisation, by name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tags(&mut self) -> Result<Vec<Tag>> {
        let (tx, organisation) = self.scope();
        tags(tx, organisation).await
    }

    /// Whether there is a team with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn has_team(&mut self, id: &str) -> Result<bool> {
        let (tx, organisation) = self.scope();
        let sql = "SELECT 1 FROM teams WHERE id = $1 AND organisation_id = $2";
        let query = sqlx::query(sql).bind(id).bind(organisation.as_str());
        Ok(query.fetch_optional(tx).await?.is_some())
    }
}
