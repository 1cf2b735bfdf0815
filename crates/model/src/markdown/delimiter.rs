//! Emphasis: which runs of `*`, `_` and `~` belong together.

use super::inline::{Delimiter, Inlines, NodeKind};
use super::scan::work;

/// Kinds of closers that differ in which openers they fit: `*` and `_` by the rule of three, `~` by
/// length.
const CLASSES: usize = 14;

impl Inlines<'_> {
    /// Pairs the delimiters from index `from` on, and forgets them.
    ///
    /// A closer looks back for the nearest opener that fits. Delimiters it passes over are done
    /// with; where none fits, `floors` keeps later closers of the same class from looking again. So
    /// every delimiter is passed over at most once per class.
    pub(super) fn pair_delimiters(&mut self, from: usize) {
        if from >= self.delimiters.len() {
            return;
        }
        // Out of here for as long as nodes are added.
        let mut all = std::mem::take(&mut self.delimiters);
        let mut openers = std::mem::take(&mut self.openers);
        let delimiters = all.get_mut(from..).unwrap_or_default();
        let mut floors = [0; CLASSES];
        let mut index = 0;
        while index < delimiters.len() {
            let (earlier, later) = delimiters.split_at_mut(index);
            let Some(closer) = later.first_mut() else { break };
            let class = class(closer);
            while closer.closes && closer.left > 0 {
                let floor = floors.get(class).copied().unwrap_or(0);
                let fits = |opener: &&usize| {
                    earlier.get(**opener).is_some_and(|opener| fit(opener, closer))
                };
                let found = openers
                    .iter()
                    .rev()
                    .take_while(|opener| **opener >= floor)
                    .position(|opener| fits(&opener));
                let Some(distance) = found else {
                    if let Some(floor) = floors.get_mut(class) {
                        *floor = index;
                    }
                    break;
                };
                openers.truncate(openers.len() - distance);
                let Some(opener) = openers.last().and_then(|opener| earlier.get_mut(*opener))
                else {
                    break;
                };
                self.wrap(opener, closer);
                if opener.left == 0 {
                    openers.pop();
                }
            }
            if closer.opens && closer.left > 0 {
                openers.push(index);
            }
            index += 1;
        }
        openers.clear();
        self.openers = openers;
        all.truncate(from);
        self.delimiters = all;
    }

    /// Puts a pair of nodes right inside an opener and a closer, and shortens both.
    fn wrap(&mut self, opener: &mut Delimiter, closer: &mut Delimiter) {
        let used = if opener.left >= 2 && closer.left >= 2 { 2 } else { 1 };
        let wrap = if opener.mark == b'~' { 3 } else { used };
        opener.left -= used;
        closer.left -= used;
        self.insert(opener.node, NodeKind::Open, wrap, 0);
        if let Some(node) = self.nodes.get_mut(opener.node) {
            node.end -= used;
        }
        let mut before = 0;
        if let Some(node) = self.nodes.get_mut(closer.node) {
            node.start += used;
            before = node.previous;
        }
        self.insert(before, NodeKind::Close, 0, 0);
    }
}

fn fit(opener: &Delimiter, closer: &Delimiter) -> bool {
    work(1);
    if opener.mark != closer.mark {
        return false;
    }
    if opener.mark == b'~' {
        return opener.length == closer.length;
    }
    let either = opener.closes || closer.opens;
    !either || !(opener.length + closer.length).is_multiple_of(3) || opener.length.is_multiple_of(3) // and so is the other
}

fn class(closer: &Delimiter) -> usize {
    let threes = closer.length % 3 + if closer.opens { 3 } else { 0 };
    match closer.mark {
        b'*' => threes,
        b'_' => 6 + threes,
        _ => 11 + closer.length, // 1 or 2
    }
}
