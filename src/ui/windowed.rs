//! The window over a long thread: only lines near what is in sight are in the document, and what is
//! read stays where it is, whatever comes, is measured or grows around it.
//!
//! Lines differ in height, and nobody knows how tall one is that was never built. Above and below the
//! lines that are there the list keeps the room that the others are thought to take. The reader's
//! place is an anchor, a line and its distance from the upper edge: whatever changes, the anchor goes
//! back there. Where guesses above it were wrong, the room above takes the difference, so that nobody
//! who scrolls is held up; only near the beginning, where there is no room left, the thread scrolls.

use inbox_model::thread::ItemKey;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::heights::Heights;
use crate::dom::Spot;
use crate::reactive::RwSignal;

/// Lines are built so far beyond what is in sight, in pixels.
const SPARE: f64 = 800.0;
/// Lines in the document at most, however tall the pane claims to be, beside those in use.
const MOST: usize = 120;
/// Further from where lines are thought to be they never are, or the scroll bar would lie.
const MOST_DEVIATION: f64 = 4_000.0;
/// Within so many pixels of the end the reader counts as being there.
const NEAR: i32 = 48;

/// The window. Copied freely; it ends with the view that made it.
#[derive(Clone, Copy)]
pub(super) struct Window {
    state: StoredValue<State, LocalStorage>,
    /// What scrolls.
    pub(super) scroller: Spot,
    /// The list in it.
    pub(super) lines: Spot,
    /// The lines in the document.
    pub(super) built: RwSignal<Vec<ItemKey>>,
    /// The reader is at the end, and stays there.
    pub(super) at_end: RwSignal<bool>,
    /// What begins above what is in sight.
    pub(super) above: RwSignal<Above>,
}

/// What begins above what is in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Above {
    /// The day of what is at the upper edge, as days since 1970-01-01.
    pub(super) day: Option<i64>,
    /// What is unread, and the reader has not been there.
    pub(super) unread: bool,
}

#[derive(Default)]
struct State {
    heights: Heights,
    /// The lines that are built, by number: a stretch, and those outside of it that are in use.
    rows: Vec<usize>,
    /// How much further down than thought the lines stand.
    deviation: f64,
    /// The line that stays, and its distance from the upper edge.
    anchor: Option<(usize, f64)>,
    /// Where the list stood when it was last put right.
    list_at: f64,
    top_before: i32,
    width: i32,
    focused: Option<ItemKey>,
    /// Lines that are built are not all in one stretch.
    has_gaps: bool,
    /// The divider before what is unread was in sight.
    met_unread: bool,
}

impl Window {
    pub(super) fn new() -> Self {
        Self {
            state: StoredValue::new_local(State::default()),
            scroller: Spot::default(),
            lines: Spot::default(),
            built: RwSignal::new(Vec::new()),
            at_end: RwSignal::new(true),
            above: RwSignal::new(Above::default()),
        }
    }

    /// Another thread, shown at its end.
    pub(super) fn begin(self) {
        self.state.update_value(|state| *state = State::default());
        self.at_end.set_if_new(true);
    }

    /// The thread has these lines now.
    pub(super) fn set(self, keys: Vec<ItemKey>) {
        let lost = self.state.try_update_value(|state| {
            let anchor = state
                .anchor
                .and_then(|(at, place)| Some((state.heights.keys().get(at)?.clone(), place)));
            state.heights.rekey(keys);
            state.anchor =
                anchor.and_then(|(key, place)| Some((state.heights.position(&key)?, place)));
            let focused = state.focused.take();
            state.focused = focused.clone().filter(|key| state.heights.position(key).is_some());
            focused.is_some() && state.focused.is_none()
        });
        self.plan();
        request_animation_frame(move || self.settle());
        if lost == Some(true)
            && let Some(scroller) = self.scroller.now()
        {
            let _ = scroller.focus();
        }
    }

    /// The number of a line, and how many there are; from one.
    pub(super) fn number(self, key: &ItemKey) -> Option<(usize, usize)> {
        self.state.with_value(|state| {
            let at = state.rows.iter().find(|at| state.heights.keys().get(**at) == Some(key))?;
            Some((at + 1, state.heights.keys().len()))
        })
    }

