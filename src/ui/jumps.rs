//! Ways through a long thread, above what is read: to the first message that is unread, and to a
//! date.

use inbox_model::Timestamp;
use inbox_model::thread::{ItemKey, Reach};
use inbox_model::time::{DAY, Date, HOUR};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, Node};

use super::company::CompanySide;
use super::icon::{Glyph, icon};
use super::long_thread::after_lines;
use super::windowed::Window;
use crate::dom::{El, Spot, el};
use crate::i18n::{ReadText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};

/// The ways; `lead` goes to a line.
pub(super) fn jumps(
    window: Window,
    company: CompanySide,
    today: Signal<i64>,
    lead: Callback<ItemKey>,
) -> El {
    let i18n = use_i18n();
    let (root, opener) = (Spot::default(), Spot::default());
    let open = RwSignal::new(false);
    let unread = Memo::new(move |_| window.above.get().unread);
    let to_unread = move || {
        let first = window.with_keys(|keys| {
            let divider = keys.iter().position(|key| *key == ItemKey::Unread)?;
            keys.get(divider + 1).cloned()
        });
        if let Some(first) = first {
            lead.run(first);
        }
    };
    let day = Memo::new(move |_| window.above.get().day);
    let date = move || {
        let days = day.get().unwrap_or_else(|| today.get());
        i18n.day(noon(days), today.get() - days)
    };
    let label = move || i18n.with(Text::Read(ReadText::DateShown), &[("date", &date())]);
    let is_hidden = Memo::new(move |_| window.at_end.get() && !open.get());
    let leave = move |event: ev::FocusEvent| {
        let target = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let inside = target.zip(root.now()).is_some_and(|(to, root)| root.contains(Some(&to)));
        if !inside {
            open.set_if_new(false);
        }
    };
    let date_jump = el("div")
        .class("jump-root")
        .at(root)
        .on("focusout", leave)
        .child(
            el("button")
                .attr("type", "button")
                .class("jump")
                .class_when("jump-hidden", move || is_hidden.get())
                .at(opener)
                .attr("data-act", "go-to-date")
                .attr("aria-haspopup", "dialog")
                .attr("aria-expanded", move || open.get().to_string())
                .attr("aria-label", label)
                .attr("tabindex", move || if is_hidden.get() { "-1" } else { "0" })
                .on_click(move || open.update(|open| *open = !*open))
                .child(el("span").text(date))
                .child(icon(Glyph::ChevronDown)),
        )
        .when(move || open.get(), move || popover(window, company, (open, opener), lead));
    el("div")
        .class("jumps")
        .when(
            move || unread.get(),
            move || {
                el("button")
                    .attr("type", "button")
                    .class("jump jump-unread")
                    .attr("data-act", "first-unread")
                    .on_click(to_unread)
                    .child(icon(Glyph::ArrowUp))
                    .child(el("span").text(i18n.tr(Text::Read(ReadText::FirstUnread))))
            },
        )
        .child(date_jump)
}

/// Where one names a day.
fn popover(
    window: Window,
    company: CompanySide,
    (open, opener): (RwSignal<bool>, Spot),
    lead: Callback<ItemKey>,
) -> El {
    let i18n = use_i18n();
    let field = Spot::default();
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let days =
        move || window.with_keys(|keys| keys.iter().filter_map(day_of).collect::<Vec<i64>>());
    let (first, last) = (days().first().copied(), days().last().copied());
    let has_more = company.before.get_untracked().can_be_read();
    let shown = window.above.get_untracked().day.or(last);
    // What is behind has moved by then, and takes the focus. A day on which nothing was said leads to
    // the next one.
    let go = move |from: i64| {
        if let Some(day) = days().into_iter().find(|day| *day >= from).or(last) {
            lead.run(ItemKey::Day(day));
        }
    };
    let go_back = move |reach: Reach, from: i64| {
        open.set(false);
        if first.is_some_and(|first| first < from) || !has_more {
            return go(from);
        }
        company.read_back.run((reach, after_lines(move || go(from))));
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let value = field.now().and_then(|one| one.dyn_into::<HtmlInputElement>().ok());
        let Some(wanted) = value.and_then(|one| Date::parse(&one.value())) else { return };
        // Days are the reader's, who may be elsewhere.
        let begins = Timestamp::from_millis(wanted.days * DAY).plus(-DAY);
        go_back(Reach::Time(begins), wanted.days);
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            open.set(false);
            let opener = opener.now().filter(|_| !window.at_end.get_untracked());
            if let Some(back) = opener.or_else(|| window.scroller.now()) {
                let _ = back.focus();
            }
        }
    };
    let form = el("form")
        .class("jump-form")
        .on("submit", submit)
        .child(
            el("label")
                .class("jump-label")
                .child(el("span").text(i18n.tr(Text::Read(ReadText::Date))))
                .child(
                    el("input")
                        .attr("type", "date")
                        .class("jump-field")
                        .at(field)
                        .attr("required", "")
                        .attr_if("min", first.filter(|_| !has_more).map(written))
                        .attr_if("max", last.map(written))
                        .attr_if("value", shown.map(written)),
                ),
        )
        .child(
            el("button")
                .attr("type", "submit")
                .class("button button-strong")
                .text(i18n.tr(Text::Read(ReadText::Go))),
        )
        .child(
            el("button")
                .attr("type", "button")
                .class("button jump-first")
                .on_click(move || go_back(Reach::Beginning, i64::MIN))
                .child(icon(Glyph::ArrowUp))
                .text(i18n.tr(Text::Read(ReadText::Beginning))),
        );
    el("div")
        .class("jump-date")
        .attr("role", "dialog")
        .attr("aria-label", i18n.tr(Text::Read(ReadText::GoToDate)))
        .on("keydown", on_key)
        .child(form)
}

fn day_of(key: &ItemKey) -> Option<i64> {
    match key {
        ItemKey::Day(days) => Some(*days),
        _ => None,
    }
}

fn noon(days: i64) -> Timestamp {
    Timestamp::from_millis(days * DAY + 12 * HOUR)
}

/// As fields for dates have it.
fn written(days: i64) -> String {
    noon(days).date(0).into()
}
