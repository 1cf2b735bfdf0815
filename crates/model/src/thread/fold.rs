//! Events that follow each other become one line.

use std::sync::Arc;

use super::Item;
use crate::part::{Part, PartBody};

/// So many events with nothing in between become one line; fewer are no longer than it.
pub const FOLDED_FROM: usize = 3;

/// The same lines, with each stretch of [`FOLDED_FROM`] or more events as one [`Item::Events`]. What
/// stands between two days, or at the divider before what is unread, keeps its stretches apart.
pub(super) fn fold(items: Vec<Item>) -> Vec<Item> {
    let mut folded: Vec<Item> = Vec::with_capacity(items.len());
    let mut from = 0;
    for item in items {
        let goes_on = event_of(&item).is_some();
        folded.push(item);
        if !goes_on {
            from = close(&mut folded, from, 1);
        }
    }
    close(&mut folded, from, 0);
    folded
}

/// Makes one line of what stands from `from` on, but for the last `behind` lines. Where the next
/// stretch would begin.
fn close(lines: &mut Vec<Item>, from: usize, behind: usize) -> usize {
    let end = lines.len().saturating_sub(behind);
    if end.saturating_sub(from) >= FOLDED_FROM {
        let events = lines.get(from..end).into_iter().flatten();
        let mut events = events.filter_map(event_of).cloned();
        if let Some(first) = events.next() {
            let later = events.collect();
            lines.splice(from..end, [Item::Events { first, later }]);
        }
    }
    lines.len()
}

/// The part of a line, if it tells of an event and of nothing that was said, asked or rated.
fn event_of(item: &Item) -> Option<&Arc<Part>> {
    match item {
        Item::Part { part, .. } if matches!(part.body, PartBody::Event(_)) => Some(part),
        _ => None,
    }
}