    /// A look at the keys of all lines.
    pub(super) fn with_keys<R>(self, look: impl FnOnce(&[ItemKey]) -> R) -> R {
        self.state.with_value(|state| look(state.heights.keys()))
    }

    /// Goes to the end, and stays there.
    pub(super) fn to_end(self) {
        self.at_end.set_if_new(true);
        self.plan();
        request_animation_frame(move || self.settle());
    }

    /// Goes to the beginning, at once: on the way there nothing was ever measured.
    pub(super) fn to_start(self) {
        if let Some(first) = self.with_keys(|keys| keys.first().cloned()) {
            self.reveal(&first);
        }
    }

    /// Builds a line in the middle of what is in sight, whatever was in sight before.
    pub(super) fn reveal(self, key: &ItemKey) {
        let Some(scroller) = self.scroller.now() else { return };
        let middle = f64::from(scroller.client_height()) / 3.0;
        self.state.update_value(|state| {
            if let Some(at) = state.heights.position(key) {
                (state.deviation, state.anchor) = (0.0, Some((at, middle)));
            }
        });
        self.at_end.set_if_new(false);
        self.plan();
        request_animation_frame(move || self.settle());
    }

    /// A line has the focus, or none.
    pub(super) fn focus(self, on: Option<&Element>) {
        let id = on.and_then(id_around);
        self.state.update_value(|state| {
            let at = id.and_then(|id| state.built_at(&id));
            state.focused = at.and_then(|at| state.heights.keys().get(at).cloned());
        });
    }

    /// The reader has scrolled.
    pub(super) fn scrolled(self) {
        let (Some(scroller), Some(lines)) = (self.scroller.now(), self.lines.now()) else { return };
        let (top, height) = (scroller.scroll_top(), scroller.client_height());
        let below = scroller.scroll_height() - top - height;
        let list_at = distance(&scroller, &lines);
        let was_at_end = self.at_end.get_untracked();
        let told = self.state.try_update_value(|state| {
            let by_hand = (list_at - state.list_at).abs() > 0.5;
            // Only who moves up leaves the end, and does so at once: what grows below comes from
            // pictures on their way.
            let up = by_hand && top < state.top_before;
            let is_at_end = below <= 1 || !up && (below <= NEAR || was_at_end);
            state.top_before = top;
            if by_hand {
                state.list_at = list_at;
                if top <= 0 {
                    state.deviation = 0.0;
                }
                state.take_anchor(height.into());
            }
            (is_at_end, by_hand)
        });
        let Some((is_at_end, by_hand)) = told else { return };
        self.at_end.set_if_new(is_at_end);
        if by_hand || is_at_end != was_at_end {
            self.plan();
            request_animation_frame(move || self.settle());
        }
    }

    /// Chooses the lines that are to be there.
    pub(super) fn plan(self) {
        let (Some(scroller), Some(lines)) = (self.scroller.now(), self.lines.now()) else { return };
        let height = f64::from(scroller.client_height());
        let at_end = self.at_end.get_untracked();
        let plays = playing(&lines);
        let planned = self.state.try_update_value(|state| {
            let top = match state.anchor.filter(|_| !at_end) {
                Some((at, place)) => state.heights.start(at) - place,
                None => state.heights.total() - height,
            };
            let sight = state.heights.between(top - SPARE, top + height + SPARE, MOST);
            // What has the focus or plays stays, wherever it is.
            let focused = state.focused.as_ref().and_then(|key| state.heights.position(key));
            let plays = plays.iter().filter_map(|id| state.built_at(id));
            let mut rows: Vec<usize> = plays.chain(focused).chain(sight).collect();
            rows.sort_unstable();
            rows.dedup();
            let keys = rows.iter().filter_map(|at| state.heights.keys().get(*at).cloned());
            let keys = keys.collect::<Vec<_>>();
            state.rows = rows;
            keys
        });
        if let Some(keys) = planned {
            self.built.set_if_new(keys);
        }
    }

