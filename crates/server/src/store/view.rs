//! Agents' saved views, each for one organisation.

use inbox_model::ParticipantId;
use inbox_model::view::{View, complete};
use sqlx::Row;

use super::{OrganisationId, Result, Store, Write};

impl Store {
    /// All views of an agent, in order, the four of everybody among them.
    ///
    /// # Errors
    /// The database fails.
    pub async fn views(
        &self,
        organisation: &OrganisationId,
        agent: &ParticipantId,
    ) -> Result<Vec<View>> {
        let sql = "SELECT views FROM saved_views WHERE organisation_id = $1 AND agent_id = $2";
        let query = sqlx::query(sql).bind(organisation.as_str()).bind(agent.as_str());
        let saved = match query.fetch_optional(self.readers()).await? {
            Some(row) => serde_json::from_str(row.try_get(0)?)?,
            None => Vec::new(),
        };
        Ok(complete(saved))
    }
}

impl Write {
    /// Saves an agent's views in the place of those that were there.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_views(&mut self, agent: &ParticipantId, views: &[View]) -> Result<()> {
        let sql = "INSERT INTO saved_views (organisation_id, agent_id, views) VALUES ($1, $2, $3)
                   ON CONFLICT (organisation_id, agent_id) DO UPDATE SET views = excluded.views";
        let (tx, organisation) = self.scope();
        sqlx::query(sql)
            .bind(organisation.as_str())
            .bind(agent.as_str())
            .bind(serde_json::to_string(views)?)
            .execute(tx)
            .await?;
        Ok(())
    }
}
