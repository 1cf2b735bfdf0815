//! The effects of one step, in order.

use super::event::Effect;
use crate::id::{CommandId, ConversationId};
use crate::outbox::Entry;

/// Among how many of the last ones a twin is looked for.
#[cfg(feature = "company")]
const RECENT: usize = 64;

/// Effects as they are found. What only says that something is different is said once.
#[derive(Debug, Default)]
pub(super) struct Effects(Vec<Effect>);

impl Effects {
    pub(super) fn push(&mut self, effect: Effect) {
        // A list of thousands tells of each of them once; to look for a twin among all would take
        // longer than to be told twice.
        #[cfg(feature = "company")]
        let said = self.0.get(self.0.len().saturating_sub(RECENT)..).unwrap_or_default();
        #[cfg(not(feature = "company"))]
        let said = &self.0;
        if !said.iter().any(|said| says_the_same(said, &effect)) {
            self.0.push(effect);
        }
    }

    // The everyday ones. Out of line: an effect takes more code to make than to ask for.

    #[inline(never)]
    pub(super) fn changed(&mut self, id: &ConversationId) {
        self.push(Effect::Changed(id.clone()));
    }

    #[inline(never)]
    pub(super) fn list_changed(&mut self) {
        self.push(Effect::ListChanged);
    }

    #[inline(never)]
    pub(super) fn outbox_changed(&mut self) {
        self.push(Effect::OutboxChanged);
    }

    #[inline(never)]
    pub(super) fn save(&mut self, entry: &Entry) {
        self.push(Effect::Save(entry.clone()));
    }

    #[inline(never)]
    pub(super) fn forget(&mut self, command: &CommandId) {
        self.push(Effect::Forget(command.clone()));
    }

    pub(super) fn into_vec(self) -> Vec<Effect> {
        self.0
    }
}

/// Whether both only say that something is different, and the same thing.
fn says_the_same(one: &Effect, two: &Effect) -> bool {
    match (one, two) {
        (Effect::Fetch { id: one }, Effect::Fetch { id: two })
        | (Effect::Changed(one), Effect::Changed(two))
        | (Effect::Gone(one), Effect::Gone(two)) => one == two,
        (Effect::Renamed { from, to }, Effect::Renamed { from: other, to: too }) => {
            from == other && to == too
        }
        (Effect::List, Effect::List)
        | (Effect::ListChanged, Effect::ListChanged)
        | (Effect::OutboxChanged, Effect::OutboxChanged)
        | (Effect::ConnectionChanged, Effect::ConnectionChanged) => true,
        _ => false,
    }
}
