//! How far everybody has read.

use super::{Change, Context};
use crate::command::Readers;
use crate::conversation::ReadReceipt;
use crate::id::ParticipantId;
use crate::participant::Participant;

pub(super) fn mark_read(change: &mut Change, readers: &Readers, context: &Context<'_>) {
    if readers.me
        && let Some(id) = &context.actor.id
    {
        change.read_all(id, Some(context.actor));
        let conversation = change.conversation();
        conversation.unread = Some(0);
        #[cfg(feature = "company")]
        conversation.handling.marked_unread_by.retain(|agent| agent != id);
    }
    #[cfg(feature = "company")]
    super::company::move_receipts(change, readers);
}

impl Change {
    /// Moves the receipt of one participant to the newest part, making it if `or_new` says so.
    pub(super) fn read_all(&mut self, reader: &ParticipantId, or_new: Option<&Participant>) {
        let conversation = &mut self.done.conversation;
        let Some(newest) = conversation.parts.last().map(|part| part.id.clone()) else { return };
        let receipts = &mut conversation.read_receipts;
        if let Some(receipt) = receipts.iter_mut().find(|receipt| &receipt.participant == reader) {
            receipt.last_read_part = newest;
        } else if let Some(participant) = or_new {
            receipts.push(ReadReceipt {
                participant: reader.clone(),
                kind: participant.kind.clone(),
                last_read_part: newest,
            });
        }
    }
}
