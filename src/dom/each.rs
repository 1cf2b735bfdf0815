//! Lists of which each row keeps its element for as long as its key is there.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use web_sys::Node;

use super::el::{El, Ends, Kept, Made, group};

struct Row {
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
        let shown = Rc::new(RefCell::new(Vec::<K>::new()));
        let holder = Rc::clone(&shown);
        let plan = move || {
            let now = keys();
            let before = holder.replace(now.clone());
            // Rows mostly stay in their order, so the one looked for mostly is the next.
            let mut next = 0;
            let mut plan = Vec::with_capacity(now.len());
            for key in &now {
                let (first, rest) = before.split_at(next);
                let found = rest.iter().position(|one| one == key).map(|at| next + at);
                let found = found.or_else(|| first.iter().position(|one| one == key));
                next = found.map_or(next, |at| at + 1);
                plan.push(found);
            }
            plan
        };
        let make = move |at: usize| {
            let key = shown.borrow().get(at).cloned();
            key.map_or_else(group, &row)
        };
        self.rows(Box::new(plan), Box::new(make));
        self
    }

    /// The same whatever the keys are: `plan` tells of each row where it was among those before,
    /// and `make` makes the row at a place.
    fn rows(
        &mut self,
        plan: Box<dyn Fn() -> Vec<Option<usize>>>,
        make: Box<dyn Fn(usize) -> Self>,
    ) {
        let parent = self.0.node.clone();
        // An effect ends a moment after its element, and must not hold up the end of the owner.
        let owner = Owner::current().map(|owner| owner.downgrade());
        let rows = Rc::new(RefCell::new(Vec::<Row>::new()));
        let holder = Rc::clone(&rows);
        self.follow(Box::new(move || {
            let plan = plan();
            let mut old: Vec<Option<Row>> = holder.take().into_iter().map(Some).collect();
            let mut new = Vec::with_capacity(plan.len());
            for (at, found) in plan.into_iter().enumerate() {
                let kept = found.and_then(|found| old.get_mut(found)?.take());
                new.push(kept.unwrap_or_else(|| {
                    let owner = owner.as_ref().and_then(WeakOwner::upgrade);
                    let owner = owner.unwrap_or_default().child();
                    let made = owner.with(|| untrack(|| make(at)));
                    Row { made: made.0.take(), _owner: owner }
                }));
            }
            for row in old.into_iter().flatten() {
                let node = row.made.node.clone();
                drop(row);
                let _ = parent.remove_child(&node);
            }
            arrange(&parent, &new);
            holder.replace(new);
        }));
        self.keep(Kept::Other(Box::new(Ends(rows))));
    }
}

/// Puts the nodes in order, moving only what is not in its place: one row that goes to the top is
/// one move, and whatever has the focus elsewhere keeps it.
fn arrange(parent: &Node, rows: &[Row]) {
    let mut next = parent.first_child();
    for row in rows {
        let node = &row.made.node;
        if next.as_ref() == Some(node) {
            next = node.next_sibling();
        } else {
            let _ = parent.insert_before(node, next.as_ref());
        }
    }
}
