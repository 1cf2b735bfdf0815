//! Tags, and who put them where.

use serde::{Deserialize, Serialize};

use crate::id::TagId;
use crate::participant::Participant;
use crate::time::Timestamp;

/// A workspace tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// Its current name. Untrusted text.
    pub name: String,
}

/// By how many different tags a list can be narrowed at once.
pub const TAGS_OF_FILTER: usize = 100;

/// One attachment of a tag to a part, kept after removal so that the history can be shown
/// (Featurebase `tagApplications`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagApplication {
    /// The tag.
    pub tag_id: TagId,
    /// Its name, while it still exists in the workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When it was attached.
    pub applied_at: Timestamp,
    /// Who attached it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applied_by: Option<Participant>,
    /// When it was removed; `None` while it is attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<Timestamp>,
    /// Who removed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_by: Option<Participant>,
}

impl TagApplication {
    /// Whether the tag is attached now.
    pub fn is_current(&self) -> bool {
        self.removed_at.is_none()
    }
}
