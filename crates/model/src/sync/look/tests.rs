//! Where a server takes no keys: what is taken for a message, and when one is sent again.

use std::sync::Arc;

use super::*;
use crate::command::Command;
use crate::conversation::Conversation;
use crate::id::ConversationId;
use crate::outbox::EntryState;
use crate::part::{Message, PartBody};
use crate::participant::ParticipantKind;
use crate::sync::{Answer, Event};
use crate::thread::MessageState;
use crate::time::SECOND;

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn ana() -> Participant {
    Participant::new(ParticipantKind::Customer, "ana")
}

fn ben() -> Participant {
    Participant::new(ParticipantKind::Agent, "ben")
}

/// A part as a vendor stores it: without the command's id.
fn part(id: &str, second: i64, author: &Participant, text: &str) -> Arc<Part> {
    let body = PartBody::Message(Message::text(text));
    Arc::new(Part::new(id.into(), body, Some(author.clone()), NOW.plus(second * SECOND)))
}

fn entry(command: Command) -> Entry {
    Entry {
        command_id: "k1".into(),
        conversation: "c1".into(),
        command,
        created_at: NOW,
        state: EntryState::Doubtful,
        attempts: 1,
        not_before: None,
        held_until: None,
        seen: None,
        after: Some(NOW),
        after_part: Some("p1".into()),
        sequence: 1,
    }
}

#[test]
fn a_message_is_the_first_part_that_can_have_come_of_it() {
    let reply = entry(Command::reply("ok **then**"));
    let claimed = |mut part: Arc<Part>| {
        Arc::make_mut(&mut part).command_id = Some("k0".into());
        part
    };
    let note = |mut part: Arc<Part>| {
        let Part { body, .. } = Arc::make_mut(&mut part);
        *body = PartBody::Note(Message::text("ok **then**"));
        part
    };
    for (parts, made) in [
        (vec![part("p2", 1, &ana(), "ok **then**")], Some("p2")),
        // In the system's own writing.
        (vec![part("p2", 1, &ana(), "ok __then__ ")], Some("p2")),
        // In one second with what was known, and behind it.
        (vec![part("p2", 0, &ana(), "ok **then**")], Some("p2")),
        // What was known already, however alike.
        (vec![part("p0", -9, &ana(), "ok **then**"), part("p1", 0, &ana(), "ok **then**")], None),
        (vec![part("p2", 1, &ben(), "ok **then**")], None),
        (vec![part("p2", 1, &ana(), "not ok then")], None),
        (vec![note(part("p2", 1, &ana(), ""))], None),
        // Another command's, and then one of its own.
        (vec![claimed(part("p2", 1, &ana(), "ok **then**"))], None),
        (
            vec![
                claimed(part("p2", 1, &ana(), "ok **then**")),
                part("p3", 2, &ana(), "ok **then**"),
                part("p4", 3, &ana(), "ok **then**"),
            ],
            Some("p3"),
        ),
        (vec![], None),
    ] {
        let found = made_by(&reply, &ana(), &parts).map(|part| part.id.as_str());
        assert_eq!(found, made, "{parts:#?}");
    }
}

/// Ana's copy of a conversation in which she has said "ok" before.
struct Test {
    inbox: Inbox,
    now: Timestamp,
    thread: Vec<Arc<Part>>,
}

impl Test {
    fn new(looks_first: bool) -> Self {
        let thread = vec![part("p1", 0, &ana(), "ok")];
        let inbox = Inbox::new(ana()).looking_first(looks_first);
        let mut test = Self { inbox, now: NOW.plus(MINUTE), thread };
        test.event(Event::LiveUp { resumed: true });
        let conversation = Box::new(test.conversation("c1"));
        test.event(Event::Fetched { conversation });
        test
    }

    fn conversation(&self, id: &str) -> Conversation {
        let mut conversation = Conversation::new(id.into(), NOW);
        conversation.parts.clone_from(&self.thread);
        conversation
    }

    fn event(&mut self, event: Event) -> Vec<Effect> {
        self.now = self.now.plus(SECOND);
        self.inbox.reduce(event, self.now)
    }

    fn say(&mut self, key: &str, text: &str) -> String {
        let (command_id, conversation) = (key.into(), "c1".into());
        let command = Command::reply(text);
        let effects = self.event(Event::Do { command_id, conversation, command });
        outside(&effects)
    }

    /// No answer comes, and a while passes.
    fn undelivered(&mut self, key: &str) -> String {
        let effects = self.event(Event::Undelivered { command_id: key.into(), jitter: 0 });
        assert_eq!(outside(&effects), "", "not at once");
        self.now = self.inbox.next_tick().unwrap();
        let effects = self.event(Event::Tick);
        outside(&effects)
    }

    fn looked(&mut self, key: &str, conversations: Vec<Conversation>) -> String {
        let effects = self.event(Event::Looked { command_id: key.into(), conversations });
        outside(&effects)
    }

    fn waiting(&self) -> String {
        let keys = self.inbox.outbox().entries().map(|entry| entry.command_id.as_str());
        keys.collect::<Vec<_>>().join(" ")
    }
}

