//! A keyed list in which every row is a signal of its own.
//!
//! A keyed `<For>` rebuilds a row only when its key changes, so what a row shows must not be part
//! of its key. Here the order of keys is one signal and each value another: one incoming message
//! touches one row, and the list only where the order changes. A value becomes a signal when somebody
//! first looks at it: of a hundred thousand rows a few dozen are in sight.

use std::cell::RefCell;
use std::rc::Rc;

use crate::reactive::{ArcRwSignal, RwSignal};
use inbox_model::sorted::SortedMap;
use leptos::prelude::*;

/// The list. Copied freely; it lives as long as the owner that made it.
pub struct Rows<K: 'static, V: 'static> {
    /// Tells that the order has changed.
    order: RwSignal<()>,
    rows: StoredValue<Rc<Inner<K, V>>, LocalStorage>,
}

struct Inner<K, V: 'static> {
    keys: RefCell<Vec<K>>,
    cells: RefCell<SortedMap<K, Cell<V>>>,
}

/// A row, and whether the list that is being set has it.
struct Cell<V: 'static> {
    value: V,
    signal: Option<ArcRwSignal<V>>,
    stays: bool,
}

impl<V: Clone + 'static> Cell<V> {
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
        let inner = Inner { keys: RefCell::default(), cells: RefCell::default() };
        Self { order: RwSignal::new(()), rows: StoredValue::new_local(Rc::new(inner)) }
    }
}

impl<K, V> Rows<K, V>
where
    K: Clone + Ord + Send + Sync + 'static,
    V: Clone + PartialEq + Send + Sync + 'static,
{
    /// The keys in order; subscribes to the order alone.
    pub fn keys(self) -> Vec<K> {
        self.with_keys(<[K]>::to_vec)
    }

    /// A look at the keys without a copy; subscribes to the order alone.
    pub fn with_keys<R>(self, look: impl FnOnce(&[K]) -> R) -> R {
        self.order.track();
        match self.rows.try_with_value(Rc::clone) {
            Some(rows) => look(&rows.keys.borrow()),
            None => look(&[]),
        }
    }

    /// The signal of one row. `None` if there is no such row.
    pub fn get(self, key: &K) -> Option<ArcRwSignal<V>> {
        let rows = self.rows.try_with_value(Rc::clone)?;
        let mut cells = rows.cells.borrow_mut();
        cells.get_mut(key).map(Cell::signal)
    }

    /// Whether there is such a row, now.
    #[cfg(feature = "desk")]
    pub fn has(self, key: &K) -> bool {
        self.rows.try_with_value(|rows| rows.cells.borrow().contains_key(key)).unwrap_or(false)
    }

    /// Makes the list what is given, touching only what differs. A key that comes twice is taken
    /// once: duplicate keys would corrupt a keyed list.
    pub fn set(self, rows: Vec<(K, V)>) {
        let Some(inner) = self.rows.try_with_value(Rc::clone) else { return };
        let mut keys = Vec::with_capacity(rows.len());
        let mut changed = Vec::new();
        {
            let mut cells = inner.cells.borrow_mut();
            #[cfg(feature = "desk")]
            make_room(&mut cells, &rows);
            for (key, value) in rows {
                if let Some(cell) = cells.get_mut(&key) {
                    if cell.stays {
                        continue;
                    }
                    cell.stays = true;
                    changed.extend(cell.take_in(value));
                } else {
                    cells.insert(key.clone(), Cell::new(value));
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
        for (signal, value) in changed {
            signal.set_if_new(value);
        }
    }

    /// Changes the order of a few keys: takes some rows out, and lets `place` put others among the
    /// keys. Every key that is put there has to be among `come`.
    #[cfg(feature = "desk")]
    pub fn edit(self, gone: &[K], come: Vec<(K, V)>, place: impl FnOnce(&mut Vec<K>)) {
        let Some(inner) = self.rows.try_with_value(Rc::clone) else { return };
        let mut changed = Vec::new();
        {
            let mut cells = inner.cells.borrow_mut();
            for key in gone {
                cells.remove(key);
            }
            for (key, value) in come {
                if let Some(cell) = cells.get_mut(&key) {
                    changed.extend(cell.take_in(value));
                } else {
                    cells.insert(key, Cell { stays: false, ..Cell::new(value) });
                }
            }
            place(&mut inner.keys.borrow_mut());
        }
        self.order.set(());
        for (signal, value) in changed {
            signal.set_if_new(value);
        }
    }

    /// Changes one row in place. `false` if there is no such row.
    pub fn update(self, key: &K, value: V) -> bool {
        let Some(inner) = self.rows.try_with_value(Rc::clone) else { return false };
        let mut cells = inner.cells.borrow_mut();
        let Some(cell) = cells.get_mut(key) else { return false };
        let told = cell.take_in(value);
        drop(cells);
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

/// Many new rows at once find their places in the order of their keys, each behind the one before:
/// in any other order all that lies behind would move, again and again.
#[cfg(feature = "desk")]
fn make_room<K: Clone + Ord, V: Clone + 'static>(
    cells: &mut SortedMap<K, Cell<V>>,
    rows: &[(K, V)],
) {
    let mut new: Vec<&(K, V)> = rows.iter().filter(|(key, _)| !cells.contains_key(key)).collect();
    if new.len() > 1_000 {
        new.sort_by(|one, two| one.0.cmp(&two.0));
        for (key, value) in new {
            cells.insert(key.clone(), Cell { stays: false, ..Cell::new(value.clone()) });
        }
    }
}
