//! What takes a command back.

use crate::command::{Command, Readers};
use crate::conversation::{Conversation, State};
use crate::id::ParticipantId;
use crate::time::Timestamp;

/// How a command can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Reversal {
    /// There is nothing to take back: the command changes nothing.
    Needless,
    /// This does.
    By(Command),
    /// Nothing does.
    None,
}

/// What takes a command of this agent back, from how the conversation was before it. What others do
/// in between is not looked at, and neither is what a state brings along: the mark that somebody works
/// on it ends with it.
///
/// ```
/// use inbox_model::apply::{Reversal, reversal};
/// use inbox_model::{Command, Conversation, Timestamp};
///
/// let now = Timestamp::from_millis(1_768_057_200_000);
/// let open = Conversation::new("c1".into(), now);
/// assert_eq!(reversal(&Command::Close, &open, None, now), Reversal::By(Command::Reopen));
/// assert_eq!(reversal(&Command::Reopen, &open, None, now), Reversal::Needless);
/// assert_eq!(reversal(&Command::reply("Hello"), &open, None, now), Reversal::None);
/// ```
pub fn reversal(
    command: &Command,
    before: &Conversation,
    me: Option<&ParticipantId>,
    now: Timestamp,
) -> Reversal {
    let unless = |needless: bool, back: Command| {
        if needless { Reversal::Needless } else { Reversal::By(back) }
    };
    let state = |to: State| unless(before.state == to, restore(before, now));
    let has = |id| before.tags.iter().any(|there| there.id == id);
    match command {
        Command::Close => state(State::Closed),
        Command::Reopen => state(State::Open),
        Command::Pend => state(State::Pending),
        Command::Snooze { until } => {
            let same = before.state == State::Snoozed && before.snoozed_until == Some(*until);
            unless(same, restore(before, now))
        }
        Command::Assign { agent, team } => {
            let same = agent.as_ref().is_none_or(|agent| *agent == before.assignee)
                && team.as_ref().is_none_or(|team| *team == before.team);
            let agent = agent.as_ref().map(|_| before.assignee.clone());
            let team = team.as_ref().map(|_| before.team.clone());
            unless(same, Command::Assign { agent, team })
        }
        Command::AttachTag { tag } => {
            unless(has(tag.id.clone()), Command::DetachTag { tag: tag.clone() })
        }
        Command::DetachTag { tag } => {
            unless(!has(tag.id.clone()), Command::AttachTag { tag: tag.clone() })
        }
        Command::SetPriority { priority } => {
            let back = Command::SetPriority { priority: before.priority };
            unless(before.priority == *priority, back)
        }
        Command::SetInProgress { on } => {
            unless(before.handling.in_progress == *on, Command::SetInProgress { on: !on })
        }
        Command::SetStarred { on } => {
            unless(before.handling.starred == *on, Command::SetStarred { on: !on })
        }
        Command::SetArchived { on } => {
            unless(before.handling.archived == *on, Command::SetArchived { on: !on })
        }
        Command::SetTitle { title } => {
            let before = before.title.clone().unwrap_or_default();
            unless(before == title.trim(), Command::SetTitle { title: before })
        }
        Command::SetAttributes { attributes } => {
            // One that was not there is cleared: nothing takes its name away.
            let was =
                |name: &str| before.custom_attributes.get(name).map_or("null", String::as_str);
            let same = attributes.iter().all(|(name, value)| was(name) == value);
            let back = attributes.iter().map(|(name, _)| (name.clone(), was(name).to_owned()));
            unless(same, Command::SetAttributes { attributes: back.collect() })
        }
        Command::AddParticipant { participant } => {
            let there = before.participants.iter().any(|one| one.is_same(participant));
            match &participant.id {
                Some(id) => unless(there, Command::RemoveParticipant { participant: id.clone() }),
                None => Reversal::None,
            }
        }
        Command::RemoveParticipant { participant } => {
            let mut all = before.participants.iter();
            match all.find(|one| one.id.as_ref() == Some(participant)) {
                Some(one) => Reversal::By(Command::AddParticipant { participant: one.clone() }),
                None => Reversal::Needless,
            }
        }
        Command::MarkRead { readers } if readers.is_own() => {
            unless(!before.is_unread_by(me), Command::MarkUnread)
        }
        Command::MarkUnread => {
            let readers = Readers { me: true, ..Readers::default() };
            unless(before.is_unread_by(me), Command::MarkRead { readers })
        }
        _ => Reversal::None,
    }
}

