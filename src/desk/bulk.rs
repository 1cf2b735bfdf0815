//! The bar above the list while conversations are picked: how many, and what can be done to them.

use inbox_model::{Command, ConversationId};
use leptos::ev;
use leptos::prelude::*;

use super::bulk_acts::{act_on_picked, all_closed, closing, more, tags};
use super::place::Place;
use super::snooze::offers;
use super::views::teams;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, ViewText, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, MenuItem, display_name, icon, icon_of, menu, see};

/// The bar. `to_list` gives the focus back to the list, where there is no bar any more.
pub(super) fn bulk_bar(engine: Engine, place: Place, to_list: Callback<()>) -> El {
    let i18n = use_i18n();
    let can = engine.capabilities();
    let picks = place.picks;
    let clear = move || {
        picks.clear();
        to_list.run(());
    };
    let act = Callback::new(move |(done, command): (Text, Command)| {
        act_on_picked(engine, place, done, &command);
        to_list.run(());
    });
    let all_are = Memo::new(move |_| {
        let there = engine.store.rows.with_keys(<[ConversationId]>::len);
        picks.is_all(there)
    });
    let all = move || {
        if all_are.get_untracked() {
            return clear();
        }
        untrack(|| engine.store.rows.with_keys(|keys| picks.all(keys)));
    };
    let close = move || {
        let ends = Memo::new(move |_| !all_closed(engine, place));
        let glyph = move || if ends.get() { Glyph::Check } else { Glyph::Reload };
        let name = move || i18n.t(if ends.get() { Text::CloseConversation } else { Text::Reopen });
        button(name, move || {
            let (_, done, command) = closing(engine, place);
            act.run((done, command));
        })
        .child(icon_of(glyph))
    };
    el("div")
        .class("bulk")
        .attr("role", "group")
        .attr("aria-label", i18n.tr(Text::Desk(DeskText::BulkActions)))
        .on("keydown", move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                event.stop_propagation();
                clear();
            }
        })
        .child(
            el("button")
                .attr("type", "button")
                .class("bulk-all")
                .attr("role", "checkbox")
                .attr("aria-checked", move || if all_are.get() { "true" } else { "mixed" })
                .attr("aria-label", i18n.tr(Text::Desk(DeskText::PickAll)))
                .attr("title", i18n.tr(Text::Desk(DeskText::PickAll)))
                .on_click(all)
                .child(el("span").class("pick").child(icon(Glyph::Check))),
        )
        .child(
            el("span")
                .class("bulk-count")
                .attr("data-count", move || picks.count().to_string())
                .text(move || {
                    let count = u32::try_from(picks.count()).unwrap_or(u32::MAX);
                    i18n.count(Text::Desk(DeskText::Picked), count)
                }),
        )
        .child(
            el("div")
                .class("bulk-acts")
                .maybe(can.close.then(close))
                .maybe(can.snooze.then(|| snooze(engine, act)))
                .maybe(can.assign.then(|| assign(engine, act)))
                .maybe(can.tags.then(|| tag(engine, place, act)))
                .child(rest(engine, place, act)),
        )
        .child(
            button(move || i18n.t(Text::Desk(DeskText::PickNone)), clear).child(icon(Glyph::Close)),
        )
}

fn button(name: impl Fn() -> &'static str + Copy + 'static, press: impl FnMut() + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class("icon-button")
        .attr("aria-label", name)
        .attr("title", name)
        .on_click(press)
}

/// A menu of commands behind an icon.
fn choices(text: Text, glyph: Glyph, items: Callback<(), Vec<MenuItem>>) -> El {
    let i18n = use_i18n();
    let label = Signal::derive(move || i18n.t(text).to_owned());
    el("div").class("menu-plain").attr("title", i18n.tr(text)).child(menu(
        label,
        group().child(icon(glyph)),
        items,
    ))
}

type Acting = Callback<(Text, Command)>;

fn item(
    label: String,
    hint: Option<String>,
    act: Acting,
    done: Text,
    command: Command,
) -> MenuItem {
    let act = Callback::new(move |()| act.run((done, command.clone())));
    MenuItem { label, hint, current: false, act }
}

fn snooze(engine: Engine, act: Acting) -> El {
    let i18n = use_i18n();
    let items = Callback::new(move |()| {
        let offer = |(text, until)| {
            let hint = [i18n.day(until, -1_000), i18n.time(until)].join(" ");
            let command = Command::Snooze { until };
            item(i18n.t(text).to_owned(), Some(hint), act, Text::StateSnoozed, command)
        };
        offers(engine.now()).into_iter().map(offer).collect()
    });
    choices(Text::Snooze, Glyph::Moon, items)
}

fn assign(engine: Engine, act: Acting) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let items = Callback::new(move |()| {
        let me = untrack(|| store.me()).and_then(|me| me.id);
        let to = |label: String, id| {
            let command = Command::Assign { agent: Some(id), team: None };
            item(label, None, act, Text::Desk(DeskText::DoneAssigned), command)
        };
        let mut items = vec![to(i18n.t(Text::Nobody).to_owned(), None)];
        items.extend(me.clone().map(|me| to(i18n.t(Text::AssignToMe).to_owned(), Some(me))));
        let agents = see(store.session.get_untracked(), |session| {
            session.as_ref().map(|session| session.agents.clone()).unwrap_or_default()
        });
        let others = agents.iter().filter(|agent| agent.id != me);
        items.extend(others.map(|agent| to(display_name(Some(agent), i18n), agent.id.clone())));
        items.extend(untrack(|| teams(engine)).into_iter().map(|(team, name)| {
            let done = Text::Desk(DeskText::DoneAssigned);
            let command = Command::Assign { agent: None, team: Some(Some(team)) };
            let word = Some(i18n.t(Text::View(ViewText::Team)).to_owned());
            item(name, word, act, done, command)
        }));
        items
    });
    choices(Text::Assignee, Glyph::Person, items)
}

fn tag(engine: Engine, place: Place, act: Acting) -> El {
    let session = engine.store.session;
    let any = Memo::new(move |_| {
        let workspace = session.get().is_some_and(|session| !session.tags.is_empty());
        let row = |id: &ConversationId| engine.store.rows.get(id);
        workspace || place.picks.get().iter().filter_map(row).any(|row| !row.get().tags.is_empty())
    });
    let of = Callback::new(move |i18n| tags(engine, place, i18n));
    group()
        .when(move || any.get(), move || listed(Text::Desk(DeskText::AddTag), Glyph::Tag, of, act))
}

fn rest(engine: Engine, place: Place, act: Acting) -> El {
    let of = Callback::new(move |i18n| more(engine, place, i18n));
    listed(Text::Desk(DeskText::MoreActions), Glyph::Dots, of, act)
}

/// A menu of what there is to do, looked up when it opens.
fn listed(
    text: Text,
    glyph: Glyph,
    of: Callback<I18n, Vec<(String, Text, Command)>>,
    act: Acting,
) -> El {
    let i18n = use_i18n();
    let items = Callback::new(move |()| {
        let one = |(label, done, command)| item(label, None, act, done, command);
        of.run(i18n).into_iter().map(one).collect()
    });
    choices(text, glyph, items)
}
