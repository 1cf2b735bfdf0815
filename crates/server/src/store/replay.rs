//! Telling anew what was answered, where the answer itself was forgotten because something in it was
//! removed for good.
//!
//! The route runs again over a write that does nothing: what it would do was done, so it gets the
//! parts that were made then, as they are now, and writes its answer from them.

use std::sync::Arc;

use inbox_model::{ConversationId, Part, PartId};
use sqlx::SqliteConnection;

use super::link::Links;
use super::write::Written;
use super::{OrganisationId, Result, StoreError, read};

/// What a write did, whose answer was forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Replay {
    /// Where.
    pub(super) conversation: ConversationId,
    /// The parts that it added, in order.
    pub(super) added: Vec<PartId>,
}

impl Replay {
    /// What it did to a conversation, as that is now.
    ///
    /// # Errors
    /// `NoConversation` where it did nothing to this one, or the database fails.
    pub(super) async fn tell(
        &self,
        tx: &mut SqliteConnection,
        organisation: &OrganisationId,
        links: &Links,
        id: &ConversationId,
    ) -> Result<Written> {
        if *id != self.conversation {
            return Err(StoreError::NoConversation);
        }
        let mut added: Vec<Arc<Part>> = Vec::with_capacity(self.added.len());
        for part in &self.added {
            let part = read::part(tx, id, part).await?;
            added.extend(part.map(|part| links.part(organisation, part)));
        }
        Ok(Written { added, changed: Vec::new() })
    }
}
