//! The rest of what can be done with a conversation: star, priority, and the menu of what is done
//! seldom. Each is there only where the system can do it.

use inbox_model::{Command, Conversation, Priority, State};
use leptos::prelude::*;

use super::bulk_acts::READ;
use super::deeds::deed;
use super::hands::{Dialog, Hands};
use super::message_acts::put_away;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, ViewText, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, MenuItem, icon, menu};

pub(super) const PRIORITIES: [(Priority, DeskText); 5] = [
    (Priority::Urgent, DeskText::PriorityUrgent),
    (Priority::High, DeskText::PriorityHigh),
    (Priority::Normal, DeskText::PriorityNormal),
    (Priority::Low, DeskText::PriorityLow),
    (Priority::None, DeskText::PriorityNone),
];

/// Those that can be set: no system has a way to take one away, but to make it a usual one.
pub(super) fn settable() -> impl Iterator<Item = (Priority, DeskText)> {
    PRIORITIES.into_iter().filter(|(priority, _)| *priority != Priority::None)
}

/// What has none is as usual, so that what was set can be put back to what is told of it.
pub(super) fn told(priority: Priority) -> Priority {
    if priority == Priority::None { Priority::Normal } else { priority }
}

/// The words for a priority.
pub(super) fn priority_text(priority: Priority) -> Text {
    let found = PRIORITIES.iter().find(|(one, _)| *one == priority);
    Text::Desk(found.map_or(DeskText::PriorityNone, |(_, text)| *text))
}

/// Looks at the open conversation.
fn look<T: PartialEq + Clone + Default + 'static>(
    engine: Engine,
    of: impl Fn(&Conversation) -> T + 'static,
) -> Memo<T> {
    Memo::new(move |_| {
        engine.store.thread.conversation.get().map(|open| of(&open)).unwrap_or_default()
    })
}

/// Gives the star and takes it.
pub(super) fn star(engine: Engine) -> El {
    let i18n = use_i18n();
    let starred = look(engine, |open| open.handling.starred);
    let words =
        move || i18n.t(Text::Desk(if starred.get() { DeskText::Unstar } else { DeskText::Star }));
    el("button")
        .attr("type", "button")
        .class("icon-button star")
        .class_when("starred", move || starred.get())
        .attr("aria-label", words)
        .attr("title", words)
        .on_click(move || {
            deed(engine, Command::SetStarred { on: !starred.get_untracked() });
        })
        .child(icon(Glyph::Star))
}

/// The menu of priorities.
pub(super) fn priority(engine: Engine) -> El {
    let i18n = use_i18n();
    let now = look(engine, |open| told(open.priority));
    let items = Callback::new(move |()| {
        let item = |(priority, text): (Priority, DeskText)| MenuItem {
            label: i18n.t(Text::Desk(text)).to_owned(),
            hint: None,
            current: priority == now.get_untracked(),
            act: Callback::new(move |()| deed(engine, Command::SetPriority { priority })),
        };
        settable().map(item).collect()
    });
    let name = move || i18n.t(priority_text(now.get())).to_owned();
    let label =
        Signal::derive(move || i18n.with(Text::Desk(DeskText::PrioritySet), &[("name", &name())]));
    let level = move || if now.get() >= Priority::High { "high" } else { "usual" };
    let face = group()
        .child(el("span").class("priority-flag").attr("data-level", level).child(icon(Glyph::Flag)))
        .child(el("span").class("button-text").text(name));
    menu(label, face, items)
}

/// The menu of what is done seldom; `None` where the system can do nothing of it.
pub(super) fn more(engine: Engine) -> Option<El> {
    let i18n = use_i18n();
    let can = engine.capabilities();
    if !(can.pending || can.in_progress || can.mark_unread || can.archive || can.delete) {
        return None;
    }
    let open = engine.store.thread.conversation;
    let items = Callback::new(move |()| {
        let Some(open) = open.get_untracked() else { return Vec::new() };
        let item = |text: DeskText, command: Command, leaves: bool| MenuItem {
            label: i18n.t(Text::Desk(text)).to_owned(),
            hint: None,
            current: false,
            act: Callback::new(move |()| {
                put_away(engine, command.clone(), Text::Desk(text));
                // Whoever goes on looking has read it.
                if leaves {
                    engine.open(None);
                }
            }),
        };
        let handling = &open.handling;
        let mut items = Vec::new();
        if can.in_progress && open.state == State::Open {
            let on = !handling.in_progress;
            let text = if on { DeskText::SetInProgress } else { DeskText::EndInProgress };
            items.push(item(text, Command::SetInProgress { on }, false));
        }
        if can.pending && open.state != State::Pending {
            items.push(item(DeskText::Pend, Command::Pend, false));
        }
        // Which of the two there is to do.
        let me = untrack(|| engine.store.me()).and_then(|me| me.id);
        if open.is_unread_by(me.as_ref()) {
            items.extend(can.mark_read.then(|| item(DeskText::MarkRead, READ, false)));
        } else if can.mark_unread {
            items.push(item(DeskText::MarkUnread, Command::MarkUnread, true));
        }
        if can.archive {
            let on = !handling.archived;
            let text = if on { DeskText::Archive } else { DeskText::Unarchive };
            items.push(item(text, Command::SetArchived { on }, false));
        }
        if can.delete {
            let ask = Callback::new(move |()| {
                if let Some(hands) = use_context::<Hands>() {
                    hands.show(Dialog::Delete);
                }
            });
            let label = i18n.t(Text::View(ViewText::DeleteTalk)).to_owned();
            items.push(MenuItem { label, hint: None, current: false, act: ask });
        }
        items
    });
    let label = Signal::derive(move || i18n.t(Text::Desk(DeskText::MoreActions)).to_owned());
    Some(el("div").class("menu-plain").child(menu(label, group().child(icon(Glyph::Dots)), items)))
}

/// What is the case, beside the subject.
pub(super) fn badges(engine: Engine) -> El {
    let i18n = use_i18n();
    let which = look(engine, |open| {
        let (handling, is) = (&open.handling, open.state);
        let all = [
            (is == State::Open && handling.in_progress, DeskText::InProgress, Glyph::Clock),
            (is == State::Pending, DeskText::Pending, Glyph::Hourglass),
            (handling.archived, DeskText::Archived, Glyph::Archive),
        ];
        all.into_iter().filter(|(is, ..)| *is).map(|(_, text, glyph)| (text, glyph)).collect()
    });
    let badge = move |(text, glyph): (DeskText, Glyph)| {
        el("span")
            .class("badge")
            .attr("title", i18n.tr(Text::Desk(text)))
            .child(icon(glyph))
            .child(el("span").text(i18n.tr(Text::Desk(text))))
    };
    let which = move || -> Vec<(DeskText, Glyph)> { which.get() };
    group().live(move || group().children(which().into_iter().map(badge)))
}