/// What leaves the device, in short.
fn outside(effects: &[Effect]) -> String {
    let short = effects.iter().filter_map(|effect| match effect {
        Effect::Send { command_id, .. } => Some(format!("send {command_id}")),
        Effect::Look { command_id, conversation, .. } => {
            let list = if conversation.is_provisional() { " in the list" } else { "" };
            Some(format!("look {command_id}{list}"))
        }
        _ => None,
    });
    short.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_message_that_is_there_is_not_sent_again() {
    let mut test = Test::new(true);
    assert_eq!(test.say("k1", "ok"), "send k1");
    // What comes after waits: it must not overtake.
    assert_eq!(test.say("k2", "ok"), "");
    assert_eq!(test.undelivered("k1"), "look k1");
    test.thread.push(part("p2", 61, &ana(), "ok"));
    let there = test.conversation("c1");
    assert_eq!(test.looked("k1", vec![there.clone()]), "send k2");
    assert_eq!(test.waiting(), "k2");
    // The same words again, which have not arrived: neither of the others is taken for them.
    assert_eq!(test.undelivered("k2"), "look k2");
    assert_eq!(test.looked("k2", vec![there]), "send k2");
    test.thread.push(part("p3", 90, &ana(), "ok"));
    assert_eq!(test.undelivered("k2"), "look k2");
    let there = test.conversation("c1");
    assert_eq!(test.looked("k2", vec![there]), "");
    assert_eq!(test.waiting(), "");
    let (parts, pending) = test.inbox.thread(&"c1".into());
    assert_eq!((parts.len(), pending.len()), (3, 0));
}

#[test]
fn a_look_that_fails_is_tried_again_and_a_conversation_that_is_gone_ends_it() {
    let mut test = Test::new(true);
    test.say("k1", "hm");
    assert_eq!(test.undelivered("k1"), "look k1");
    assert_eq!(test.undelivered("k1"), "look k1");
    let pending = |test: &Test| test.inbox.thread(&"c1".into()).1[0].state.clone();
    assert_eq!(pending(&test), MessageState::Waiting);
    // It may be with the server, so it can no longer be held back.
    test.event(Event::Discard { command_id: "k1".into() });
    assert_eq!(test.waiting(), "k1");
    test.event(Event::FetchFailed { id: "c1".into(), gone: true });
    assert_eq!(pending(&test), MessageState::Failed { code: "not_found".into() });
}

#[test]
fn a_late_answer_ends_the_look() {
    let mut test = Test::new(true);
    test.say("k1", "hm");
    test.undelivered("k1");
    let made = Box::new(Part::clone(&part("p2", 61, &ana(), "hm")));
    test.event(Event::Answered { command_id: "k1".into(), outcome: Answer::Part(made) });
    assert_eq!(test.waiting(), "");
    let there = test.conversation("c1");
    assert_eq!(test.looked("k1", vec![there]), "");
}

#[test]
fn what_may_have_been_sent_before_a_crash_is_looked_for_and_nothing_else() {
    let mut test = Test::new(true);
    test.say("k1", "hm");
    test.say("k2", "well");
    let entries: Vec<_> = test.inbox.outbox().entries().cloned().collect();
    let mut again = Test::new(true);
    let effects = again.event(Event::Restored { entries: entries.clone() });
    assert_eq!(outside(&effects), "look k1");
    again.thread.push(part("p2", 61, &ana(), "hm"));
    let there = again.conversation("c1");
    assert_eq!(again.looked("k1", vec![there]), "send k2");
    // Where there are keys, they are what tells a repetition.
    let mut keys = Test::new(false);
    let effects = keys.event(Event::Restored { entries });
    assert_eq!(outside(&effects), "send k1");
}

#[test]
fn a_conversation_that_was_begun_is_found_in_the_list() {
    let mut test = Test::new(true);
    let command = Command::Start { contents: vec![Content::text("ok")] };
    let conversation = ConversationId::from("new");
    let effects = test.event(Event::Do { command_id: "k1".into(), conversation, command });
    assert_eq!(outside(&effects), "send k1");
    assert_eq!(test.undelivered("k1"), "look k1 in the list");
    // One that was known before begins alike, and is another.
    let old = test.conversation("c1");
    assert_eq!(test.looked("k1", vec![old.clone()]), "send k1");
    assert_eq!(test.undelivered("k1"), "look k1 in the list");
    let mut new = Conversation::new("c2".into(), NOW.plus(MINUTE));
    new.parts = vec![part("q1", 60, &ana(), "ok")];
    assert_eq!(test.looked("k1", vec![new, old]), "");
    assert_eq!(test.waiting(), "");
    assert_eq!(test.inbox.list(), ["c2".into(), "c1".into()]);
}

#[test]
fn what_says_nothing_is_repeated_and_so_is_everything_under_a_key() {
    let mut test = Test::new(true);
    let readers = crate::command::Readers { me: true, ..crate::command::Readers::default() };
    let (command_id, conversation) = ("k1".into(), "c1".into());
    test.event(Event::Do { command_id, conversation, command: Command::MarkRead { readers } });
    assert_eq!(test.undelivered("k1"), "send k1");
    let mut keys = Test::new(false);
    keys.say("k1", "hm");
    assert_eq!(keys.undelivered("k1"), "send k1");
}
