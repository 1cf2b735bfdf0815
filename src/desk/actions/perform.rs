//! When each action can be done, what it is called just then, and what it does.

use inbox_model::view::View;
use inbox_model::{Command, Conversation, State};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::super::builder::{as_view, build};
use super::super::bulk_acts::READ;
use super::super::deeds::do_it;
use super::super::done::take_back;
use super::super::editing::{before_caret, begin_word};
use super::super::hands::{Dialog, Hands};
use super::super::place::Shown;
use super::super::saved::delete;
use super::super::settings::Theme;
use super::pressed::{found, press, selector, send_and_close};
use super::{Act, row_of};
use crate::dom::after_paint;
use crate::i18n::{ActText, DeskText, Text};
use crate::sync::Loading;

/// Whether an action is to be had now: by what the system can do, and what is in view.
pub(in super::super) fn can(hands: &Hands, act: Act) -> bool {
    let can = hands.engine.capabilities();
    let store = hands.engine.store;
    if matches!(store.start.get_untracked(), Loading::Failed(_)) {
        return matches!(act, Act::Palette | Act::Shortcuts | Act::Settings | Act::Theme);
    }
    let is_open = store.thread.id.get_untracked().is_some();
    let open = || hands.conversation();
    let is_there = hands.target().is_some();
    if act == Act::SendAndClose && !can.close {
        return false;
    }
    if let Some(selector) = selector(act) {
        return found(hands, selector).is_some();
    }
    match act {
        Act::Next | Act::Previous | Act::PickAll => {
            untrack(|| store.rows.with_keys(|keys| !keys.is_empty()))
        }
        Act::Open => !is_open && is_there,
        Act::Undo => hands.place.done.get_untracked().is_some_and(|done| done.is_reversible()),
        Act::Back | Act::Details => is_open,
        Act::Search => hands.find(".search-field").is_some(),
        Act::Pick | Act::Reply => is_there,
        Act::Note => can.notes && is_there,
        Act::Attach => can.files > 0 && is_there,
        Act::Canned => is_there && untrack(|| hands.engine.canned()).is_some(),
        Act::ManageCanned => untrack(|| hands.engine.canned()).is_some(),
        Act::AssignMe => {
            let me = untrack(|| store.me()).and_then(|me| me.id);
            can.assign && me.is_some() && open().is_some_and(|open| open.assignee != me)
        }
        Act::Assign => can.assign && is_there,
        Act::CloseOrReopen => can.close && is_there,
        Act::Snooze | Act::SnoozeUntil => can.snooze && is_there,
        Act::AddPerson => can.participants && is_there,
        Act::Tag => {
            let others = |open: &Conversation| has_other_tags(hands, open);
            can.tags && open().is_some_and(|open| can.create_tags || others(&open))
        }
        Act::Star => can.star && is_there,
        Act::Archive => can.archive && is_there,
        Act::MarkRead => can.mark_read && open().is_some_and(|open| is_unread(hands, &open)),
        Act::MarkUnread => can.mark_unread && open().is_some_and(|open| !is_unread(hands, &open)),
        Act::Priority => can.priority && is_there,
        Act::Title => can.title && is_there,
        Act::Field => can.attributes && is_there,
        Act::Delete => can.delete && is_there,
        Act::EditView | Act::DeleteView => own_view(hands).is_some(),
        Act::GoTo
        | Act::NewView
        | Act::Palette
        | Act::Shortcuts
        | Act::Settings
        | Act::Theme
        | Act::Density => true,
        // Done by their own keys alone, or found by what they press.
        _ => false,
    }
}

fn is_unread(hands: &Hands, one: &Conversation) -> bool {
    let me = untrack(|| hands.engine.store.me()).and_then(|me| me.id);
    one.is_unread_by(me.as_ref())
}

/// The view that is shown, where the agent has saved it.
fn own_view(hands: &Hands) -> Option<View> {
    let Shown::Saved(id) = hands.place.shown.get_untracked() else { return None };
    let views = hands.engine.store.views.get_untracked();
    views.into_iter().find(|view| view.id == id && !view.system)
}

