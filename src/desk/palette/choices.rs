//! What the palette offers once something is typed: what the menus hold, each entry by its name.

use inbox_model::{Command, State};
use leptos::prelude::*;

use super::super::actions::{self, Act};
use super::super::assigning::offers as responsible;
use super::super::details::contacts;
use super::super::hands::Hands;
use super::super::header_more::{settable, told};
use super::super::snooze::offers as times;
use super::super::sort::orders;
use super::offers::{Offer, What, named};
use crate::i18n::{ActText, DeskText, Text};
use crate::ui::Glyph;

/// All choices for the conversation that is meant, and the orders of the list.
pub(super) fn choices(hands: &Hands) -> Vec<Offer> {
    let (i18n, engine) = (hands.i18n, hands.engine);
    let mut offers: Vec<Offer> = Vec::new();
    let now = untrack(|| hands.place.sort());
    let others = orders(engine).filter(|(sort, _)| *sort != now);
    offers.extend(others.map(|(sort, text)| Offer {
        what: What::Sort(sort),
        glyph: Glyph::Sort,
        label: named(hands, ActText::SortTo, i18n.t(Text::Desk(text))),
        more: None,
        keys: Vec::new(),
    }));
    let Some(open) = hands.conversation() else { return offers };
    let can = engine.capabilities();
    let does = |glyph: Glyph, label: String, command: Command, away: bool| {
        let what = What::Do(command, label.clone(), away);
        Offer { what, glyph, label, more: None, keys: Vec::new() }
    };
    let offer = |glyph: Glyph, text: ActText, name: &str, command: Command, away: bool| {
        does(glyph, named(hands, text, name), command, away)
    };
    let state = |glyph: Glyph, text: DeskText, command: Command| {
        does(glyph, i18n.t(Text::Desk(text)).to_owned(), command, true)
    };
    if can.pending && open.state != State::Pending {
        offers.push(state(Glyph::Hourglass, DeskText::Pend, Command::Pend));
    }
    if can.in_progress && open.state == State::Open {
        let on = !open.handling.in_progress;
        let text = if on { DeskText::SetInProgress } else { DeskText::EndInProgress };
        offers.push(state(Glyph::Clock, text, Command::SetInProgress { on }));
    }
    if actions::can(hands, Act::Snooze) {
        offers.extend(times(engine.now()).into_iter().map(|(text, until)| Offer {
            more: Some([i18n.day(until, -1_000), i18n.time(until)].join(" ")),
            ..offer(Glyph::Moon, ActText::SnoozeTo, i18n.t(text), Command::Snooze { until }, true)
        }));
    }
    if actions::can(hands, Act::Priority) {
        let others = settable().filter(|(priority, _)| *priority != told(open.priority));
        offers.extend(others.map(|(priority, text): (_, DeskText)| {
            let command = Command::SetPriority { priority };
            offer(Glyph::Flag, ActText::PriorityTo, i18n.t(Text::Desk(text)), command, false)
        }));
    }
    if actions::can(hands, Act::Assign) {
        let me = untrack(|| engine.store.me()).and_then(|me| me.id);
        // That is an action of its own.
        let to_me = Command::Assign { agent: Some(me), team: None };
        let all = untrack(|| responsible(engine, i18n, Some(&open))).into_iter();
        let others = all.filter(|pick| !pick.current && pick.command != to_me);
        offers.extend(others.map(|pick| Offer {
            more: pick.more,
            ..offer(Glyph::Person, ActText::AssignTo, &pick.label, pick.command, false)
        }));
    }
    if can.tags {
        let session = engine.store.session.get_untracked();
        let tags = session.iter().flat_map(|session| &session.tags);
        let others = tags.filter(|tag| !open.tags.iter().any(|one| one.id == tag.id));
        offers.extend(others.map(|tag| {
            let command = Command::AttachTag { tag: tag.clone() };
            offer(Glyph::Tag, ActText::TagWith, &tag.name, command, false)
        }));
        offers.extend(open.tags.iter().map(|tag| {
            let label = i18n.with(Text::Desk(DeskText::RemoveTag), &[("name", &tag.name)]);
            does(Glyph::Tag, label, Command::DetachTag { tag: tag.clone() }, false)
        }));
    }
    if actions::can(hands, Act::AddPerson) {
        let others = contacts(engine, i18n, open.participants.clone()).into_iter();
        offers.extend(others.map(|pick| Offer {
            more: pick.more,
            ..offer(Glyph::Person, ActText::AddToTalk, &pick.label, pick.command, false)
        }));
    }
    offers
}
