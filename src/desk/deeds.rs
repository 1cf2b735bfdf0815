//! What is done to one conversation, told with the way back where there is one.

use inbox_model::apply::{Reversal, reversal};
use inbox_model::{Command, Conversation};
use leptos::prelude::{untrack, use_context};

use super::bulk_acts::is_known;
use super::done::{Back, Done, To};
use super::hands::Hands;
use super::message_acts::act_here;
use super::taken::taking;
use crate::i18n::{DeskText, Text, ViewText};
use crate::sync::Engine;
use crate::ui::display_name;

/// Does something to the open conversation, and tells of it.
pub(super) fn deed(engine: Engine, command: Command) {
    match use_context::<Hands>() {
        Some(hands) => do_it(&hands, command),
        None => act_here(engine, command),
    }
}

/// Does something to the conversation that is meant, and tells of it with the way back. What would
/// change nothing is not done.
pub(super) fn do_it(hands: &Hands, command: Command) {
    let (Some(id), Some(before)) = (hands.target(), hands.conversation()) else { return };
    let me = untrack(|| hands.engine.store.me()).and_then(|me| me.id);
    let back = match reversal(&command, &before, me.as_ref(), hands.engine.now()) {
        Reversal::Needless => return,
        Reversal::By(back) if is_known(&back, hands.engine) => {
            Back::Commands(vec![(id.clone(), back)])
        }
        Reversal::By(_) | Reversal::None => Back::Nothing,
    };
    let what = past(&command);
    taking(hands, &id, &command);
    hands.engine.act(&id, command);
    if let Some(what) = what {
        let to = To::Named(name(hands, &before));
        hands.place.done.set(Some(Done { what, to, back }));
    }
}

/// What a conversation is called where there is room for a few words.
fn name(hands: &Hands, one: &Conversation) -> String {
    let contact = one.contact().map(|contact| display_name(Some(contact), hands.i18n));
    contact.unwrap_or_else(|| hands.i18n.t(Text::Customer).to_owned())
}

/// What has been done by a command, as far as that is told.
fn past(command: &Command) -> Option<Text> {
    let desk = Text::Desk;
    let view = Text::View;
    Some(match command {
        Command::Assign { agent: Some(None), .. } | Command::Assign { team: Some(None), .. } => {
            view(ViewText::DoneUnassigned)
        }
        Command::Assign { .. } => desk(DeskText::DoneAssigned),
        Command::AttachTag { .. } => desk(DeskText::DoneTagged),
        Command::DetachTag { .. } => view(ViewText::DoneUntagged),
        Command::SetPriority { .. } => view(ViewText::DonePriority),
        Command::SetStarred { on: true } => desk(DeskText::Starred),
        Command::SetStarred { on: false } => view(ViewText::DoneUnstarred),
        Command::MarkUnread => desk(DeskText::DoneUnread),
        Command::SetTitle { .. } => view(ViewText::DoneTitle),
        Command::SetAttributes { .. } => view(ViewText::DoneRecord),
        Command::AddParticipant { .. } => view(ViewText::DoneAdded),
        Command::RemoveParticipant { .. } => view(ViewText::DoneRemoved),
        _ => return None,
    })
}
