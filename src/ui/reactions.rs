//! Reactions on a bubble: the contact's, the company's, and a small set of emoji to choose from.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::company::{CompanySide, Known};
use super::emoji::{USUAL, step};
use super::icon::{Glyph, icon};
use crate::dom::{El, Spot, el, group};
use crate::i18n::{DeskText, I18n, Text};
use crate::reactive::{Memo, RwSignal, effect};

/// Choices beside each other; the style sheet has the same number of columns.
const COLUMNS: usize = 6;

/// The choosing of a reaction to one message.
#[derive(Clone, Copy)]
pub(super) struct Picking {
    /// What has opened the choice, and gets the focus back.
    pub(super) open: RwSignal<Option<Spot>>,
    pub(super) known: Memo<Option<Known>>,
    pub(super) company: CompanySide,
}

impl Picking {
    /// The company's reaction as it is.
    fn ours(self) -> Option<String> {
        self.known.get()?.tracking.company_reaction
    }

    /// Opens the choice, or closes it.
    pub(super) fn toggle(self, opener: Spot) {
        let open = self.open.get_untracked().is_some();
        self.open.set((!open).then_some(opener));
    }

    fn close(self) {
        let opener = self.open.get_untracked();
        self.open.set(None);
        if let Some(opener) = opener.and_then(Spot::now) {
            let _ = opener.focus();
        }
    }

    fn choose(self, emoji: Option<String>) {
        let id = self.known.get_untracked().map(|known| known.id);
        let opener = self.open.get_untracked().and_then(Spot::now);
        self.close();
        if let Some(id) = id {
            self.company.react.run((id, emoji));
        }
        if let Some(opener) = opener {
            keep_focus(opener);
        }
    }
}

/// A chip that goes leaves the focus to the tools of its message.
fn keep_focus(opener: HtmlElement) {
    let message = opener.closest("[data-part-id]").ok().flatten();
    request_animation_frame(move || {
        if opener.is_connected() {
            return;
        }
        let tool = message.and_then(|message| message.query_selector(".message-tool").ok()?);
        if let Some(tool) = tool.and_then(|tool| tool.dyn_into::<HtmlElement>().ok()) {
            let _ = tool.focus();
        }
    });
}

/// The reactions that there are.
pub(super) fn chips(picking: Picking, i18n: I18n) -> El {
    let company = picking.company;
    let theirs = Memo::new(move |_| picking.known.get()?.tracking.contact_reaction);
    let ours = Memo::new(move |_| picking.ours());
    let chip =
        |emoji: String| el("span").class("reaction-emoji").attr("aria-hidden", "true").text(emoji);
    let by_customer = move |emoji: String| {
        let said = emoji.clone();
        let words = move || {
            let values = [("name", company.customer.get()), ("emoji", said.clone())];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            i18n.with(Text::Desk(DeskText::ReactedByCustomer), &values)
        };
        el("span")
            .class("reaction")
            .attr("title", words.clone())
            .child(chip(emoji))
            .child(el("span").class("visually-hidden").text(words))
    };
    let by_us = move |emoji: String| {
        let said = emoji.clone();
        let text = if company.can_react { DeskText::ChangeReaction } else { DeskText::ReactedByUs };
        let words = move || i18n.with(Text::Desk(text), &[("emoji", &said)]);
        if !company.can_react {
            return el("span")
                .class("reaction reaction-own")
                .attr("title", words.clone())
                .child(chip(emoji))
                .child(el("span").class("visually-hidden").text(words));
        }
        let here = Spot::default();
        el("button")
            .attr("type", "button")
            .class("reaction reaction-own")
            .at(here)
            .attr("aria-haspopup", "true")
            .attr("aria-label", words)
            .on_click(move || picking.toggle(here))
            .child(chip(emoji))
    };
    group().when(
        move || theirs.get().is_some() || ours.get().is_some(),
        move || {
            el("div")
                .class("reactions")
                .attr("role", "group")
                .attr("aria-label", i18n.tr(Text::Desk(DeskText::Reactions)))
                .live(move || theirs.get().map_or_else(group, by_customer))
                .live(move || ours.get().map_or_else(group, by_us))
        },
    )
}

/// The choice, while it is open: arrows move, Enter takes, Escape closes.
pub(super) fn picker(picking: Picking, i18n: I18n) -> El {
    group().when(move || picking.open.get().is_some(), move || open_picker(picking, i18n))
}

fn open_picker(picking: Picking, i18n: I18n) -> El {
    let root = Spot::default();
    let ours = untrack(|| picking.ours());
    // The one that is the case takes the focus, or the first.
    let start = USUAL.iter().position(|(emoji, _)| ours.as_deref() == Some(emoji)).unwrap_or(0);
    effect(move || {
        if let Some(root) = root.get() {
            focus_on(&root, start);
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(root) = root.now() else { return };
        let here = place_of(&root, &event);
        if event.key() == "Escape" {
            event.stop_propagation();
            return picking.close();
        }
        let rtl = i18n.direction() == "rtl";
        let last = USUAL.len() - usize::from(ours_is_empty(picking));
        if let Some(to) = step(&event.key(), here, last, COLUMNS, rtl) {
            event.prevent_default();
            event.stop_propagation();
            focus_on(&root, to);
        }
    };
    let leave = move |event: ev::FocusEvent| {
        let Some(to) = event.related_target() else { return };
        let to = to.dyn_into::<Node>().ok();
        let inside = root.now().is_some_and(|root| root.contains(to.as_ref()));
        // A press on what has opened it closes it by itself.
        let opener = picking.open.get_untracked().and_then(Spot::now).map(Node::from);
        if !inside && to != opener {
            picking.open.set(None);
        }
    };
    let choice = |(emoji, text): (&'static str, DeskText)| {
        let is_ours = ours.as_deref() == Some(emoji);
        el("button")
            .attr("type", "button")
            .class("emoji")
            .attr("tabindex", "-1")
            .attr("aria-pressed", is_ours.to_string())
            .attr("aria-label", i18n.tr(Text::Desk(text)))
            .attr("title", i18n.tr(Text::Desk(text)))
            .on_click(move || picking.choose((!is_ours).then(|| emoji.to_owned())))
            .text(emoji)
    };
    let remove = || {
        el("button")
            .attr("type", "button")
            .class("emoji emoji-remove")
            .attr("tabindex", "-1")
            .on_click(move || picking.choose(None))
            .child(icon(Glyph::Close))
            .child(el("span").text(i18n.tr(Text::Desk(DeskText::RemoveReaction))))
    };
    el("div")
        .class("emoji-picker")
        .at(root)
        .attr("role", "group")
        .attr("aria-label", i18n.tr(Text::Desk(DeskText::React)))
        .on("keydown", on_key)
        .on("focusout", leave)
        .children(USUAL.map(choice))
        .maybe(ours.is_some().then(remove))
}

fn ours_is_empty(picking: Picking) -> bool {
    untrack(|| picking.ours()).is_none()
}

fn place_of(root: &HtmlElement, event: &ev::KeyboardEvent) -> usize {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    let children = root.children();
    let at = |at: u32| children.item(at).map(Node::from);
    (0..children.length()).position(|place| at(place) == target).unwrap_or(0)
}

fn focus_on(root: &HtmlElement, place: usize) {
    let child = u32::try_from(place).ok().and_then(|place| root.children().item(place));
    if let Some(child) = child.and_then(|child| child.dyn_into::<HtmlElement>().ok()) {
        let _ = child.focus();
    }
}