    /// Measures what is there, keeps the room for what is not, and puts the anchor back in its
    /// place. To be called before the browser paints; it may be called in vain.
    pub(super) fn settle(self) {
        let (Some(scroller), Some(lines)) = (self.scroller.now(), self.lines.now()) else { return };
        let all = lines.child_nodes();
        let rows: Vec<HtmlElement> =
            (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).collect();
        let heights: Vec<f64> =
            rows.iter().map(|row| row.get_bounding_client_rect().height()).collect();
        let (list_at, width) = (distance(&scroller, &lines), scroller.client_width());
        let height = f64::from(scroller.client_height());
        let at_end = self.at_end.get_untracked();
        let by = self.state.try_update_value(|state| {
            // The lines that are asked for come in a moment; the room for them is made then.
            if !state.is_built(&rows) {
                return None;
            }
            if std::mem::replace(&mut state.width, width) != width {
                state.heights.unlearn();
            }
            for (at, height) in state.rows.iter().zip(heights) {
                state.heights.measure(*at, height);
            }
            state.heights.lay();
            if state.anchor.is_none() && !at_end {
                state.list_at = list_at;
                state.take_anchor(height);
            }
            let by = if at_end {
                state.deviation = 0.0;
                0.0
            } else {
                state.correct(list_at)
            };
            state.keep_room(&lines, &rows);
            Some(by)
        });
        let Some(by) = by.flatten() else { return };
        if at_end {
            scroller.set_scroll_top(scroller.scroll_height());
        } else if by.abs() > 0.01 {
            scroller.scroll_by_with_x_and_y(0.0, by);
        }
        let now = distance(&scroller, &lines);
        let above = self.state.try_update_value(|state| {
            state.list_at = now;
            // Beyond its ends nothing scrolls.
            if !at_end && (list_at - by - now).abs() > 0.5 {
                state.take_anchor(height);
            }
            state.above()
        });
        self.above.set_if_new(above.unwrap_or_default());
    }
}

impl State {
    /// The line among those built that is told from others by this.
    fn built_at(&self, id: &str) -> Option<usize> {
        let is = |at: &usize| self.heights.keys().get(*at).is_some_and(|key| line_id(key) == id);
        self.rows.iter().copied().find(is)
    }

    /// The document has the lines that are asked for, and no others.
    fn is_built(&self, rows: &[HtmlElement]) -> bool {
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
    fn take_anchor(&mut self, height: f64) {
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

    fn above(&mut self) -> Above {
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
    fn correct(&mut self, list_at: f64) -> f64 {
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
    fn keep_room(&mut self, lines: &HtmlElement, rows: &[HtmlElement]) {
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

/// Gives an element so much room; none where it is too little to be seen.
fn put(on: &HtmlElement, name: &str, room: f64) {
    let text =
        (room > 0.01).then(|| js_sys::Number::from(room).to_string_with_radix(10).ok()).flatten();
    let text = text.map(|text| [String::from(text).as_str(), "px"].concat()).unwrap_or_default();
    let _ = on.style().set_property(name, &text);
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

/// How far below the upper edge of what scrolls something begins.
fn distance(scroller: &HtmlElement, of: &HtmlElement) -> f64 {
    of.get_bounding_client_rect().top() - scroller.get_bounding_client_rect().top()
}

/// What tells the line around an element.
fn id_around(element: &Element) -> Option<String> {
    element.closest(".line").ok().flatten()?.get_attribute("data-line")
}

/// What tells the lines in which something plays.
fn playing(lines: &HtmlElement) -> Vec<String> {
    let Ok(players) = lines.query_selector_all("audio, video") else { return Vec::new() };
    let plays = |player: &Node| {
        let paused = js_sys::Reflect::get(player, &"paused".into());
        paused.is_ok_and(|paused| paused.is_falsy())
    };
    let players = (0..players.length()).filter_map(|at| players.item(at)).filter(plays);
    players.filter_map(|player| id_around(player.dyn_ref()?)).collect()
}
