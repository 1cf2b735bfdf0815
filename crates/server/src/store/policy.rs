//! An organisation's own rules.

use inbox_model::policy::Policy;
use inbox_model::reply_window::ReplyWindows;
use inbox_model::sla::{BusinessHours, SlaPolicy};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{Row, SqliteConnection};

use super::{OrganisationId, Result, Store, Write};

/// The setting that holds the deadlines, in the model's own form.
const SLA: &str = "sla";
/// The setting that holds the opening hours, in the model's own form.
const HOURS: &str = "business_hours";
/// The setting that holds the lengths of the reply windows, in the model's own form.
const WINDOWS: &str = "reply_windows";

/// What is set under a name, or what holds where nothing is.
pub(super) async fn setting<T: DeserializeOwned + Default>(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    name: &'static str,
) -> Result<T> {
    let sql = "SELECT value FROM organisation_settings WHERE organisation_id = $1 AND name = $2";
    let query = sqlx::query(sql).bind(organisation.as_str()).bind(name);
    let Some(row) = query.fetch_optional(tx).await? else { return Ok(T::default()) };
    Ok(serde_json::from_str(row.try_get(0)?)?)
}

impl Store {
    /// How soon an organisation means to answer.
    ///
    /// # Errors
    /// The database fails.
    pub async fn sla(&self, organisation: &OrganisationId) -> Result<SlaPolicy> {
        setting(&mut *self.readers().acquire().await?, organisation, SLA).await
    }

    /// When an organisation is open; `None`: always.
    ///
    /// # Errors
    /// The database fails.
    pub async fn business_hours(
        &self,
        organisation: &OrganisationId,
    ) -> Result<Option<BusinessHours>> {
        setting(&mut *self.readers().acquire().await?, organisation, HOURS).await
    }

    /// How long each channel lets an organisation write.
    ///
    /// # Errors
    /// The database fails.
    pub async fn reply_windows(&self, organisation: &OrganisationId) -> Result<ReplyWindows> {
        setting(&mut *self.readers().acquire().await?, organisation, WINDOWS).await
    }
}

impl Write {
    /// The rules under which commands are applied in this write.
    pub(super) async fn policy(&mut self) -> Result<Policy> {
        let manner = self.manner();
        let (reply_reopens_closed, answer_pends) = (!manner.keeps_closed, manner.answer_pends);
        let (tx, organisation) = self.scope();
        Ok(Policy {
            sla: setting(&mut *tx, organisation, SLA).await?,
            hours: setting(&mut *tx, organisation, HOURS).await?,
            windows: setting(&mut *tx, organisation, WINDOWS).await?,
            reply_reopens_closed,
            answer_pends,
        })
    }

    /// Sets how soon the organisation means to answer, from the next message on.
    ///
    /// # Errors
    /// The database fails.
    pub async fn set_sla(&mut self, policy: &SlaPolicy) -> Result<()> {
        self.set(SLA, policy).await
    }

    /// Sets when the organisation is open, from the next message on; `None`: always.
    ///
    /// # Errors
    /// The database fails.
    pub async fn set_business_hours(&mut self, hours: Option<&BusinessHours>) -> Result<()> {
        self.set(HOURS, &hours).await
    }

    /// Sets how long each channel lets the organisation write, from the next message on.
    ///
    /// # Errors
    /// The database fails.
    pub async fn set_reply_windows(&mut self, windows: &ReplyWindows) -> Result<()> {
        self.set(WINDOWS, windows).await
    }

    pub(super) async fn set<T: Serialize>(&mut self, name: &'static str, value: &T) -> Result<()> {
        let value = serde_json::to_string(value)?;
        let (tx, organisation) = self.scope();
        let sql = "INSERT INTO organisation_settings (organisation_id, name, value)
                   VALUES ($1, $2, $3)
                   ON CONFLICT (organisation_id, name) DO UPDATE SET value = excluded.value";
        sqlx::query(sql).bind(organisation.as_str()).bind(name).bind(value).execute(tx).await?;
        Ok(())
    }
}
