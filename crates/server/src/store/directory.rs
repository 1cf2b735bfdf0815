//! What the workspace knows beside its people: its name, teams, tags and other settings.

use inbox_dialects::session::Team;
use inbox_model::tag::Tag;
use sqlx::{Row, SqliteConnection};

use super::{Result, Store, Write};

const WORKSPACE: &str = "workspace";

pub(super) async fn save_team(tx: &mut SqliteConnection, team: &Team) -> Result<()> {
    let sql = "INSERT INTO teams (id, name) VALUES ($1, $2)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name";
    sqlx::query(sql).bind(team.id.as_str()).bind(&team.name).execute(tx).await?;
    Ok(())
}

pub(super) async fn save_tag(tx: &mut SqliteConnection, tag: &Tag) -> Result<()> {
    let sql = "INSERT INTO tags (id, name) VALUES ($1, $2)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name";
    sqlx::query(sql).bind(tag.id.as_str()).bind(&tag.name).execute(tx).await?;
    Ok(())
}

pub(super) async fn save_setting(tx: &mut SqliteConnection, name: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO settings (name, value) VALUES ($1, $2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    sqlx::query(sql).bind(name).bind(value).execute(tx).await?;
    Ok(())
}

pub(super) async fn save_workspace(tx: &mut SqliteConnection, name: &str) -> Result<()> {
    save_setting(tx, WORKSPACE, name).await
}

impl Store {
    /// The workspace's name; empty if it has none.
    ///
    /// # Errors
    /// The database fails.
    pub async fn workspace(&self) -> Result<String> {
        Ok(self.setting(WORKSPACE).await?.unwrap_or_default())
    }

    /// A setting.
    ///
    /// # Errors
    /// The database fails.
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        let query = sqlx::query("SELECT value FROM settings WHERE name = $1").bind(name);
        let row = query.fetch_optional(self.readers()).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    /// All teams, by name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn teams(&self) -> Result<Vec<Team>> {
        let query = sqlx::query("SELECT id, name FROM teams ORDER BY name, id");
        let rows = query.fetch_all(self.readers()).await?;
        let teams = rows
            .iter()
            .map(|row| Ok(Team { id: row.try_get::<&str, _>(0)?.into(), name: row.try_get(1)? }));
        teams.collect()
    }

    /// All tags, by name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tags(&self) -> Result<Vec<Tag>> {
        let query = sqlx::query("SELECT id, name FROM tags ORDER BY name, id");
        let rows = query.fetch_all(self.readers()).await?;
        let tags = rows
            .iter()
            .map(|row| Ok(Tag { id: row.try_get::<&str, _>(0)?.into(), name: row.try_get(1)? }));
        tags.collect()
    }
}

impl Write {
    /// Names the workspace.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_workspace(&mut self, name: &str) -> Result<()> {
        save_workspace(self.connection(), name).await
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_setting(&mut self, name: &str, value: &str) -> Result<()> {
        save_setting(self.connection(), name, value).await
    }

    /// Adds a team or renames it.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_team(&mut self, team: &Team) -> Result<()> {
        save_team(self.connection(), team).await
    }

    /// Adds a tag or renames it.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_tag(&mut self, tag: &Tag) -> Result<()> {
        save_tag(self.connection(), tag).await
    }

    /// The tag with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tag(&mut self, id: &str) -> Result<Option<Tag>> {
        let query = sqlx::query("SELECT id, name FROM tags WHERE id = $1").bind(id);
        let row = query.fetch_optional(self.connection()).await?;
        row.map(|row| Ok(Tag { id: row.try_get::<&str, _>(0)?.into(), name: row.try_get(1)? }))
            .transpose()
    }

    /// Whether there is a team with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn has_team(&mut self, id: &str) -> Result<bool> {
        let query = sqlx::query("SELECT 1 FROM teams WHERE id = $1").bind(id);
        Ok(query.fetch_optional(self.connection()).await?.is_some())
    }
}
