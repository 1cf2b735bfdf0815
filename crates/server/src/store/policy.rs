//! An organisation's own rules.

use inbox_model::sla::{Policy, SlaPolicy};
use sqlx::{Row, SqliteConnection};

use super::{OrganisationId, Result, Store, Write};

/// The setting that holds the deadlines, in the model's own form.
const SLA: &str = "sla";

async fn setting(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    name: &'static str,
) -> Result<Option<String>> {
    let sql = "SELECT value FROM organisation_settings WHERE organisation_id = $1 AND name = $2";
    let query = sqlx::query(sql).bind(organisation.as_str()).bind(name);
    query.fetch_optional(tx).await?.map(|row| Ok(row.try_get(0)?)).transpose()
}

async fn sla(tx: &mut SqliteConnection, organisation: &OrganisationId) -> Result<SlaPolicy> {
    let text = setting(tx, organisation, SLA).await?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?.unwrap_or_default())
}

impl Store {
    /// How soon an organisation means to answer.
    ///
    /// # Errors
    /// The database fails.
    pub async fn sla(&self, organisation: &OrganisationId) -> Result<SlaPolicy> {
        sla(&mut *self.readers().acquire().await?, organisation).await
    }
}

impl Write {
    /// The rules under which commands are applied in this write.
    pub(super) async fn policy(&mut self) -> Result<Policy> {
        let manner = self.manner();
        let (reply_reopens_closed, answer_pends) = (!manner.keeps_closed, manner.answer_pends);
        let (tx, organisation) = self.scope();
        Ok(Policy { sla: sla(tx, organisation).await?, reply_reopens_closed, answer_pends })
    }

    /// Sets how soon the organisation means to answer, from the next message on.
    ///
    /// # Errors
    /// The database fails.
    pub async fn set_sla(&mut self, policy: &SlaPolicy) -> Result<()> {
        let value = serde_json::to_string(policy)?;
        let (tx, organisation) = self.scope();
        let sql = "INSERT INTO organisation_settings (organisation_id, name, value)
                   VALUES ($1, $2, $3)
                   ON CONFLICT (organisation_id, name) DO UPDATE SET value = excluded.value";
        sqlx::query(sql).bind(organisation.as_str()).bind(SLA).bind(value).execute(tx).await?;
        Ok(())
    }
}
