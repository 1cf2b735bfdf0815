//! Handle to instance. Dropping an instance takes its widget down, so this table is the one place
//! that decides how long a widget lives.

use std::any::Any;
use std::cell::{Cell, RefCell};

use inbox_model::sorted::SortedMap;

use crate::i18n::I18n;
use crate::reactive::RwSignal;
use crate::sync::Engine;

/// A mounted widget.
pub(super) struct Instance {
    /// Unmounts when dropped.
    pub(super) _unmount: Box<dyn Any>,
    pub(super) engine: Engine,
    pub(super) i18n: I18n,
    pub(super) open: RwSignal<bool>,
}

/// All mounted widgets of this page.
#[derive(Default)]
pub(super) struct Handles {
    next: Cell<u32>,
    instances: RefCell<SortedMap<u32, Instance>>,
}

impl Handles {
    /// Keeps an instance; its handle is never given again.
    pub(super) fn insert(&self, instance: Instance) -> u32 {
        let handle = self.next.get().wrapping_add(1);
        self.next.set(handle);
        self.instances.borrow_mut().insert(handle, instance);
        handle
    }

    /// Does something with an instance, if it is there.
    pub(super) fn with(&self, handle: u32, act: impl FnOnce(&Instance)) {
        if let Some(instance) = self.instances.borrow().get(&handle) {
            act(instance);
        }
    }

    /// Gives an instance up.
    pub(super) fn remove(&self, handle: u32) -> Option<Instance> {
        self.instances.borrow_mut().remove(&handle)
    }
}
