//! The agents' list of conversations: their ids in order, and a signal for each at which somebody looks.
//!
//! What a conversation is, the engine knows anyway. So a list of a hundred thousand is no more than
//! their ids, and one that takes its place, as another view does, is there at once.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use inbox_model::{Conversation, ConversationId};
use leptos::prelude::*;
use rustc_hash::FxBuildHasher;

use super::by_key::ByKey;
use crate::reactive::{ArcRwSignal, RwSignal};

type Known = Arc<Conversation>;

/// Finds what is known of a conversation.
pub type Source = Box<dyn Fn(&ConversationId) -> Option<Known>>;

/// The list. Copied freely; it lives as long as the owner that made it.
#[derive(Clone, Copy)]
pub struct Listing {
    /// Tells that the order has changed.
    order: RwSignal<()>,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    ids: RefCell<Vec<ConversationId>>,
    /// The same to look into, once somebody has asked.
    members: RefCell<Option<HashSet<ConversationId, FxBuildHasher>>>,
    /// What somebody has looked at.
    signals: RefCell<ByKey<ConversationId, ArcRwSignal<Known>>>,
    source: RefCell<Option<Source>>,
}

impl Default for Listing {
    fn default() -> Self {
        Self { order: RwSignal::new(()), inner: StoredValue::new_local(Rc::default()) }
    }
}

impl Listing {
    /// Where it is known what the conversations are.
    pub fn draw_from(self, source: Source) {
        let _ = self.inner.try_with_value(|inner| inner.source.replace(Some(source)));
    }

    /// The ids in order; subscribes to the order alone.
    pub fn keys(self) -> Vec<ConversationId> {
        self.with_keys(<[ConversationId]>::to_vec)
    }

    /// A look at the ids without a copy; subscribes to the order alone.
    pub fn with_keys<R>(self, look: impl FnOnce(&[ConversationId]) -> R) -> R {
        self.order.track();
        match self.inner.try_with_value(Rc::clone) {
            Some(inner) => look(&inner.ids.borrow()),
            None => look(&[]),
        }
    }

    /// The signal of one conversation, in the list or not. `None` if nothing is known of it.
    pub fn get(self, id: &ConversationId) -> Option<ArcRwSignal<Known>> {
        let inner = self.inner.try_with_value(Rc::clone)?;
        if let Some(signal) = inner.signals.borrow().get(id) {
            return Some(signal.clone());
        }
        let known = inner.source.borrow().as_ref()?(id)?;
        let signal = ArcRwSignal::new(known);
        inner.signals.borrow_mut().insert(id.clone(), signal.clone());
        Some(signal)
    }

    /// Whether a conversation is in the list, now.
    pub fn has(self, id: &ConversationId) -> bool {
        let has = |inner: &Rc<Inner>| {
            let mut members = inner.members.borrow_mut();
            let all = || inner.ids.borrow().iter().cloned().collect();
            members.get_or_insert_with(all).contains(id)
        };
        self.inner.try_with_value(has).unwrap_or(false)
    }

    /// Makes the list what is given; no id may come twice.
    pub fn set(self, ids: Vec<ConversationId>) {
        let Some(inner) = self.inner.try_with_value(Rc::clone) else { return };
        let before = inner.ids.replace(ids);
        if before != *inner.ids.borrow() {
            inner.members.take();
            self.order.set(());
        }
    }

    /// Changes the order of a few: takes some out, and lets `place` put those that come among the ids.
    pub(super) fn edit(
        self,
        gone: &[ConversationId],
        come: impl Iterator<Item = ConversationId>,
        place: impl FnOnce(&mut Vec<ConversationId>),
    ) {
        let Some(inner) = self.inner.try_with_value(Rc::clone) else { return };
        if let Some(members) = inner.members.borrow_mut().as_mut() {
            for id in gone {
                members.remove(id);
            }
            members.extend(come);
        }
        place(&mut inner.ids.borrow_mut());
        self.order.set(());
    }

    /// A conversation is different.
    pub fn update(self, id: &ConversationId, now: Known) {
        let signal =
            self.inner.try_with_value(|inner| inner.signals.borrow().get(id).cloned()).flatten();
        if let Some(signal) = signal {
            signal.set_if_new(now);
        }
    }

    /// A conversation is no longer known.
    pub(super) fn forget(self, id: &ConversationId) {
        let _ = self.inner.try_with_value(|inner| inner.signals.borrow_mut().remove(id));
    }

    /// Nothing is known any more.
    pub(super) fn forget_all(self) {
        let _ = self.inner.try_with_value(|inner| inner.signals.borrow_mut().clear());
    }

    /// Whether there is no row.
    pub fn is_empty(self) -> bool {
        self.with_keys(<[ConversationId]>::is_empty)
    }
}
