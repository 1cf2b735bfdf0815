//! Replies that wait while a colleague answers.

use std::sync::Arc;

use crate::command::Command;
use crate::conversation::{Conversation, State};
use crate::outbox::{ANSWERED, Entry, EntryState};
use crate::part::{Message, Part, PartBody};
use crate::participant::{Participant, ParticipantKind};
use crate::sync::{Answer, Effect, Event, Inbox};
use crate::time::{SECOND, Timestamp};

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn at(second: i64) -> Timestamp {
    NOW.plus(second * SECOND)
}

fn part(id: &str, kind: ParticipantKind, who: &str, text: &str, second: i64) -> Arc<Part> {
    let body = PartBody::Message(Message::text(text));
    let author = Some(Participant::new(kind, who));
    Part::new(id.into(), body, author, at(second)).into()
}

/// The conversation as the server has it, with these parts after the customer's first.
fn talk(parts: &[Arc<Part>]) -> Box<Conversation> {
    let mut conversation = Conversation::new("c".into(), NOW);
    conversation.version = Some(1 + parts.len() as u64);
    conversation.parts = vec![part("p0", ParticipantKind::Customer, "nour", "When?", -60)];
    conversation.parts.extend(parts.iter().cloned());
    conversation.updated_at = conversation.parts.last().unwrap().created_at;
    Box::new(conversation)
}

/// Ben's copy, connected.
fn inbox() -> Inbox {
    let mut inbox = Inbox::new(Participant::new(ParticipantKind::Agent, "ben"));
    inbox.reduce(Event::LiveUp { resumed: false }, at(-1));
    inbox.reduce(Event::Opened { id: "c".into() }, at(-1));
    inbox.reduce(Event::Fetched { conversation: talk(&[]) }, at(-1));
    inbox
}

fn tell(inbox: &mut Inbox, parts: &[Arc<Part>], second: i64) -> Vec<Effect> {
    inbox.reduce(Event::Fetched { conversation: talk(parts) }, at(second))
}

fn tomas(second: i64) -> Arc<Part> {
    part("p1", ParticipantKind::Agent, "tomas", "Today", second)
}

/// Ben answers, and has ten seconds to change his mind.
fn hold(inbox: &mut Inbox) {
    let command = Command::reply("Tomorrow");
    let (command_id, conversation) = ("reply".into(), "c".into());
    inbox.reduce(Event::Hold { command_id, conversation, command, until: at(10) }, NOW);
}

fn act(inbox: &mut Inbox, id: &str, command: Command, second: i64) -> Vec<Effect> {
    let conversation = "c".into();
    inbox.reduce(Event::Do { command_id: id.into(), conversation, command }, at(second))
}

/// What leaves, by the ids of the commands; `fetch` for a look at the thread.
fn leaves(effects: &[Effect]) -> String {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Send { command_id, .. } => Some(command_id.as_str()),
        Effect::Fetch { .. } => Some("fetch"),
        _ => None,
    });
    told.collect::<Vec<_>>().join(" ")
}

