//! Lists of which each row keeps its element for as long as its key is there.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use web_sys::Node;

use super::el::{El, Ends, Kept, Made};

struct Row<K> {
    key: K,
    made: Made,
    /// What the row made for itself ends with it.
    _owner: Owner,
}

impl El {
    /// Has one element for each key, in order, and no other children. Keys must differ from each
    /// other.
    #[must_use]
    pub fn each<K: Clone + PartialEq + 'static>(
        mut self,
        keys: impl Fn() -> Vec<K> + 'static,
        row: impl Fn(K) -> Self + 'static,
    ) -> Self {
        let parent = self.0.node.clone();
        // An effect ends a moment after its element, and must not hold up the end of the owner.
        let owner = Owner::current().map(|owner| owner.downgrade());
        let rows = Rc::new(RefCell::new(Vec::<Row<K>>::new()));
        let holder = Rc::clone(&rows);
        self.follow(Box::new(move || {
            let keys = keys();
            let mut old: Vec<Option<Row<K>>> = holder.take().into_iter().map(Some).collect();
            let mut new = Vec::with_capacity(keys.len());
            // Rows mostly stay in their order, so the one looked for mostly is the next.
            let mut next = 0;
            for key in keys {
                let is_it = |row: &Option<Row<K>>| row.as_ref().is_some_and(|row| row.key == key);
                let (before, after) = old.split_at(next.min(old.len()));
                let found = after.iter().position(is_it).map(|at| next + at);
                let found = found.or_else(|| before.iter().position(is_it));
                let kept = found.and_then(|at| {
                    next = at + 1;
                    old.get_mut(at)?.take()
                });
                new.push(kept.unwrap_or_else(|| {
                    let owner = owner.as_ref().and_then(WeakOwner::upgrade);
                    let owner = owner.unwrap_or_default().child();
                    let made = owner.with(|| untrack(|| row(key.clone())));
                    Row { key, made: made.0.take(), _owner: owner }
                }));
            }
            for row in old.into_iter().flatten() {
                let node = row.made.node.clone();
                drop(row);
                let _ = parent.remove_child(&node);
            }
            let nodes: Vec<&Node> = new.iter().map(|row| &row.made.node).collect();
            arrange(&parent, &nodes);
            holder.replace(new);
        }));
        self.keep(Kept::Other(Box::new(Ends(rows))));
        self
    }
}

/// Puts the nodes in order, moving only what is not in its place: one row that goes to the top is
/// one move, and whatever has the focus elsewhere keeps it.
fn arrange(parent: &Node, nodes: &[&Node]) {
    let mut next = parent.first_child();
    for node in nodes {
        if next.as_ref() == Some(*node) {
            next = node.next_sibling();
        } else {
            let _ = parent.insert_before(node, next.as_ref());
        }
    }
}
