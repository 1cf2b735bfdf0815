//! A keyed list in which every row is a signal of its own.
//!
//! A keyed `<For>` rebuilds a row only when its key changes, so what a row shows must not be part
//! of its key. Here the order of keys is one signal and each value another: one incoming message
//! touches one row, and the list only where the order changes.

use std::cell::RefCell;
use std::rc::Rc;

use crate::reactive::{ArcRwSignal, RwSignal};
use inbox_model::sorted::SortedMap;
use leptos::prelude::*;

/// The list. Copied freely; it lives as long as the owner that made it.
pub struct Rows<K: 'static, V: 'static> {
    keys: RwSignal<Vec<K>>,
    cells: StoredValue<Cells<K, V>, LocalStorage>,
}

type Cells<K, V> = Rc<RefCell<SortedMap<K, Cell<V>>>>;

/// A row, and whether the list that is being set has it.
struct Cell<V: 'static> {
    signal: ArcRwSignal<V>,
    stays: bool,
}

impl<K, V> Clone for Rows<K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Rows<K, V> {}

impl<K: Send + Sync + 'static, V: 'static> Default for Rows<K, V> {
    fn default() -> Self {
        Self { keys: RwSignal::new(Vec::new()), cells: StoredValue::new_local(Rc::default()) }
    }
}

impl<K, V> Rows<K, V>
where
    K: Clone + Ord + Send + Sync + 'static,
    V: Clone + PartialEq + Send + Sync + 'static,
{
    /// The keys in order; subscribes to the order alone.
    pub fn keys(self) -> Vec<K> {
        self.keys.get()
    }

    /// A look at the keys without a copy; subscribes to the order alone.
    pub fn with_keys<R>(self, look: impl FnOnce(&[K]) -> R) -> R {
        self.keys.with(|keys| look(keys))
    }

    /// The signal of one row. `None` if there is no such row.
    pub fn get(self, key: &K) -> Option<ArcRwSignal<V>> {
        self.cells
            .try_with_value(|cells| cells.borrow().get(key).map(|cell| cell.signal.clone()))
            .flatten()
    }

    /// Makes the list what is given, touching only what differs. A key that comes twice is taken
    /// once: duplicate keys would corrupt a keyed list.
    pub fn set(self, rows: Vec<(K, V)>) {
        let Some(cells) = self.cells.try_with_value(Rc::clone) else { return };
        let mut keys = Vec::with_capacity(rows.len());
        let mut changed = Vec::new();
        {
            let mut cells = cells.borrow_mut();
            for (key, value) in rows {
                if let Some(cell) = cells.get_mut(&key) {
                    if cell.stays {
                        continue;
                    }
                    cell.stays = true;
                    changed.push((cell.signal.clone(), value));
                } else {
                    let signal = ArcRwSignal::new(value);
                    cells.insert(key.clone(), Cell { signal, stays: true });
                }
                keys.push(key);
            }
            cells.retain(|_, cell| std::mem::take(&mut cell.stays));
        }
        // Told last and outside the borrow: whoever listens may read the list.
        if self.keys.with_untracked(|before| *before != keys) {
            self.keys.set(keys);
        }
        for (cell, value) in changed {
            cell.set_if_new(value);
        }
    }

    /// Changes one row in place. `false` if there is no such row.
    pub fn update(self, key: &K, value: V) -> bool {
        self.get(key).is_some_and(|cell| {
            cell.set_if_new(value);
            true
        })
    }

    /// Whether there is no row.
    pub fn is_empty(self) -> bool {
        self.keys.with(Vec::is_empty)
    }
}
