//! The containers that are open while lines come in, and what becomes of them when they close.

use super::{Block, ListItem};

/// How many containers may be open within each other; a list and its item are two. Markers beyond
/// that are text. It bounds the work per line, and every recursion over the finished tree.
pub(super) const MAX_DEPTH: usize = 64;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Quote,
    List,
    Item,
}

/// One open container.
pub(super) struct Container {
    pub(super) kind: Kind,
    /// List: the bullet, or what follows the number.
    pub(super) marker: u8,
    /// List: the first number.
    pub(super) number: Option<u64>,
    /// List: a blank line stands between its items, or between two blocks of one.
    pub(super) loose: bool,
    /// List: its closed items.
    pub(super) items: Vec<ListItem>,
    /// Item: columns that a line must be indented by to go on with it.
    pub(super) width: usize,
    /// Item: its checkbox.
    pub(super) task: Option<bool>,
    /// All but lists: link reference definitions were in it, which leave no block behind.
    pub(super) defines: bool,
    /// All but lists: the closed blocks.
    pub(super) blocks: Vec<Block>,
}

impl Container {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            marker: 0,
            number: None,
            loose: false,
            items: Vec::new(),
            width: 0,
            task: None,
            defines: false,
            blocks: Vec::new(),
        }
    }

    /// Puts a closed container into the one around it.
    pub(super) fn absorb(&mut self, closed: Self) {
        match closed.kind {
            Kind::Document => {}
            Kind::Quote => self.blocks.push(Block::BlockQuote(closed.blocks)),
            Kind::Item => self.items.push(ListItem { task: closed.task, blocks: closed.blocks }),
            Kind::List => self.blocks.push(Block::List {
                ordered: closed.number,
                tight: !closed.loose,
                items: closed.items,
            }),
        }
    }
}
