//! A keyed list in which every row is a signal of its own.
//!
//! A keyed `<For>` rebuilds a row only when its key changes, so what a row shows must not be part
//! of its key. Here the order of keys is one signal and each value another: one incoming message
//! touches one row, and the list only where the order changes. A value becomes a signal when somebody
//! first looks at it: of ten thousand lines a few dozen are in sight.

use std::cell::RefCell;
use std::hash::Hash;
use std::rc::Rc;

use leptos::prelude::*;

use super::by_key::ByKey;
use crate::reactive::{ArcRwSignal, RwSignal};

/// The list. Copied freely; it lives as long as the owner that made it.
pub struct Rows<K: 'static, V: 'static> {
    /// Tells that the order has changed.
    order: RwSignal<()>,
    inner: StoredValue<Rc<Inner<K, V>>, LocalStorage>,
}

struct Inner<K, V: 'static> {
    keys: RefCell<Vec<K>>,
    cells: RefCell<ByKey<K, Row<V>>>,
    /// Tells that something has become of some row.
    #[cfg(feature = "desk")]
    any: RwSignal<()>,
}

/// A row, and whether the list that is being set has it.
struct Row<V: 'static> {
    value: V,
    signal: Option<ArcRwSignal<V>>,
    stays: bool,
}

impl<V: Clone + 'static> Row<V> {
    fn new(value: V) -> Self {
        Self { value, signal: None, stays: true }
    }

    fn signal(&mut self) -> ArcRwSignal<V> {
        self.signal.get_or_insert_with(|| ArcRwSignal::new(self.value.clone())).clone()
    }

    /// Takes another value in. Whoever looks is to be told once nothing is borrowed any more.
    fn take_in(&mut self, value: V) -> Option<(ArcRwSignal<V>, V)> {
        self.value = value;
        self.signal.clone().map(|signal| (signal, self.value.clone()))
    }
}

impl<K, V> Clone for Rows<K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Rows<K, V> {}

impl<K: Send + Sync + 'static, V: 'static> Default for Rows<K, V> {
    fn default() -> Self {
        let inner = Inner {
            keys: RefCell::default(),
            cells: RefCell::default(),
            #[cfg(feature = "desk")]
            any: RwSignal::new(()),
        };
        Self { order: RwSignal::new(()), inner: StoredValue::new_local(Rc::new(inner)) }
    }
}

impl<K, V> Rows<K, V>
where
    K: Clone + Ord + Hash + Send + Sync + 'static,
    V: Clone + PartialEq + Send + Sync + 'static,
{
    /// The keys in order; subscribes to the order alone.
    pub fn keys(self) -> Vec<K> {
        self.with_keys(<[K]>::to_vec)
    }

    /// A look at the keys without a copy; subscribes to the order alone.
    pub fn with_keys<R>(self, look: impl FnOnce(&[K]) -> R) -> R {
        self.order.track();
        match self.inner.try_with_value(Rc::clone) {
            Some(rows) => look(&rows.keys.borrow()),
            None => look(&[]),
        }
    }

    /// The signal of one row. `None` if there is no such row.
    pub fn get(self, key: &K) -> Option<ArcRwSignal<V>> {
        let rows = self.inner.try_with_value(Rc::clone)?;
        let mut cells = rows.cells.borrow_mut();
        cells.get_mut(key).map(Row::signal)
    }

    /// What a row is; subscribes to whatever becomes of any.
    #[cfg(feature = "desk")]
    pub fn now(self, key: &K) -> Option<V> {
        let rows = self.inner.try_with_value(Rc::clone)?;
        rows.any.track();
        let cells = rows.cells.borrow();
        cells.get(key).map(|row| row.value.clone())
    }

    /// Looks at what all rows are, in order; subscribes to whatever becomes of any. To look at many that
    /// way costs less than to listen to each.
    #[cfg(feature = "desk")]
    pub fn each(self, look: impl FnMut(&V)) {
        let Some(rows) = self.inner.try_with_value(Rc::clone) else { return };
        rows.any.track();
        let (keys, cells) = (rows.keys.borrow(), rows.cells.borrow());
        keys.iter().filter_map(|key| Some(&cells.get(key)?.value)).for_each(look);
    }

    /// Makes the list what is given, touching only what differs. A key that comes twice is taken
    /// once: duplicate keys would corrupt a keyed list.
    pub fn set(self, rows: Vec<(K, V)>) {
        let Some(inner) = self.inner.try_with_value(Rc::clone) else { return };
        let mut keys = Vec::with_capacity(rows.len());
        let mut changed = Vec::new();
        {
            let mut cells = inner.cells.borrow_mut();
            #[cfg(feature = "desk")]
            {
                let new = rows.len().saturating_sub(cells.len());
                cells.reserve(new);
            }
            for (key, value) in rows {
                if let Some(cell) = cells.get_mut(&key) {
                    if cell.stays {
                        continue;
                    }
                    cell.stays = true;
                    changed.extend(cell.take_in(value));
                } else {
                    cells.insert(key.clone(), Row::new(value));
                }
                keys.push(key);
            }
            cells.retain(|_, cell| std::mem::take(&mut cell.stays));
        }
        // Told last and outside the borrow: whoever listens may read the list.
        let before = inner.keys.replace(keys);
        if before != *inner.keys.borrow() {
            self.order.set(());
        }
        #[cfg(feature = "desk")]
        inner.any.set(());
        for (signal, value) in changed {
            signal.set_if_new(value);
        }
    }

    /// Changes one row in place. `false` if there is no such row.
    pub fn update(self, key: &K, value: V) -> bool {
        let Some(inner) = self.inner.try_with_value(Rc::clone) else { return false };
        let mut cells = inner.cells.borrow_mut();
        let Some(cell) = cells.get_mut(key) else { return false };
        let told = cell.take_in(value);
        drop(cells);
        #[cfg(feature = "desk")]
        inner.any.set(());
        if let Some((signal, value)) = told {
            signal.set_if_new(value);
        }
        true
    }

    /// Whether there is no row.
    pub fn is_empty(self) -> bool {
        self.with_keys(<[K]>::is_empty)
    }
}
