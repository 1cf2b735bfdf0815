//! The buttons beside a message. All of a thread are one stop in the order of tabs: up and down
//! go from line to line, also to those that have no buttons, left and right from button to button.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::icon::{Glyph, icon};
use super::reactions::Picking;
use crate::dom::{El, Spot, el, group};
use crate::i18n::{DeskText, I18n, Text};
use crate::reactive::Memo;

const TOOLS: &str = ".message-tools";
const LINE: &str = ".line";
/// What only divides, and says nothing that could be read on its own.
const DIVIDERS: &str = ".day, .unread-divider";

/// The tools of one message, if anything can be done about it.
pub(super) fn tools(picking: Picking, i18n: I18n) -> El {
    let company = picking.company;
    let can = Memo::new(move |_| {
        let known = picking.known.get().filter(|known| known.spoken);
        let (react, refer) = (company.can_react, company.can_refer);
        known.map_or((false, false, false), |known| {
            // What has not arrived can be thrown away.
            let is_there = !known.id.is_provisional();
            (react && known.inbound, refer, company.redact.is_some() && is_there)
        })
    });
    let here = move || {
        let id = picking.known.get().map(|known| known.id);
        id.is_some() && company.tools_at.get() == id
    };
    let button = move |text: DeskText, glyph: Glyph| {
        el("button")
            .attr("type", "button")
            .class("icon-button message-tool")
            .attr("tabindex", move || if here() { "0" } else { "-1" })
            .attr("aria-label", i18n.tr(Text::Desk(text)))
            .attr("title", i18n.tr(Text::Desk(text)))
            .child(icon(glyph))
    };
    let react = move || {
        let opener = Spot::default();
        button(DeskText::React, Glyph::Smile)
            .at(opener)
            .attr("data-act", "react")
            .attr("aria-haspopup", "true")
            .attr("aria-expanded", move || picking.open.get().is_some().to_string())
            .on_click(move || picking.toggle(opener))
    };
    let refer = move || {
        button(DeskText::ReplyToThis, Glyph::Reply).attr("data-act", "refer").on_click(move || {
            if let Some(known) = picking.known.get_untracked() {
                company.refer.run(known.id);
            }
        })
    };
    let redact = move || {
        button(DeskText::RedactThis, Glyph::Trash)
            .attr("data-act", "redact")
            .attr("aria-haspopup", "dialog")
            .on_click(move || {
                if let Some((known, redact)) = picking.known.get_untracked().zip(company.redact) {
                    redact.run(known.id);
                }
            })
    };
    let came = move |_: ev::FocusEvent| {
        if let Some(known) = picking.known.get_untracked() {
            company.tools_at.set_if_new(Some(known.id));
        }
    };
    group().when(
        move || can.get() != (false, false, false),
        move || {
            let (react_too, refer_too, redact_too) = can.get();
            el("div")
                .class("message-tools")
                .attr("role", "toolbar")
                .attr("aria-label", i18n.tr(Text::Desk(DeskText::MessageTools)))
                .on("focusin", came)
                .on("keydown", move |event| walk(&event, i18n))
                .maybe(react_too.then(react))
                .maybe(refer_too.then(refer))
                .maybe(redact_too.then(redact))
        },
    )
}

/// Moves the focus as a key says.
fn walk(event: &ev::KeyboardEvent, i18n: I18n) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target.and_then(|target| target.closest("button").ok().flatten()) else {
        return;
    };
    let rtl = i18n.direction() == "rtl";
    let button = |one: Option<Element>| one.and_then(|one| one.dyn_into::<HtmlElement>().ok());
    let next = match event.key().as_str() {
        "ArrowUp" => beside(&target, false),
        "ArrowDown" => beside(&target, true),
        "ArrowRight" if rtl => button(target.previous_element_sibling()),
        "ArrowLeft" if rtl => button(target.next_element_sibling()),
        "ArrowRight" => button(target.next_element_sibling()),
        "ArrowLeft" => button(target.previous_element_sibling()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next {
        let _ = next.focus();
    }
}

/// Up and down from a line that has no buttons, and so has the focus itself.
pub(super) fn walk_lines(event: &ev::KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_line = |one: &Element| one.parent_element().is_some_and(|line| is(&line, LINE));
    let Some(target) = target.filter(is_line) else { return };
    let after = match event.key().as_str() {
        "ArrowUp" => false,
        "ArrowDown" => true,
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = beside(&target, after) {
        let _ = next.focus();
    }
}

/// What takes the focus in the line before or after: its first tool, else what it shows.
fn beside(from: &Element, after: bool) -> Option<HtmlElement> {
    let step =
        if after { Element::next_element_sibling } else { Element::previous_element_sibling };
    let own = from.closest(LINE).ok().flatten()?;
    let mut shown =
        std::iter::successors(step(&own), step).filter_map(|line| line.first_element_child());
    let next = shown.find(|shown| !is(shown, DIVIDERS))?;
    let tool = next.query_selector(&[TOOLS, " button"].concat()).ok().flatten();
    if tool.is_none() {
        let _ = next.set_attribute("tabindex", "-1");
    }
    tool.unwrap_or(next).dyn_into().ok()
}

fn is(one: &Element, selector: &str) -> bool {
    one.matches(selector) == Ok(true)
}
