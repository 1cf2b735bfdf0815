//! Pieces of a view that come and go.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Node;

use super::el::{El, Ends, Kept, group};
use crate::reactive::{Compute, Memo};

type Condition = Box<dyn Compute<bool>>;
type View = Box<dyn Compute<El>>;

impl El {
    /// Adds a piece that is made again whenever what it reads changes.
    #[must_use]
    pub fn live(mut self, view: impl Fn() -> Self + 'static) -> Self {
        self.region(Box::new(view));
        self
    }

    /// Has a piece that is made again whenever what it reads changes, and no other children.
    #[must_use]
    pub fn only(mut self, view: impl Fn() -> Self + 'static) -> Self {
        self.filled(Box::new(view));
        self
    }

    /// Adds a piece that is there while a condition holds; it is made again only when that turns.
    #[must_use]
    pub fn when(
        self,
        condition: impl Fn() -> bool + 'static,
        view: impl Fn() -> Self + 'static,
    ) -> Self {
        self.either(Box::new(condition), Box::new(view), Box::new(group))
    }

    /// Adds one of two pieces, as a condition has it; made again only when that turns.
    #[must_use]
    pub fn choose(
        self,
        condition: impl Fn() -> bool + 'static,
        yes: impl Fn() -> Self + 'static,
        no: impl Fn() -> Self + 'static,
    ) -> Self {
        self.either(Box::new(condition), Box::new(yes), Box::new(no))
    }

    fn either(mut self, condition: Condition, yes: View, no: View) -> Self {
        let condition = Memo::new(move |_| condition.now());
        self.region(Box::new(move || {
            let piece = if condition.get() { &yes } else { &no };
            // What a piece reads while it is made is no reason to make it again.
            untrack(|| piece.now())
        }));
        self
    }

    fn region(&mut self, view: View) {
        let start: Node = document().create_comment("").into();
        let end: Node = document().create_comment("").into();
        let _ = self.0.node.append_child(&start);
        let _ = self.0.node.append_child(&end);
        self.changing(view, move |piece| {
            let Some(parent) = end.parent_node() else { return };
            while let Some(old) = start.next_sibling().filter(|node| *node != end) {
                let _ = parent.remove_child(&old);
            }
            let _ = parent.insert_before(piece, Some(&end));
        });
    }

    /// Without the marks between which a region stands: whoever makes hundreds feels them.
    fn filled(&mut self, view: View) {
        let parent = self.0.node.clone();
        self.changing(view, move |piece| {
            parent.set_text_content(None);
            let _ = parent.append_child(piece);
        });
    }

    /// Puts a piece in its place, and again whenever another one is made.
    fn changing(&mut self, view: View, put: impl Fn(&Node) + 'static) {
        let put: Box<dyn Place> = Box::new(put);
        let shown = Rc::new(RefCell::new(Vec::<Kept>::new()));
        let holder = Rc::clone(&shown);
        self.follow(Box::new(move || {
            let made = view.now().0.take();
            // What was shown ends before its nodes go, so that none of it hears them go.
            let before = holder.replace(made.kept);
            drop(before);
            put.place(&made.node);
        }));
        self.keep(Kept::Other(Box::new(Ends(shown))));
    }
}

/// Puts a piece in its place; see [`Compute`].
trait Place {
    fn place(&self, piece: &Node);
}

impl<F: Fn(&Node)> Place for F {
    fn place(&self, piece: &Node) {
        self(piece);
    }
}
