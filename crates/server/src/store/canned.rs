//! An organisation's canned replies.

use inbox_model::canned::{AT_MOST, CannedReply};

use super::policy::setting;
use super::{OrganisationId, Result, Store, Write};

/// The setting that holds them, in the model's own form.
const CANNED: &str = "canned_replies";

impl Store {
    /// All canned replies, in the order of their names.
    ///
    /// # Errors
    /// The database fails.
    pub async fn canned(&self, organisation: &OrganisationId) -> Result<Vec<CannedReply>> {
        setting(&mut *self.readers().acquire().await?, organisation, CANNED).await
    }
}

impl Write {
    /// Keeps a canned reply, new or in place of the one with its id; all of them then, or `None`
    /// where there are too many already.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_canned(&mut self, reply: CannedReply) -> Result<Option<Vec<CannedReply>>> {
        let mut all = self.without(&reply.id).await?;
        if all.len() >= AT_MOST {
            return Ok(None);
        }
        all.push(reply);
        all.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id.clone()));
        self.set(CANNED, &all).await?;
        Ok(Some(all))
    }

    /// Forgets a canned reply; all that are left.
    ///
    /// # Errors
    /// The database fails.
    pub async fn remove_canned(&mut self, id: &str) -> Result<Vec<CannedReply>> {
        let all = self.without(id).await?;
        self.set(CANNED, &all).await?;
        Ok(all)
    }

    async fn without(&mut self, id: &str) -> Result<Vec<CannedReply>> {
        let (tx, organisation) = self.scope();
        let mut all: Vec<CannedReply> = setting(tx, organisation, CANNED).await?;
        all.retain(|one| one.id != id);
        Ok(all)
    }
}
