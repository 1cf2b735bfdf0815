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

use super::reader::{Above, State};
use crate::dom::{Spot, after_paint};
use crate::reactive::RwSignal;

/// Lines are built so far beyond what is in sight, in pixels.
const SPARE: f64 = 800.0;
/// The same before the first ones are painted, which nobody need wait for: enough to fill what is in
/// sight if they are lower than thought.
const SPARE_AT_FIRST: f64 = 200.0;
/// Lines in the document at most, however tall the pane claims to be, beside those in use.
const MOST: usize = 120;
/// A thread of no more lines is there as a whole: a browser's search finds all of it.
const WHOLE: usize = 40;
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

    /// The first lines are on the screen: the others may come.
    fn widen(self) {
        let narrow =
            self.state.try_update_value(|state| !std::mem::replace(&mut state.is_wide, true));
        if narrow == Some(true) {
            self.plan();
            request_animation_frame(move || self.settle());
        }
    }

    /// The thread has these lines now.
    pub(super) fn set(self, keys: Vec<ItemKey>) {
        if !keys.is_empty() && self.state.with_value(|state| !state.is_wide) {
            after_paint(move || self.widen());
        }
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

    /// Whether this is the first of all lines.
    pub(super) fn is_first(self, key: Option<&ItemKey>) -> bool {
        key.is_some() && self.with_keys(|keys| keys.first() == key)
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
            let count = state.heights.keys().len();
            let spare = if state.is_wide { SPARE } else { SPARE_AT_FIRST };
            let sight = if state.is_wide && count <= WHOLE {
                0..count
            } else {
                state.heights.between(top - spare, top + height + spare, MOST)
            };
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
