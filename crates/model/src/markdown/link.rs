//! Brackets: which of them become links and images.

use super::destination::{Target, inline_target, label_end};
use super::inline::{Bracket, Inlines, NodeKind};
use super::scan::{at, slice};

impl<'a> Inlines<'a> {
    pub(super) fn open_bracket(&mut self, image: bool) -> bool {
        let start = self.offset + 1 + usize::from(image);
        self.flush(self.offset);
        let node = self.push(NodeKind::Text, self.offset, start);
        let delimiters = self.delimiters.len();
        self.brackets.push(Bracket { node, start, image, delimiters });
        self.skip_to(start)
    }

    pub(super) fn close_bracket(&mut self) -> bool {
        let Some(bracket) = self.brackets.pop() else { return false };
        let depth = self.brackets.len();
        let active = bracket.image || depth >= self.link_floor;
        self.link_floor = self.link_floor.min(depth);
        if !active {
            return false;
        }
        let Some((target, end)) = self.leads_to(&bracket) else { return false };
        self.flush(self.offset);
        self.pair_delimiters(bracket.delimiters);
        self.push(NodeKind::Close, 0, 0);
        if let Some(node) = self.nodes.get_mut(bracket.node) {
            node.kind = if bracket.image { NodeKind::Image } else { NodeKind::Link };
            node.start = self.targets.len();
        }
        self.targets.push(target);
        if !bracket.image {
            self.link_floor = depth;
        }
        self.skip_to(end)
    }

    /// The target of what the bracket and the `]` here enclose, and the offset after it.
    fn leads_to(&mut self, bracket: &Bracket) -> Option<(Target<'a>, usize)> {
        let after = self.offset + 1;
        if let Some(found) = inline_target(self.text, after) {
            return Some(found);
        }
        if at(self.bytes, after) == b'['
            && let Some(end) = label_end(self.bytes, after + 1)
        {
            let label = slice(self.text, after + 1, end - 1);
            return self.references.find(label).map(|target| (target, end));
        }
        let collapsed = at(self.bytes, after) == b'[' && at(self.bytes, after + 1) == b']';
        // Not if there is another bracket within.
        if label_end(self.bytes, bracket.start) != Some(after) {
            return None;
        }
        let target = self.references.find(slice(self.text, bracket.start, self.offset))?;
        Some((target, if collapsed { after + 2 } else { after }))
    }
}
