//! The agents' surface: views, the list, a thread, and what is known about the customer.

mod actions;
mod assigning;
mod attached;
mod builder;
mod bulk;
mod bulk_acts;
mod canned;
mod carrying;
mod chords;
mod collision;
mod confirm;
mod deeds;
mod details;
mod done;
mod dropping;
mod due;
mod editing;
mod emoji;
mod file_links;
mod formatting;
mod found;
mod hands;
mod header;
mod header_more;
mod held;
mod highlighted;
mod keyboard;
mod list;
mod lost;
mod message_acts;
mod notify;
mod overtaken;
mod palette;
mod picker;
mod picks;
mod place;
mod reply;
mod row;
mod row_facts;
mod row_marks;
mod saved;
mod search;
mod segments;
mod select;
mod settings;
mod sheet;
mod snooze;
mod snooze_at;
mod sort;
mod states;
mod taken;
mod thread;
mod title;
mod tray;
mod typeahead;
mod undo;
mod views;
mod window;
mod writing;

use leptos::prelude::*;

use crate::dom::{El, el, group, in_sight};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{Engine, Loading, Surface};
use crate::ui::{Glyph, announcer, banner, failed_state, icon, provide_clock, refusal, see};
use hands::{Dialog, Hands};
use inbox_model::Conversation;
use inbox_model::sync::Connection;
use place::Place;
use settings::Kept;
pub use window::window_banner;
use writing::OUTDATED;

/// Whose engine this surface needs.
pub const SURFACE: Surface = Surface::Desk;

/// Agents begin no conversations of this kind; the call is passed over.
pub fn new_message(_engine: Engine, _text: String) {}

/// The whole desk, inside the element that the host page sizes.
pub fn view(engine: Engine, i18n: I18n, _open: RwSignal<bool>) -> El {
    let store = engine.store;
    let clock = provide_clock(move || engine.now());
    effect(move || {
        engine.clock_set();
        clock.look();
    });
    due::provide_soon(store);
    engine.start(true);
    let place = Place::new(engine);
    let kept = Kept::new();
    let hands = Hands::new(engine, place, i18n, kept);
    provide_context(hands);
    notify::tell_of_news(&hands);
    taken::watch(&hands);
    // What had the focus may have gone with the thread that was open.
    effect(move || {
        store.thread.id.track();
        hands.keep_focus();
    });
    // What an agent has open is read, while they look.
    let in_sight = in_sight();
    effect(move || {
        let conversation = store.thread.conversation.get();
        let ready = store.thread.loading.get() == Loading::Ready;
        let me = store.me().and_then(|me| me.id);
        let waits = |one: &Conversation| {
            let marked = &one.handling.marked_unread_by;
            one.unread.unwrap_or(0) > 0 || me.as_ref().is_some_and(|me| marked.contains(me))
        };
        let seen = ready && in_sight.get();
        if let Some(conversation) = conversation.filter(|one| seen && waits(one)) {
            engine.mark_read(&conversation.id);
        }
    });
    let failed = Signal::derive(move || match store.start.get() {
        Loading::Failed(code) => Some(code),
        _ => None,
    });
    effect(move || {
        for arrival in store.arrivals() {
            let nameless = if arrival.by_company { Text::Someone } else { Text::Customer };
            let name = arrival.name.unwrap_or_else(|| i18n.t(nameless).to_owned());
            hands.say(i18n.with(Text::NewMessageFrom, &[("name", &name), ("text", &arrival.text)]));
        }
    });
    let dialog = move || match hands.dialog.get() {
        None => group(),
        Some(Dialog::Palette) => palette::palette(&hands),
        Some(Dialog::Shortcuts) => sheet::sheet(&hands),
        Some(Dialog::Settings) => settings::settings_dialog(&hands),
        Some(Dialog::Canned) => canned::canned_dialog(&hands),
        Some(Dialog::Views) => views::views_dialog(&hands),
        Some(Dialog::Builder) => builder::builder(&hands),
        Some(Dialog::Snooze) => snooze_at::snooze_dialog(&hands),
        Some(Dialog::Redact) => confirm::redact_dialog(&hands),
        Some(Dialog::Delete) => confirm::delete_dialog(&hands),
    };
    let row_height = move || [&kept.get().row().to_string(), "px"].concat();
    let desk = el("div")
        .class("desk")
        .at(hands.root)
        // A press on what takes no focus leaves it in the desk, where keys are heard.
        .attr("tabindex", "-1")
        .attr("data-theme", move || kept.get().theme.code())
        .class_when("desk-compact", move || kept.get().compact)
        .class_when("desk-without-details", move || !kept.get().details)
        .style("--row-height", row_height)
        .class_when("desk-reading", move || see(store.thread.id.get(), Option::is_some))
        .class_when("desk-details-open", move || place.details.get())
        .attr("dir", move || i18n.direction())
        .attr("lang", move || i18n.tag())
        .choose(
            move || see(failed.get(), Option::is_some),
            move || {
                failed_state(
                    Signal::derive(move || failed.get().unwrap_or_default()),
                    Callback::new(move |()| engine.start(true)),
                )
            },
            move || {
                group()
                    .child(views::views(&hands))
                    .child(list::list(engine, place))
                    .child(thread::agent_thread(engine, place))
                    .child(details::details(engine, place))
            },
        )
        .child(problem(engine))
        .child(done::done(&hands))
        .live(dialog)
        .child(announcer(move || hands.take_said()));
    lost::look_after(keyboard::listen(desk, &hands), &hands)
}

/// Tells of a command that the server refused.
fn problem(engine: Engine) -> El {
    let i18n = use_i18n();
    let words = move |code: &str| {
        let reason = match code {
            OUTDATED => Text::Desk(DeskText::RefusedOutdated),
            code => refusal(code),
        };
        i18n.with(Text::CouldNotDo, &[("reason", i18n.t(reason))])
    };
    let toast = move |code: String| {
        el("div")
            .class("toast")
            .child(icon(Glyph::Alert))
            .child(el("span").text(move || words(&code)))
            .child(
                el("button")
                    .attr("type", "button")
                    .class("icon-button")
                    .attr("aria-label", i18n.tr(Text::Dismiss))
                    .on_click(move || engine.dismiss_problem())
                    .child(icon(Glyph::Close)),
            )
    };
    el("div")
        .class("toasts")
        .attr("role", "alert")
        .live(move || engine.store.problem.get().map_or_else(group, toast))
}

/// Tells that there is no connection, or that it is coming back; nothing while there is one.
fn connection_banner(engine: Engine) -> El {
    let i18n = use_i18n();
    let text = Memo::new(move |_| match engine.store.connection.get() {
        Connection::Offline => Some(Text::Offline),
        Connection::Polling if engine.capabilities().live => Some(Text::Reconnecting),
        _ => None,
    });
    group().when(
        move || text.get().is_some(),
        move || {
            banner(Glyph::Offline, move || text.get().map(|text| i18n.t(text)).unwrap_or_default())
        },
    )
}