/// What brings a state back. Something that was put aside until an instant that has come is open.
fn restore(before: &Conversation, now: Timestamp) -> Command {
    match (before.state_at(now), before.snoozed_until) {
        (State::Closed, _) => Command::Close,
        (State::Pending, _) => Command::Pend,
        (State::Snoozed, Some(until)) => Command::Snooze { until },
        _ => Command::Reopen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apply::{Context, apply};
    use crate::conversation::Priority;
    use crate::id::PartId;
    use crate::part::{Message, Part, PartBody};
    use crate::participant::{Participant, ParticipantKind};
    use crate::tag::Tag;

    const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

    fn me() -> Participant {
        Participant::new(ParticipantKind::Agent, "a1")
    }

    fn done(command: &Command, to: &Conversation) -> Conversation {
        let (me, mut made) = (me(), 0);
        let mut new_id = || {
            made += 1;
            PartId::new(format!("new{made}"))
        };
        apply(to, command, &mut Context::new(&me, NOW, &mut new_id)).unwrap().conversation
    }

    /// What commands set, and what they leave in the thread aside.
    fn standing(one: &Conversation) -> impl PartialEq + std::fmt::Debug + use<> {
        let handling = &one.handling;
        (
            (one.state, one.snoozed_until, one.assignee.clone(), one.team.clone()),
            (one.tags.clone(), one.priority, handling.in_progress, handling.starred),
            (handling.archived, one.is_unread_by(Some(&"a1".into()))),
        )
    }

    fn befores() -> Vec<Conversation> {
        let customer = Participant::new(ParticipantKind::Customer, "u1");
        let said = PartBody::Message(Message::text("hello"));
        let mut open = Conversation::new("c1".into(), NOW);
        open.parts = vec![Part::new("p1".into(), said, Some(customer), NOW).into()];
        let mut other = open.clone();
        other.state = State::Snoozed;
        other.snoozed_until = Some(NOW.plus(1_000));
        other.assignee = Some("a2".into());
        other.team = Some("t1".into());
        other.priority = Priority::High;
        other.tags = vec![Tag { id: "t9".into(), name: "vip".into() }];
        other.handling.starred = true;
        other.handling.archived = true;
        other.handling.marked_unread_by = vec!["a1".into()];
        let (mut closed, mut pending, mut back) = (open.clone(), open.clone(), other.clone());
        closed.state = State::Closed;
        pending.state = State::Pending;
        back.snoozed_until = Some(NOW.plus(-1_000));
        vec![open, other, closed, pending, back]
    }

    #[test]
    fn what_was_named_noted_and_brought_in_goes_back() {
        let guest = Participant::new(ParticipantKind::Customer, "u2").named("Ida");
        let mut two = Conversation::new("c1".into(), NOW);
        two.participants = vec![Participant::new(ParticipantKind::Customer, "u1"), guest.clone()];
        two.title = Some("Late".into());
        two.custom_attributes.insert("plan".into(), "\"pro\"".into());
        let mut one = two.clone();
        one.participants.pop();
        let title = |title: &str| Command::SetTitle { title: title.into() };
        let note = |pairs: &[(&str, &str)]| Command::SetAttributes {
            attributes: pairs.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect(),
        };
        let (add, remove) = (
            Command::AddParticipant { participant: guest },
            Command::RemoveParticipant { participant: "u2".into() },
        );
        let check = |command: &Command, before: &Conversation, expected: Option<Command>| {
            let expected = expected.map_or(Reversal::Needless, Reversal::By);
            assert_eq!(reversal(command, before, None, NOW), expected, "{command:?}");
            if let Reversal::By(back) = expected {
                let after = done(&back, &done(command, before));
                assert_eq!(
                    (&after.title, &after.participants),
                    (&before.title, &before.participants)
                );
            }
        };
        check(&title("Early"), &two, Some(title("Late")));
        check(&title(" Late "), &two, None);
        check(&title("Late"), &Conversation { title: None, ..two.clone() }, Some(title("")));
        check(&note(&[("plan", "1")]), &two, Some(note(&[("plan", "\"pro\"")])));
        check(&note(&[("seats", "1")]), &two, Some(note(&[("seats", "null")])));
        check(&note(&[("plan", "\"pro\""), ("seats", "null")]), &two, None);
        check(&add, &two, None);
        check(&add, &one, Some(remove.clone()));
        check(&remove, &two, Some(add));
        check(&remove, &one, None);
    }

    #[test]
    fn what_is_taken_back_is_as_it_was() {
        let readers = Readers { me: true, ..Readers::default() };
        let tag = || Tag { id: "t9".into(), name: "vip".into() };
        let flags = [true, false].into_iter().flat_map(|on| {
            [Command::SetInProgress { on }, Command::SetStarred { on }, Command::SetArchived { on }]
        });
        let commands = [
            Command::Close,
            Command::Reopen,
            Command::Pend,
            Command::Snooze { until: NOW.plus(5_000) },
            Command::Assign { agent: Some(Some("a1".into())), team: None },
            Command::Assign { agent: Some(None), team: Some(Some("t2".into())) },
            Command::AttachTag { tag: tag() },
            Command::DetachTag { tag: tag() },
            Command::SetPriority { priority: Priority::Urgent },
            Command::MarkRead { readers },
            Command::MarkUnread,
        ];
        let mut taken_back = 0;
        for command in commands.into_iter().chain(flags) {
            for mut before in befores() {
                match reversal(&command, &before, Some(&"a1".into()), NOW) {
                    Reversal::By(back) => {
                        let after = done(&back, &done(&command, &before));
                        if before.state_at(NOW) != before.state {
                            // What has come back meanwhile is open, and stays it.
                            let touched = done(&command, &before).state != State::Snoozed
                                || matches!(command, Command::Snooze { .. });
                            if touched {
                                before.state = State::Open;
                                before.snoozed_until = None;
                            }
                        }
                        assert_eq!(standing(&after), standing(&before), "{command:?} {back:?}");
                        taken_back += 1;
                    }
                    Reversal::Needless if matches!(command, Command::DetachTag { .. }) => {}
                    Reversal::Needless => {
                        let after = done(&command, &before);
                        assert_eq!(standing(&after), standing(&before), "{command:?}");
                    }
                    Reversal::None => panic!("{command:?} can be taken back"),
                }
            }
        }
        assert!(taken_back > 40, "{taken_back}");
    }
}