fn has_other_tags(hands: &Hands, open: &Conversation) -> bool {
    let session = hands.engine.store.session.get_untracked();
    session.is_some_and(|session| {
        session.tags.iter().any(|tag| !open.tags.iter().any(|one| one.id == tag.id))
    })
}

fn is_running(open: &Conversation) -> bool {
    matches!(open.state, State::Open | State::Pending)
}

/// What an action does just now.
pub(in super::super) fn words(hands: &Hands, act: Act) -> Text {
    let open = hands.conversation();
    match (act, &open) {
        (Act::CloseOrReopen, Some(open)) if is_running(open) => Text::Act(ActText::Close),
        (Act::CloseOrReopen, Some(_)) => Text::Act(ActText::Reopen),
        (Act::Star, Some(open)) if open.handling.starred => Text::Desk(DeskText::Unstar),
        (Act::Star, Some(_)) => Text::Desk(DeskText::Star),
        (Act::Archive, Some(open)) if open.handling.archived => Text::Desk(DeskText::Unarchive),
        (Act::Archive, Some(_)) => Text::Desk(DeskText::Archive),
        _ => row_of(act).map_or(Text::Act(ActText::Palette), |row| row.text),
    }
}

/// Does it. What needs a choice opens the menu that has it.
pub(in super::super) fn perform(hands: &Hands, act: Act) {
    let engine = hands.engine;
    let done = hands.i18n.t(words(hands, act));
    let open = hands.conversation();
    match act {
        Act::Next => step(hands, true),
        Act::Previous => step(hands, false),
        Act::Open => {
            engine.open(hands.target());
            hands.keep_focus();
        }
        // What lies over the thread goes first.
        Act::Back if hands.place.details.get_untracked() && lies_over(hands) => details(hands),
        Act::Back => {
            engine.open(None);
            hands.focus_place();
        }
        Act::Search => {
            hands.focus(&[".search-field"]);
        }
        Act::Pick => {
            if let Some(id) = hands.target() {
                hands.place.active.set(Some(id.clone()));
                hands.place.picks.toggle(&id);
            }
        }
        Act::Undo => {
            take_back(engine, hands.place);
        }
        Act::PickAll => {
            let picks = hands.place.picks;
            untrack(|| engine.store.rows.with_keys(|keys| picks.all(keys)));
        }
        Act::Details => details(hands),
        Act::Reply => in_thread(hands, |hands| press_or_focus(hands, "[data-act=reply]")),
        Act::Note => in_thread(hands, |hands| press(hands, "[data-act=note]")),
        Act::Attach => in_thread(hands, |hands| press(hands, "[data-act=attach]")),
        Act::Canned => in_thread(hands, |hands| {
            let hands = *hands;
            let stood = field(&hands).map(|field| before_caret(&field));
            // A dialog that has just closed has the caret for another frame, in which somebody may
            // type already.
            after_paint(move || canned(&hands, stood.as_deref()));
        }),
        Act::ManageCanned => hands.show(Dialog::Canned),
        Act::AssignMe => {
            let me = untrack(|| engine.store.me()).and_then(|me| me.id);
            do_it(hands, Command::Assign { agent: Some(me), team: None });
        }
        Act::Assign => in_thread(hands, |hands| press(hands, "[data-act=assign] > button")),
        Act::CloseOrReopen => {
            let running = open.is_some_and(|open| is_running(&open));
            hands.put_away(if running { Command::Close } else { Command::Reopen }, done);
        }
        Act::Snooze => in_thread(hands, |hands| press(hands, "[data-act=snooze] > button")),
        Act::SnoozeUntil => hands.show(Dialog::Snooze),
        Act::Tag => in_thread(hands, tag),
        Act::AddPerson => in_thread(hands, |hands| in_panel(hands, "[data-act=person] button")),
        Act::Star => {
            let on = open.is_some_and(|open| !open.handling.starred);
            do_it(hands, Command::SetStarred { on });
        }
        Act::Archive => {
            let on = open.is_some_and(|open| !open.handling.archived);
            hands.put_away(Command::SetArchived { on }, done);
        }
        Act::MarkRead => do_it(hands, READ),
        Act::MarkUnread => {
            do_it(hands, Command::MarkUnread);
            // Whoever goes on looking has read it.
            engine.open(None);
            hands.focus_place();
        }
        Act::Priority => in_thread(hands, |hands| press(hands, "[data-act=priority] > button")),
        Act::Title => in_thread(hands, |hands| press(hands, "[data-act=title]")),
        Act::Field => in_thread(hands, |hands| in_panel(hands, "[data-act=field]")),
        Act::Delete => in_thread(hands, |hands| hands.show(Dialog::Delete)),
        Act::SendAndClose => send_and_close(hands),
        Act::NewView => build(hands, as_view(hands)),
        Act::EditView => own_view(hands).into_iter().for_each(|view| build(hands, view)),
        Act::DeleteView => own_view(hands).into_iter().for_each(|view| delete(hands, &view)),
        Act::GoTo => {
            hands.focus(&[".view[aria-current]", ".view"]);
        }
        Act::Palette => hands.show(Dialog::Palette),
        Act::Shortcuts => hands.show(Dialog::Shortcuts),
        Act::Settings => hands.show(Dialog::Settings),
        Act::Theme => {
            let is_dark = match hands.kept.get_untracked().theme {
                Theme::System => system_is_dark(),
                theme => theme == Theme::Dark,
            };
            let theme = if is_dark { Theme::Light } else { Theme::Dark };
            hands.kept.change(|settings| settings.theme = theme);
            hands.say(hands.i18n.t(Text::Act(theme.text())).to_owned());
        }
        Act::Density => {
            hands.kept.change(|settings| settings.compact = !settings.compact);
            let compact = hands.kept.get_untracked().compact;
            let text = if compact { ActText::Compact } else { ActText::Comfortable };
            hands.say(hands.i18n.t(Text::Act(text)).to_owned());
        }
        _ => selector(act).into_iter().for_each(|selector| press(hands, selector)),
    }
}

