//! What an agent does about single messages, as commands.

use std::cell::RefCell;
use std::collections::BTreeSet;

use inbox_model::command::Envelope;
use inbox_model::{Channel, Command, PartBody, PartId};
use leptos::prelude::*;

use super::due::Pace;
use super::hands::{Dialog, Hands};
use super::place::Place;
use super::window::Standing;
use super::writing::{Writing, is_outdated};
use crate::i18n::{Text, use_i18n};
use crate::reactive::{RwSignal, Signal};
use crate::sync::Engine;
use crate::ui::{CompanySide, DraftAct, display_name, see};

/// What the thread offers for its messages.
pub(super) fn company_side(engine: Engine, place: Place, writing: Writing) -> CompanySide {
    let i18n = use_i18n();
    let store = engine.store;
    let can = engine.capabilities();
    let hands = use_context::<Hands>();
    let fill = move |id: &PartId| {
        let part = untrack(|| store.thread.part(id));
        if let Some(text) = part.as_ref().and_then(|part| part.markdown()) {
            writing.fill.set(Some(text.to_owned()));
        }
    };
    let resent = RwSignal::new(Vec::new());
    let pace = Pace::here();
    let again = move |id: PartId| {
        let part = untrack(|| store.thread.part(&id));
        let Some((conversation, part)) = store.thread.id.get_untracked().zip(part) else { return };
        let usual = untrack(|| store.thread.conversation.get()).map(|one| one.channel());
        let is_chosen =
            |way: &Channel| part.tracking.subject.is_some() || usual.as_ref() != Some(way);
        let way = part.channel.clone().filter(is_chosen);
        let standing = untrack(|| Standing::here(engine, way.clone(), pace));
        let is_open = standing.is_none_or(|standing| standing.is_open());
        let contents = match &part.body {
            PartBody::Message(message) if is_open => message.contents.clone(),
            // Said in the composer is what is in the way, and what to do about it.
            _ => return fill(&id),
        };
        let tracking = &part.tracking;
        let envelope = Envelope {
            channel: way,
            subject: tracking.subject.clone(),
            reply_to: tracking.reply_to.clone(),
            ..Envelope::default()
        };
        resent.update(|resent: &mut Vec<PartId>| resent.push(id));
        let reply = Command::Reply { contents, envelope };
        engine.say(&conversation, reply, writing.undo_millis());
    };
    let draft = move |(part, act): (PartId, DraftAct)| match act {
        DraftAct::Send => {
            if let Some(id) = engine.store.thread.id.get_untracked() {
                let command = Command::SendSuggestion { part, envelope: writing.how() };
                engine.say(&id, command, writing.undo_millis());
            }
        }
        DraftAct::Edit => {
            fill(&part);
            writing.suggestion.set(Some(part));
        }
        DraftAct::Dismiss => act_here(engine, Command::DismissSuggestion { part }),
    };
    let customer = move || {
        see(store.thread.conversation.get(), |conversation| {
            let contact = conversation.as_ref().and_then(|one| one.contact());
            contact
                .map_or_else(|| i18n.t(Text::Customer).to_owned(), |c| display_name(Some(c), i18n))
        })
    };
    let told = StoredValue::new_local(RefCell::new(BTreeSet::new()));
    CompanySide {
        can_react: can.react,
        can_refer: can.reference,
        can_draft: can.suggestions,
        find_part: Callback::new(move |id| store.thread.part(&id)),
        find_agent: Callback::new(move |id| store.agent(&id)),
        customer: Signal::derive(customer),
        react: Callback::new(move |(part, emoji)| act_here(engine, Command::React { part, emoji })),
        refer: Callback::new(move |part| writing.refer(part)),
        redact: can.redact.then(|| {
            Callback::new(move |part| {
                place.redacted.set(Some(part));
                if let Some(hands) = hands {
                    hands.show(Dialog::Redact);
                }
            })
        }),
        draft: Callback::new(draft),
        is_outdated: Callback::new(move |part| is_outdated(engine, &part)),
        again: Callback::new(again),
        resent,
        shown: Callback::new(move |id| {
            if can.seen && told.with_value(|told| told.borrow_mut().insert(PartId::clone(&id))) {
                tell_seen(engine, id);
            }
        }),
        before: Signal::derive(move || engine.before()),
        read_back: Callback::new(move |(reach, then)| engine.read_back(reach, then)),
        jump: place.jump,
        found: place.found,
        tools_at: RwSignal::new(None),
    }
}

/// Notes that the agent has seen a part, unless that is known.
fn tell_seen(engine: Engine, part: PartId) {
    let store = engine.store;
    let Some(me) = untrack(|| store.me()).and_then(|me| me.id) else { return };
    let seen = untrack(|| store.thread.part(&part)).is_none_or(|part| {
        part.id.is_provisional() || part.tracking.seen_by.iter().any(|seen| seen.agent == me)
    });
    if !seen {
        act_here(engine, Command::MarkSeen { part, agent: me });
    }
}

/// Does something to the conversation that is open.
pub(super) fn act_here(engine: Engine, command: Command) {
    if let Some(id) = engine.store.thread.id.get_untracked() {
        engine.act(&id, command);
    }
}

/// The same, where that may take it out of the list: who works by keyboard goes on with the next.
pub(super) fn put_away(engine: Engine, command: Command, done: Text) {
    match use_context::<Hands>() {
        Some(hands) => hands.put_away(command, use_i18n().t(done)),
        None => act_here(engine, command),
    }
}
