//! What can be done to the conversations that are picked: each through its own command, all at once,
//! and taken back together.

use std::sync::Arc;

use inbox_model::apply::{Reversal, reversal};
use inbox_model::command::Readers;
use inbox_model::tag::Tag;
use inbox_model::{Command, Conversation, ConversationId, State};
use leptos::prelude::untrack;

use super::done::{Done, To};
use super::header_more::settable;
use super::place::Place;
use crate::i18n::{ActText, DeskText, I18n, Text, ViewText};
use crate::sync::Engine;

/// The agent has read it.
pub(super) const READ: Command = Command::MarkRead {
    readers: Readers {
        me: true,
        all_agents: false,
        all_contacts: false,
        agents: Vec::new(),
        contacts: Vec::new(),
    },
};

/// Does something to all that are picked, but for those to which it would change nothing.
pub(super) fn act_on_picked(engine: Engine, place: Place, what: Text, command: &Command) {
    let me = untrack(|| engine.store.me()).and_then(|me| me.id);
    let now = engine.now();
    let (mut deeds, mut back) = (Vec::new(), Vec::new());
    for (id, before) in picked(engine, place) {
        match reversal(command, &before, me.as_ref(), now) {
            Reversal::Needless => continue,
            Reversal::By(reverse) if is_known(&reverse, engine) => back.push((id.clone(), reverse)),
            Reversal::By(_) | Reversal::None => {}
        }
        deeds.push((id, command.clone()));
    }
    if deeds.is_empty() {
        return;
    }
    let count = u32::try_from(deeds.len()).unwrap_or(u32::MAX);
    engine.act_on_all(deeds);
    let (to, back) = (To::Conversations(count), back.into());
    place.done.set(Some(Done { what, to, back }));
}

/// What is said of a conversation that was put away, with the way back.
pub(super) fn tell_of_one(engine: Engine, place: Place, before: &Conversation, command: &Command) {
    let me = untrack(|| engine.store.me()).and_then(|me| me.id);
    let what = match command {
        Command::Close => Text::StateClosed,
        Command::Snooze { .. } => Text::StateSnoozed,
        Command::SetArchived { on: true } => Text::Desk(DeskText::Archived),
        Command::SetArchived { on: false } => Text::Desk(DeskText::DoneUnarchived),
        Command::Reopen => Text::Desk(DeskText::DoneReopened),
        _ => return,
    };
    let back = match reversal(command, before, me.as_ref(), engine.now()) {
        Reversal::By(reverse) if is_known(&reverse, engine) => vec![(before.id.clone(), reverse)],
        _ => Vec::new(),
    };
    let (to, back) = (To::Conversations(1), back.into());
    place.done.set(Some(Done { what, to, back }));
}

/// Those that are picked, as they are now.
fn picked(engine: Engine, place: Place) -> Vec<(ConversationId, Arc<Conversation>)> {
    let row = |id: ConversationId| {
        let row = engine.store.rows.get(&id)?;
        Some((id, untrack(|| row.get())))
    };
    untrack(|| place.picks.get()).into_iter().filter_map(row).collect()
}

/// Whether a system knows a command that takes another one back.
pub(super) fn is_known(command: &Command, engine: Engine) -> bool {
    let can = engine.capabilities();
    match command {
        Command::MarkUnread => can.mark_unread,
        Command::MarkRead { .. } => can.mark_read,
        Command::Pend => can.pending,
        Command::Snooze { .. } => can.snooze,
        _ => true,
    }
}

/// A thing to do: what it is called, what is said of it afterwards, and the command.
pub(super) type Act = (Text, Text, Command);

/// Whether what is picked is closed, all of it, so that it can only be opened again; follows that.
pub(super) fn all_closed(engine: Engine, place: Place) -> bool {
    let row = |id: &ConversationId| engine.store.rows.get(id);
    place.picks.get().iter().filter_map(row).all(|row| row.get().state == State::Closed)
}

/// The end of what is picked, or its new beginning.
pub(super) fn closing(engine: Engine, place: Place) -> Act {
    if untrack(|| all_closed(engine, place)) { reopen() } else { close() }
}

fn close() -> Act {
    (Text::CloseConversation, Text::StateClosed, Command::Close)
}

fn reopen() -> Act {
    (Text::Reopen, Text::Desk(DeskText::DoneReopened), Command::Reopen)
}

/// What is done seldom, each with its name, as far as a system can and it would change something.
pub(super) fn more(engine: Engine, place: Place, i18n: I18n) -> Vec<(String, Text, Command)> {
    let can = engine.capabilities();
    let (desk, view) = (Text::Desk, Text::View);
    let star = |on| Command::SetStarred { on };
    let archive = |on| Command::SetArchived { on };
    let all = [
        (can.close && !untrack(|| all_closed(engine, place)), reopen()),
        (can.mark_read, (desk(DeskText::MarkRead), desk(DeskText::DoneRead), READ)),
        (
            can.mark_unread,
            (desk(DeskText::MarkUnread), desk(DeskText::DoneUnread), Command::MarkUnread),
        ),
        (can.star, (desk(DeskText::Star), desk(DeskText::Starred), star(true))),
        (can.star, (desk(DeskText::Unstar), view(ViewText::DoneUnstarred), star(false))),
        (can.archive, (desk(DeskText::Archive), desk(DeskText::Archived), archive(true))),
        (can.archive, (desk(DeskText::Unarchive), desk(DeskText::DoneUnarchived), archive(false))),
    ];
    let there = all.into_iter().filter(|(can, _)| *can);
    let there = there.map(|(_, (name, done, command))| (i18n.t(name).to_owned(), done, command));
    let priorities = settable().filter(|_| can.priority).map(|(priority, text)| {
        let name = i18n.t(Text::Desk(text));
        let name = i18n.with(Text::Act(ActText::PriorityTo), &[("name", name)]);
        (name, view(ViewText::DonePriority), Command::SetPriority { priority })
    });
    there.chain(priorities).filter(changes(engine, place)).collect()
}

/// The workspace's tags that can be attached, and those that can be taken away.
pub(super) fn tags(engine: Engine, place: Place, i18n: I18n) -> Vec<(String, Text, Command)> {
    let session = engine.store.session.get_untracked();
    let known = session.iter().flat_map(|session| session.tags.clone());
    let attach = known.map(|tag| {
        (tag.name.clone(), Text::Desk(DeskText::DoneTagged), Command::AttachTag { tag })
    });
    let mut there: Vec<Tag> = Vec::new();
    for tag in picked(engine, place).iter().flat_map(|(_, one)| &one.tags) {
        if !there.iter().any(|one| one.id == tag.id) {
            there.push(tag.clone());
        }
    }
    let detach = there.into_iter().map(|tag| {
        let name = i18n.with(Text::Desk(DeskText::RemoveTag), &[("name", &tag.name)]);
        (name, Text::View(ViewText::DoneUntagged), Command::DetachTag { tag })
    });
    attach.chain(detach).filter(changes(engine, place)).collect()
}

/// Whether something would change any of what is picked.
fn changes(engine: Engine, place: Place) -> impl Fn(&(String, Text, Command)) -> bool {
    let me = untrack(|| engine.store.me()).and_then(|me| me.id);
    let (picked, now) = (picked(engine, place), engine.now());
    move |(.., command)| {
        let needless =
            |one: &Conversation| reversal(command, one, me.as_ref(), now) == Reversal::Needless;
        !picked.iter().all(|(_, one)| needless(one))
    }
}
