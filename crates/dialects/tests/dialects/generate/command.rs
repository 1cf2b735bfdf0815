//! Commands of all sixteen kinds, and their places in the outbox.

use inbox_model::Command;
use inbox_model::collision::Seen;
use inbox_model::command::{Envelope, Readers};
use inbox_model::outbox::{Entry, EntryState};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::part::{call, delivery};
use super::person::anybody;
use super::{channel, content, id, priority, tag, text, time};

fn readers() -> BoxedStrategy<Readers> {
    let flags = prop::array::uniform3(any::<bool>());
    (flags, vec(id(), 0..3), vec(id(), 0..3))
        .prop_map(|([me, all_agents, all_contacts], agents, contacts)| Readers {
            me,
            all_agents,
            all_contacts,
            agents: agents.into_iter().map(Into::into).collect(),
            contacts: contacts.into_iter().map(Into::into).collect(),
        })
        .boxed()
}

fn command() -> BoxedStrategy<Command> {
    let assign = (of(of(id())), of(of(id()))).prop_map(|(agent, team)| Command::Assign {
        agent: agent.map(|agent| agent.map(Into::into)),
        team: team.map(|team| team.map(Into::into)),
    });
    prop_oneof![
        vec(content(), 0..3).prop_map(|contents| Command::Start { contents }),
        (vec(content(), 0..3), envelope())
            .prop_map(|(contents, envelope)| Command::Reply { contents, envelope }),
        Just(Command::Pend),
        any::<bool>().prop_map(|on| Command::SetInProgress { on }),
        any::<bool>().prop_map(|on| Command::SetStarred { on }),
        any::<bool>().prop_map(|on| Command::SetArchived { on }),
        vec(tag(), 0..3).prop_map(|tags| Command::SetTags { tags }),
        Just(Command::MarkUnread),
        (id(), id())
            .prop_map(|(part, agent)| Command::MarkSeen { part: part.into(), agent: agent.into() }),
        (id(), of(text())).prop_map(|(part, emoji)| Command::React { part: part.into(), emoji }),
        (id(), delivery(), of(text())).prop_map(|(part, delivery, info)| Command::SetDelivery {
            part: part.into(),
            delivery,
            info,
        }),
        vec(content(), 0..3).prop_map(|contents| Command::Restart { contents }),
        vec(content(), 0..3).prop_map(|contents| Command::Suggest { contents }),
        (id(), envelope())
            .prop_map(|(part, envelope)| Command::SendSuggestion { part: part.into(), envelope }),
        id().prop_map(|id| Command::DismissSuggestion { part: id.into() }),
        (call(), of(id())).prop_map(|(call, external_id)| Command::LogCall { call, external_id }),
        vec(content(), 0..3).prop_map(|contents| Command::Note { contents }),
        assign,
        Just(Command::Close),
        Just(Command::Reopen),
        time().prop_map(|until| Command::Snooze { until }),
        text().prop_map(|title| Command::SetTitle { title }),
        priority().prop_map(|priority| Command::SetPriority { priority }),
        vec((text(), text()), 0..3).prop_map(|attributes| Command::SetAttributes { attributes }),
        tag().prop_map(|tag| Command::AttachTag { tag }),
        tag().prop_map(|tag| Command::DetachTag { tag }),
        anybody().prop_map(|participant| Command::AddParticipant { participant }),
        id().prop_map(|id| Command::RemoveParticipant { participant: id.into() }),
        readers().prop_map(|readers| Command::MarkRead { readers }),
        id().prop_map(|id| Command::Redact { part: id.into() }),
    ]
    .boxed()
}

fn envelope() -> BoxedStrategy<Envelope> {
    (of(channel()), of(text()), of(id()), of(id()), of(id()))
        .prop_map(|(channel, subject, reply_to, external_id, suggestion)| Envelope {
            channel,
            subject,
            reply_to: reply_to.map(Into::into),
            external_id,
            suggestion: suggestion.map(Into::into),
        })
        .boxed()
}

/// A command at any point of its way.
pub(crate) fn entry() -> BoxedStrategy<Entry> {
    let state = prop_oneof![
        Just(EntryState::Queued),
        Just(EntryState::Sending),
        Just(EntryState::Accepted),
        text().prop_map(|code| EntryState::Failed { code }),
    ];
    let seen = (time(), id())
        .prop_map(|(at, part)| Seen::from_text(&format!("{} {part}", at.as_millis())).unwrap());
    let after = (of(time()), of(id()), of(time()), of(seen));
    (id(), id(), command(), time(), state, (any::<u32>(), of(time()), after), any::<u64>())
        .prop_map(|(command_id, conversation, command, created_at, state, sent, place)| {
            let (attempts, not_before, (after, after_part, held_until, seen)) = sent;
            Entry {
                command_id: command_id.into(),
                conversation: conversation.into(),
                command,
                created_at,
                state,
                attempts,
                not_before,
                held_until,
                seen,
                after,
                after_part: after_part.map(Into::into),
                sequence: place,
            }
        })
        .boxed()
}