/// What is stopped, by the ids of the commands.
fn stopped(inbox: &Inbox) -> String {
    let ids: Vec<_> =
        inbox.outbox().stopped(&"c".into()).map(|entry| entry.command_id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn a_held_reply_is_stopped_by_a_colleagues_answer_and_by_nothing_else() {
    use ParticipantKind::{Agent, Bot, Customer};
    let note = |second| {
        let body = PartBody::Note(Message::text("hm"));
        let author = Some(Participant::new(Agent, "tomas"));
        Arc::new(Part::new("p1".into(), body, author, at(second)))
    };
    for (case, more, is_stopped) in [
        ("nothing", vec![], false),
        ("the customer", vec![part("p1", Customer, "nour", "Well?", 3)], false),
        ("a colleague's note", vec![note(3)], false),
        ("oneself, elsewhere", vec![part("p1", Agent, "ben", "Hello", 3)], false),
        ("a colleague", vec![tomas(3)], true),
        ("a machine", vec![part("p1", Bot, "fern", "Today", 3)], true),
        ("a colleague, and thanks", vec![tomas(3), part("p2", Customer, "nour", "Ok", 4)], true),
        // A reply that had arrived when its answer was lost is its own.
        ("itself", vec![part("p2", Agent, "ben", "Tomorrow", 2), tomas(3)], false),
    ] {
        let mut inbox = inbox();
        hold(&mut inbox);
        tell(&mut inbox, &more, 5);
        assert_eq!(stopped(&inbox), "", "{case}: it can be taken back until its time is over");
        let effects = inbox.reduce(Event::Tick, at(10));
        assert_eq!(leaves(&effects), if is_stopped { "" } else { "reply" }, "{case}");
        assert_eq!(stopped(&inbox), if is_stopped { "reply" } else { "" }, "{case}");
    }
}

#[test]
fn who_sends_it_at_once_is_stopped_too() {
    let mut inbox = inbox();
    hold(&mut inbox);
    tell(&mut inbox, &[tomas(3)], 5);
    let effects = inbox.reduce(Event::Release { conversation: "c".into() }, at(6));
    assert_eq!((leaves(&effects), stopped(&inbox)), (String::new(), "reply".to_owned()));
    let is_kept = |effect: &Effect| matches!(effect, Effect::Save(Entry { state: EntryState::Failed { code }, .. }) if code == ANSWERED);
    assert!(effects.iter().any(is_kept), "a reload does not send it");
    assert_eq!(leaves(&inbox.reduce(Event::Tick, at(60))), "", "and nothing does by itself");
}

#[test]
fn what_was_to_close_the_conversation_does_not_without_the_reply() {
    let mut inbox = inbox();
    hold(&mut inbox);
    act(&mut inbox, "close", Command::Close, 1);
    assert_eq!(leaves(&act(&mut inbox, "note", Command::note("for us"), 1)), "note");
    inbox.reduce(Event::Refused { command_id: "note".into(), code: "blocked".into() }, at(2));
    tell(&mut inbox, &[tomas(3)], 5);
    assert_eq!(leaves(&inbox.reduce(Event::Tick, at(10))), "");
    assert_eq!(stopped(&inbox), "reply close");
    let state = |inbox: &Inbox| inbox.conversation(&"c".into()).unwrap().state;
    assert_eq!(state(&inbox), State::Open);

    let mut again = inbox.clone();
    let sent = again.reduce(Event::Retry { command_id: "reply".into() }, at(20));
    assert_eq!(leaves(&sent), "reply", "whoever has seen it can send it");
    assert_eq!((stopped(&again), state(&again)), (String::new(), State::Closed));
    let answered = Event::Answered { command_id: "reply".into(), outcome: Answer::Done };
    assert!(leaves(&again.reduce(answered, at(21))).contains("close"));

    for event in [
        Event::Discard { command_id: "reply".into() },
        Event::TakeBack { conversation: "c".into() },
    ] {
        let mut gone = inbox.clone();
        gone.reduce(event, at(20));
        assert_eq!(
            gone.outbox().pending(&"c".into()).filter(|entry| entry.is_stopped()).count(),
            0
        );
        assert!(gone.outbox().get(&"close".into()).is_none());
    }
}

#[test]
fn who_sends_it_anyway_is_stopped_by_the_next_answer_only() {
    let mut inbox = inbox();
    hold(&mut inbox);
    tell(&mut inbox, &[tomas(3)], 5);
    inbox.reduce(Event::Tick, at(10));
    inbox.reduce(Event::Offline, at(11));
    inbox.reduce(Event::Retry { command_id: "reply".into() }, at(12));
    let mut quiet = inbox.clone();
    assert_eq!(leaves(&quiet.reduce(Event::Online, at(20))), "fetch");
    assert_eq!(leaves(&tell(&mut quiet, &[tomas(3)], 21)), "reply");
    inbox.reduce(Event::Online, at(20));
    let bot = part("p2", ParticipantKind::Bot, "fern", "Today", 15);
    assert_eq!(leaves(&tell(&mut inbox, &[tomas(3), bot], 21)), "");
    assert_eq!(stopped(&inbox), "reply");
}

#[test]
fn after_a_while_without_a_network_the_thread_is_read_before_anything_is_sent() {
    for (more, sent, stops) in [(vec![], "reply", ""), (vec![tomas(30)], "", "reply")] {
        let mut inbox = inbox();
        inbox.reduce(Event::Offline, NOW);
        assert_eq!(leaves(&act(&mut inbox, "reply", Command::reply("Tomorrow"), 0)), "");
        inbox.reduce(Event::Closed { id: "c".into() }, at(1));
        let effects = inbox.reduce(Event::Online, at(60));
        assert_eq!(leaves(&effects), "fetch", "also of one that nobody looks at");
        assert_eq!(leaves(&inbox.reduce(Event::LiveUp { resumed: false }, at(61))), "");
        // What was asked for before the stream was up may have missed something.
        let mut effects = tell(&mut inbox, &more, 62);
        if leaves(&effects) == "fetch" {
            effects = tell(&mut inbox, &more, 63);
        }
        assert_eq!((leaves(&effects).as_str(), stopped(&inbox).as_str()), (sent, stops));
    }
}

#[test]
fn after_a_reload_the_thread_is_read_before_anything_is_sent() {
    for (more, sent, stops) in [(vec![], "reply", ""), (vec![tomas(30)], "", "reply")] {
        let mut before = inbox();
        before.reduce(Event::Offline, NOW);
        act(&mut before, "reply", Command::reply("Tomorrow"), 0);
        let entries = before.outbox().entries().cloned().collect();
        let mut inbox = Inbox::new(Participant::new(ParticipantKind::Agent, "ben"));
        assert_eq!(leaves(&inbox.reduce(Event::Restored { entries }, at(60))), "fetch");
        assert_eq!(leaves(&tell(&mut inbox, &more, 61)), sent);
        assert_eq!(stopped(&inbox), stops);
    }
}

#[test]
fn a_thread_that_cannot_be_read_holds_nothing_up_for_ever() {
    let mut inbox = inbox();
    inbox.reduce(Event::Offline, NOW);
    act(&mut inbox, "reply", Command::reply("Tomorrow"), 0);
    let mut effects = inbox.reduce(Event::Online, at(60));
    for attempt in 1..=3_i64 {
        assert_eq!(leaves(&effects), "fetch", "attempt {attempt}");
        let failed = Event::FetchFailed { id: "c".into(), gone: false };
        let told = inbox.reduce(failed, at(60 + attempt * 100));
        assert_eq!(leaves(&told), if attempt == 3 { "reply" } else { "" });
        effects = inbox.reduce(Event::Tick, at(90 + attempt * 100));
    }
}

#[test]
fn what_a_customer_sends_is_never_stopped() {
    let mut inbox = Inbox::new(Participant::new(ParticipantKind::Customer, "nour"));
    inbox.reduce(Event::Opened { id: "c".into() }, NOW);
    inbox.reduce(Event::Fetched { conversation: talk(&[]) }, NOW);
    inbox.reduce(Event::Offline, NOW);
    act(&mut inbox, "reply", Command::reply("Thanks"), 0);
    assert!(inbox.outbox().entries().all(|entry| entry.seen.is_none()));
    assert_eq!(leaves(&inbox.reduce(Event::Online, at(60))), "reply fetch");
}
