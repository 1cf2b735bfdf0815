//! The order of an agent's own views: carried by the pointer, moved by keys, told where it matters.

use inbox_model::view::{View, moved};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::super::hands::Hands;
use crate::dom::El;
use crate::i18n::{Text, ViewText};
use crate::reactive::RwSignal;

/// So far a press travels before it carries something, in pixels.
const SLACK: i32 = 5;

/// A view that is carried: which one, from which place, and where the pointer took hold of it.
#[derive(Clone, PartialEq)]
struct Carried {
    id: String,
    from: usize,
    held_at: i32,
    row: i32,
    to: Option<usize>,
}

/// The order, and what is carried.
#[derive(Clone, Copy)]
pub(super) struct Order {
    hands: StoredValue<Hands, LocalStorage>,
    carried: RwSignal<Option<Carried>>,
}

impl Order {
    pub(super) fn new(hands: &Hands) -> Self {
        let order = Self { hands: StoredValue::new_local(*hands), carried: RwSignal::new(None) };
        let moves =
            window_event_listener(ev::pointermove, move |event| order.carry(event.client_y()));
        let ends = window_event_listener(ev::pointerup, move |_| order.drop());
        let breaks = window_event_listener(ev::pointercancel, move |_| order.carried.set(None));
        on_cleanup(move || {
            moves.remove();
            ends.remove();
            breaks.remove();
        });
        order
    }

    /// The agent's own views as they stand now, what is carried among them.
    pub(super) fn shown(self) -> Vec<String> {
        let mut own = self.own();
        if let Some(Carried { from, to: Some(to), .. }) = self.carried.get()
            && from < own.len()
        {
            let id = own.remove(from);
            own.insert(to.min(own.len()), id);
        }
        own
    }

    fn own(self) -> Vec<String> {
        let views = self.hands.get_value().engine.store.views;
        let own = |view: &View| (!view.system).then(|| view.id.clone());
        views.with(|views| views.iter().filter_map(own).collect())
    }

    fn place(self, id: &str) -> Option<usize> {
        untrack(|| self.own().iter().position(|one| one == id))
    }

    /// Whether one can be moved a place up or down.
    pub(super) fn can(self, id: &str, down: bool) -> bool {
        let count = untrack(|| self.own().len());
        self.place(id).is_some_and(|at| if down { at + 1 < count } else { at > 0 })
    }

    /// Moves one a place up or down.
    pub(super) fn step(self, id: &str, down: bool) {
        if let Some(at) = self.place(id).filter(|_| self.can(id, down)) {
            self.put(id, if down { at + 1 } else { at - 1 });
        }
    }

    /// Puts one in a place, says so, and keeps the focus with it.
    fn put(self, id: &str, to: usize) {
        let hands = self.hands.get_value();
        let views = hands.engine.store.views.get_untracked();
        let Some(moved) = moved(&views, id, to) else { return };
        let own = moved.iter().filter(|view| !view.system);
        let number = |n: usize| hands.i18n.number(n);
        let (total, n) = (number(own.clone().count()), number(to + 1));
        let name = own.into_iter().find(|view| view.id == id).map(|view| view.name.clone());
        let name = name.unwrap_or_default();
        hands.engine.save_views(moved);
        let words = [("name", name.as_str()), ("n", &n), ("total", &total)];
        hands.say(hands.i18n.with(Text::View(ViewText::MovedTo), &words));
        let own = ["[data-view=\"", id, "\"] .view"].concat();
        // In the dialog, where that has the views too.
        request_animation_frame(move || {
            hands.focus(&[&["dialog ", &own].concat(), &own]);
        });
    }

    fn take(self, id: &str, event: &ev::PointerEvent) {
        // A finger scrolls; it has the menu.
        if event.pointer_type() == "touch" || event.button() != 0 {
            return;
        }
        let row = event.current_target();
        let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok());
        let row = row.map_or(1, |row| row.offset_height() + 2).max(1);
        if let Some(from) = self.place(id) {
            let (id, held_at) = (id.to_owned(), event.client_y());
            self.carried.set(Some(Carried { id, from, held_at, row, to: None }));
        }
    }

    fn carry(self, y: i32) {
        let Some(Some(carried)) = self.carried.try_get_untracked() else { return };
        let way = y - carried.held_at;
        if carried.to.is_none() && way.abs() < SLACK {
            return;
        }
        let steps = (way + way.signum() * carried.row / 2) / carried.row;
        let last = untrack(|| self.own().len()).saturating_sub(1);
        let from = i32::try_from(carried.from).unwrap_or_default();
        let to = usize::try_from((from + steps).max(0)).unwrap_or_default().min(last);
        self.carried.set_if_new(Some(Carried { to: Some(to), ..carried }));
    }

    fn drop(self) {
        let Some(Some(carried)) = self.carried.try_get_untracked() else { return };
        self.carried.set(None);
        if let Some(to) = carried.to {
            self.put(&carried.id, to);
        }
    }

    fn is_carried(self, id: &str) -> bool {
        self.carried.get().is_some_and(|carried| carried.id == id && carried.to.is_some())
    }
}

/// Has the entry of a view be carried and moved.
pub(super) fn movable(entry: El, order: Order, id: String) -> El {
    let (held, stepped, shown) = (id.clone(), id.clone(), id);
    entry
        .class_when("view-carried", move || order.is_carried(&shown))
        .on("pointerdown", move |event: ev::PointerEvent| order.take(&held, &event))
        .on("dragstart", move |event: ev::Event| event.prevent_default())
        .on("keydown", move |event: ev::KeyboardEvent| {
            let down = match event.key().as_str() {
                "ArrowDown" => true,
                "ArrowUp" => false,
                _ => return,
            };
            if event.alt_key() && !event.ctrl_key() && !event.meta_key() {
                event.prevent_default();
                event.stop_propagation();
                order.step(&stepped, down);
            }
        })
}