fn system_is_dark() -> bool {
    let asked = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    asked.is_some_and(|asked| asked.matches())
}

/// Goes on: what is read moves along; in the list alone, the mark does.
fn step(hands: &Hands, after: bool) {
    let next = hands.beside(hands.target().as_ref(), after);
    if next.is_some() {
        hands.go_to(next);
    }
}

/// Acts in the thread of the conversation that is meant, which is opened if need be.
fn in_thread(hands: &Hands, act: fn(&Hands)) {
    if hands.engine.store.thread.id.get_untracked().is_some() {
        return act(hands);
    }
    hands.engine.open(hands.target());
    let hands = *hands;
    // It is drawn by then.
    request_animation_frame(move || request_animation_frame(move || act(&hands)));
}

/// Where an agent writes.
fn field(hands: &Hands) -> Option<HtmlTextAreaElement> {
    hands.find(".composer-field")?.dyn_into().ok()
}

/// Types the sign after which canned replies are offered, before what was typed since this stood
/// before the caret.
fn canned(hands: &Hands, stood: Option<&str>) {
    hands.focus(&[".composer-field"]);
    if let Some(field) = field(hands) {
        begin_word(&field, "/", stood);
    }
}

/// Where there are no notes, there is no choice between them and replies.
fn press_or_focus(hands: &Hands, selector: &str) {
    match hands.find(selector) {
        Some(button) => button.click(),
        None => {
            hands.focus(&[".composer-field"]);
        }
    }
}

fn tag(hands: &Hands) {
    in_panel(hands, ".tags-add > .tag-add .menu-root > button");
}

/// Presses something in the panel, which may have to be brought out first.
fn in_panel(hands: &Hands, selector: &'static str) {
    hands.place.details.set(true);
    hands.kept.change(|settings| settings.details = true);
    let hands = *hands;
    after_paint(move || press(&hands, selector));
}

fn lies_over(hands: &Hands) -> bool {
    hands.find(".details-toggle").is_some_and(|button| button.offset_parent().is_some())
}

/// Where the panel lies over the thread it comes and goes; where there is room it stays as set.
fn details(hands: &Hands) {
    if !lies_over(hands) {
        hands.kept.change(|settings| settings.details = !settings.details);
        return hands.keep_focus();
    }
    let now = !hands.place.details.get_untracked();
    hands.place.details.set(now);
    if !now {
        return hands.focus_place();
    }
    let hands = *hands;
    after_paint(move || {
        hands.focus(&[".details-close"]);
    });
}
