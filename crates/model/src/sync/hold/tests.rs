//! What can be taken back, until it has gone.

use crate::command::Command;
use crate::conversation::{Conversation, State};
use crate::id::ConversationId;
use crate::participant::{Participant, ParticipantKind};
use crate::sync::{Effect, Event, Inbox};
use crate::thread::MessageState;
use crate::time::{SECOND, Timestamp};

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

/// Ben's copy of an open conversation, connected.
fn inbox() -> Inbox {
    let mut inbox = Inbox::new(Participant::new(ParticipantKind::Agent, "ben"));
    inbox.reduce(Event::LiveUp { resumed: false }, NOW);
    let conversation = Box::new(Conversation::new("c".into(), NOW));
    inbox.reduce(Event::Fetched { conversation }, NOW);
    inbox
}

fn at(second: i64) -> Timestamp {
    NOW.plus(second * SECOND)
}

/// Ben answers, and has ten seconds to change his mind.
fn answer(inbox: &mut Inbox, id: &str, second: i64) -> Vec<Effect> {
    let event = Event::Hold {
        command_id: id.into(),
        conversation: "c".into(),
        command: Command::reply(id),
        until: at(second + 10),
    };
    inbox.reduce(event, at(second))
}

fn act(inbox: &mut Inbox, id: &str, command: Command, second: i64) -> Vec<Effect> {
    let conversation = "c".into();
    inbox.reduce(Event::Do { command_id: id.into(), conversation, command }, at(second))
}

/// What leaves, by the ids of the commands.
fn sent(effects: &[Effect]) -> String {
    let sent = effects.iter().filter_map(|effect| match effect {
        Effect::Send { command_id, .. } => Some(command_id.to_string()),
        _ => None,
    });
    sent.collect::<Vec<_>>().join(" ")
}

/// What the device is told to keep (`+`, `+held`) and to forget (`-`).
fn kept(effects: &[Effect]) -> String {
    let kept = effects.iter().filter_map(|effect| match effect {
        Effect::Save(entry) => {
            let held = if entry.held_until.is_some() { "held" } else { "" };
            Some(format!("+{held} {}", entry.command_id))
        }
        Effect::Forget(id) => Some(format!("- {id}")),
        _ => None,
    });
    kept.collect::<Vec<_>>().join(", ")
}

fn pending(inbox: &Inbox) -> Vec<(String, MessageState)> {
    let (_, pending) = inbox.thread(&"c".into());
    pending.into_iter().map(|one| (one.command_id.to_string(), one.state)).collect()
}

fn state(inbox: &Inbox) -> State {
    inbox.conversation(&ConversationId::from("c")).unwrap().state
}

#[test]
fn a_reply_is_shown_kept_and_sent_when_its_time_is_over() {
    let mut inbox = inbox();
    let effects = answer(&mut inbox, "yes", 0);
    assert_eq!(kept(&effects), "+ yes, +held yes", "a crash from here on loses nothing");
    assert_eq!(sent(&effects), "");
    assert_eq!(pending(&inbox), [("yes".to_owned(), MessageState::Held { until: at(10) })]);
    assert_eq!(inbox.next_tick(), Some(at(10)));
    assert_eq!(sent(&inbox.reduce(Event::LiveUp { resumed: true }, at(4))), "");
    assert_eq!(sent(&inbox.reduce(Event::Online, at(9))), "");
    assert_eq!(sent(&inbox.reduce(Event::Tick, at(10))), "yes");
    assert_eq!(pending(&inbox), [("yes".to_owned(), MessageState::Sending)]);
}

#[test]
fn without_a_network_it_waits_for_that_too() {
    let mut inbox = inbox();
    inbox.reduce(Event::Offline, at(0));
    answer(&mut inbox, "yes", 0);
    assert_eq!(sent(&inbox.reduce(Event::Tick, at(20))), "");
    assert_eq!(sent(&inbox.reduce(Event::Online, at(30))), "", "somebody may have answered");
    let conversation = Box::new(Conversation::new("c".into(), NOW));
    assert_eq!(sent(&inbox.reduce(Event::Fetched { conversation }, at(31))), "yes");
}

#[test]
fn taken_back_it_was_never_there() {
    let mut inbox = inbox();
    answer(&mut inbox, "yes", 0);
    let effects = act(&mut inbox, "close", Command::Close, 1);
    assert_eq!(kept(&effects), "+ close, +held close");
    assert_eq!(sent(&effects), "", "closing waits with the reply");
    assert_eq!(state(&inbox), State::Closed, "and is shown at once");
    let taken = inbox.reduce(Event::TakeBack { conversation: "c".into() }, at(2));
    assert_eq!(kept(&taken), "- yes, - close");
    assert_eq!((pending(&inbox), state(&inbox)), (Vec::new(), State::Open));
    assert_eq!(sent(&inbox.reduce(Event::Tick, at(20))), "");
    assert_eq!(inbox.next_tick(), None);
}

#[test]
fn a_note_neither_waits_nor_is_taken_back() {
    let mut inbox = inbox();
    answer(&mut inbox, "yes", 0);
    assert_eq!(sent(&act(&mut inbox, "note", Command::note("hm"), 1)), "note");
    let taken = inbox.reduce(Event::TakeBack { conversation: "c".into() }, at(2));
    assert_eq!(kept(&taken), "- yes");
}

#[test]
fn what_comes_next_sends_what_was_held() {
    let mut inbox = inbox();
    answer(&mut inbox, "one", 0);
    act(&mut inbox, "close", Command::Close, 1);
    let effects = answer(&mut inbox, "two", 2);
    assert_eq!(sent(&effects), "one", "only the newest can be taken back");
    inbox.reduce(Event::TakeBack { conversation: "c".into() }, at(3));
    let ids: Vec<_> = pending(&inbox).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["one"]);
}

#[test]
fn what_is_not_to_wait_goes_at_once_and_in_order() {
    let mut inbox = inbox();
    answer(&mut inbox, "yes", 0);
    act(&mut inbox, "close", Command::Close, 1);
    let effects = inbox.reduce(Event::Release { conversation: "c".into() }, at(2));
    assert_eq!(sent(&effects), "yes");
    assert_eq!(kept(&effects), "+ yes, + close", "after a crash it does not wait again");
    let answered = Event::Answered { command_id: "yes".into(), outcome: crate::sync::Answer::Done };
    assert_eq!(sent(&inbox.reduce(answered, at(3))), "close");
    let late = inbox.reduce(Event::TakeBack { conversation: "c".into() }, at(4));
    assert_eq!(kept(&late), "", "what has gone cannot be taken back");
}
