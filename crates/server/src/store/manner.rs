//! In which manner a write is done: what systems differ in, and what a request brought along.

use std::sync::Arc;

use inbox_model::{Conversation, MediaId, PartId};

use super::Write;

/// The manner of a write. It is the standard one unless a route says otherwise.
#[derive(Debug, Default)]
pub(super) struct Manner {
    /// Whether a customer's reply leaves closed what is closed.
    pub(super) keeps_closed: bool,
    /// Whether an agent's answer makes an open conversation pending.
    pub(super) answer_pends: bool,
    /// Whether what is said stays here, and is handed to no channel.
    pub(super) keeps_quiet: bool,
    /// The files that came with the request.
    pub(super) came_with: Vec<MediaId>,
}

/// Takes the delivery from what was said quietly: nothing will ever report on it.
pub(super) fn hush(conversation: &mut Conversation, added: &[PartId]) {
    for part in &mut conversation.parts {
        if part.delivery.is_some() && added.contains(&part.id) {
            Arc::make_mut(part).delivery = None;
        }
    }
}

impl Write {
    /// From now on a customer's reply leaves closed what is closed, as some systems have it.
    pub fn keep_closed(&mut self) {
        self.manner().keeps_closed = true;
    }

    /// From now on an agent's answer makes an open conversation pending, as some systems have it.
    pub fn pend_on_answers(&mut self) {
        self.manner().answer_pends = true;
    }

    /// From now on nobody is told of what is said: it is handed to no channel.
    pub fn keep_quiet(&mut self) {
        self.manner().keeps_quiet = true;
    }

    /// These files came with the request, so whoever asks may send them.
    pub fn bring(&mut self, files: impl IntoIterator<Item = MediaId>) {
        self.manner().came_with.extend(files);
    }
}
