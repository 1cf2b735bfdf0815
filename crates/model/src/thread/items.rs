//! A thread as a list of lines.

use std::sync::Arc;

use super::{Item, Pending};
use crate::conversation::ReadReceipt;
use crate::id::PartId;
use crate::part::Part;
use crate::participant::Participant;

/// For whom a thread is shown, and how.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The reader.
    pub me: &'a Participant,
    /// How far the reader's clock is ahead of UTC, in minutes.
    pub offset_minutes: i32,
    /// The last part that was read: the divider stands behind it if somebody else has said
    /// something since. `None`, or a part that is not here: no divider.
    pub unread_after: Option<&'a PartId>,
    /// How far everybody has read.
    pub receipts: &'a [ReadReceipt],
    /// Leave out what customers may not see.
    pub public_only: bool,
}

/// The lines of a thread. `parts` are in order and unique, as [`merge`](super::merge) makes them;
/// pending messages follow in their own order, but for those that are parts already.
pub fn items(parts: &[Arc<Part>], pending: &[Pending], options: &Options<'_>) -> Vec<Item> {
    let _ = (parts, pending, options);
    Vec::new()
}

/// How many parts others have said that `me` has not read. Whoever writes has seen what stands
/// above, so one's own messages count as read up to there even if the receipt is older, or
/// missing, or names a part that is not here.
pub fn unread_count(parts: &[Arc<Part>], last_read: Option<&PartId>, me: &Participant) -> u32 {
    let _ = (parts, last_read, me);
    0
}
