//! The buttons beside a message. All of a thread are one stop in the order of tabs: up and down
//! go from message to message, left and right from button to button.

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
    let next = match event.key().as_str() {
        "ArrowUp" => beside(&target, false),
        "ArrowDown" => beside(&target, true),
        "ArrowRight" if rtl => target.previous_element_sibling(),
        "ArrowLeft" if rtl => target.next_element_sibling(),
        "ArrowRight" => target.next_element_sibling(),
        "ArrowLeft" => target.previous_element_sibling(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

/// The first tool of the message before or after.
fn beside(from: &Element, after: bool) -> Option<Element> {
    let own = from.closest(TOOLS).ok().flatten()?;
    let all =
        from.closest("[data-scroller=thread]").ok().flatten()?.query_selector_all(TOOLS).ok()?;
    let at = |at: u32| all.item(at).and_then(|node| node.dyn_into::<Element>().ok());
    let place: u32 = (0..all.length()).find(|place| at(*place).as_ref() == Some(&own))?;
    let next = if after { place + 1 } else { place.checked_sub(1)? };
    at(next)?.first_element_child()
}
