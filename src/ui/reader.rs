//! Where a reader is in a long thread: which lines are built, how much room stands for the others, and
//! the line that stays where it is.

use inbox_model::thread::ItemKey;
use web_sys::HtmlElement;

use super::heights::Heights;

/// Further from where lines are thought to be they never are, or the scroll bar would lie.
const MOST_DEVIATION: f64 = 4_000.0;

/// What begins above what is in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Above {
    /// The day of what is at the upper edge, as days since 1970-01-01.
    pub(super) day: Option<i64>,
    /// What is unread, and the reader has not been there.
    pub(super) unread: bool,
}

/// The place of a reader in a thread.
#[derive(Default)]
pub(super) struct State {
    pub(super) heights: Heights,
    /// The lines that are built, by number: a stretch, and those outside of it that are in use.
    pub(super) rows: Vec<usize>,
    /// How much further down than thought the lines stand.
    pub(super) deviation: f64,
    /// The line that stays, and its distance from the upper edge.
    pub(super) anchor: Option<(usize, f64)>,
    /// Where the list stood when it was last put right.
    pub(super) list_at: f64,
    pub(super) top_before: i32,
    pub(super) width: i32,
    pub(super) focused: Option<ItemKey>,
    /// The first lines have been painted.
    pub(super) is_wide: bool,
    /// Lines that are built are not all in one stretch.
    has_gaps: bool,
    /// The divider before what is unread was in sight.
    met_unread: bool,
}

impl State {
    /// The line among those built that is told from others by this.
    pub(super) fn built_at(&self, id: &str) -> Option<usize> {
        let is = |at: &usize| self.heights.keys().get(*at).is_some_and(|key| line_id(key) == id);
        self.rows.iter().copied().find(is)
    }

    /// The document has the lines that are asked for, and no others.
    pub(super) fn is_built(&self, rows: &[HtmlElement]) -> bool {
        let is = |row: Option<&HtmlElement>, at: Option<&usize>| {
            let key = at.and_then(|at| self.heights.keys().get(*at)).map(line_id);
            row.and_then(|row| row.get_attribute("data-line")) == key
        };
        rows.len() == self.rows.len()
            && is(rows.first(), self.rows.first())
            && is(rows.last(), self.rows.last())
    }

    /// The first message that is in sight from its beginning stays from now on, else the line that
    /// fills what is in sight: what grows in a line that begins further up pushes nobody. A day is no
    /// place to hold on to: it moves up when more of it comes.
    pub(super) fn take_anchor(&mut self, height: f64) {
        let top = -self.list_at - self.deviation;
        let begins = |at: &usize| self.heights.start(*at) >= top - 0.5;
        let is_said = |at: &usize| {
            matches!(self.heights.keys().get(*at), Some(ItemKey::Part(_) | ItemKey::Command(_)))
        };
        let first = self.heights.at(top);
        let last = self.heights.at(top + height);
        let at = (first..=last).filter(begins).find(is_said).unwrap_or(first);
        let is_any = !self.heights.keys().is_empty();
        self.anchor = is_any.then(|| (at, self.heights.start(at) - top));
    }

    /// What begins above, and whether the reader has met what is unread.
    pub(super) fn above(&mut self) -> Above {
        let top = -self.list_at - self.deviation;
        let keys = self.heights.keys();
        let before = keys.get(..=self.heights.at(top)).unwrap_or_default();
        let day = before.iter().rev().find_map(|key| match key {
            ItemKey::Day(days) => Some(*days),
            _ => None,
        });
        let divider = keys.iter().rposition(|key| *key == ItemKey::Unread);
        let unread = divider.is_some_and(|at| self.heights.start(at) < top);
        self.met_unread |= divider.is_some() && !unread;
        Above { day, unread: unread && !self.met_unread }
    }

    /// Puts the anchor where it belongs: by the room above, else by as many pixels to scroll as this
    /// tells.
    pub(super) fn correct(&mut self, list_at: f64) -> f64 {
        let Some((at, place)) = self.anchor else { return 0.0 };
        let start = self.heights.start(at);
        let first = self.rows.first().copied().unwrap_or_default();
        let deviation = place - list_at - start;
        let is_room = self.heights.start(first) + deviation > 0.0;
        if first > 0 && is_room && deviation.abs() < MOST_DEVIATION {
            self.deviation = deviation;
            return 0.0;
        }
        self.deviation = 0.0;
        list_at + start - place
    }

    /// Takes as much room as the lines would that are not there.
    pub(super) fn keep_room(&mut self, lines: &HtmlElement, rows: &[HtmlElement]) {
        let (Some(first), Some(last)) = (self.rows.first(), self.rows.last()) else { return };
        put(lines, "padding-block-start", self.heights.start(*first) + self.deviation);
        put(lines, "padding-block-end", self.heights.total() - self.heights.start(last + 1));
        let had_gaps = std::mem::replace(&mut self.has_gaps, last + 1 - first > rows.len());
        if self.has_gaps || had_gaps {
            let mut before = *first;
            for (row, at) in rows.iter().zip(&self.rows) {
                let gap = self.heights.start(*at) - self.heights.start(before);
                put(row, "margin-block-start", gap);
                before = at + 1;
            }
        }
    }
}

/// What tells one line from another in the document.
pub(super) fn line_id(key: &ItemKey) -> String {
    match key {
        ItemKey::Day(days) => days.to_string(),
        ItemKey::Unread => "unread".to_owned(),
        ItemKey::Command(id) => id.to_string(),
        ItemKey::Part(id) => id.to_string(),
    }
}

/// Gives an element so much room; none where it is too little to be seen.
fn put(on: &HtmlElement, name: &str, room: f64) {
    let text =
        (room > 0.01).then(|| js_sys::Number::from(room).to_string_with_radix(10).ok()).flatten();
    let text = text.map(|text| [String::from(text).as_str(), "px"].concat()).unwrap_or_default();
    let _ = on.style().set_property(name, &text);
}
