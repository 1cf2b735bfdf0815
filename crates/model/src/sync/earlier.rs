//! A thread may be longer than what a conversation comes with: what lies before is read on demand.

use std::sync::Arc;

use super::Inbox;
use super::effects::Effects;
use super::held::Held;
use crate::id::{ConversationId, PartId};
use crate::part::Part;
use crate::thread;

/// A conversation that comes with fewer parts comes with all of them. Systems tell hundreds at once,
/// though not all of what they keep may have a form here.
const WHOLE: usize = 100;

impl Inbox {
    /// The first part that is held, if more may lie before it: what to ask for.
    pub fn first_held(&self, id: &ConversationId) -> Option<PartId> {
        let id = self.resolve(id);
        let held = self.held.get(&id).filter(|held| held.freshness.loaded)?;
        let first = held.parts.first().filter(|part| !part.id.is_provisional())?;
        let may_be_more = held.parts.len() >= WHOLE && self.beginnings.get(&id) != Some(&first.id);
        may_be_more.then(|| first.id.clone())
    }

    /// Whether the thread is held from its beginning on, as far as can be known.
    pub fn begins_here(&self, id: &ConversationId) -> bool {
        self.has_parts(id) && self.first_held(id).is_none()
    }

    /// Takes in what lies before the parts that are held.
    pub(super) fn take_earlier(
        &mut self,
        id: &ConversationId,
        before: &PartId,
        parts: &[Arc<Part>],
        begins: bool,
        to: &mut Effects,
    ) {
        let id = self.resolve(id);
        let Some(held) = self.held.get_mut(&id) else { return };
        if !held.prepend(before, parts) {
            return;
        }
        if begins && let Some(first) = held.parts.first() {
            self.beginnings.insert(id.clone(), first.id.clone());
        }
        to.changed(&id);
    }
}

impl Held {
    /// False where the thread does not begin with this part any more: then there may be a gap.
    fn prepend(&mut self, before: &PartId, parts: &[Arc<Part>]) -> bool {
        let fits = self.parts.first().is_some_and(|part| part.id == *before);
        if fits {
            self.parts = thread::merge(parts, &self.parts);
        }
        fits
    }
}

#[cfg(test)]
mod tests;
