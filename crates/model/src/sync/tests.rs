//! Each rule of the client's copy once.

mod answers;
mod copies;
mod effects;

use std::sync::Arc;

use super::*;
use crate::apply::{self, Context};
use crate::command::{Command, Readers};
use crate::content::Content;
use crate::conversation::{Conversation, State};
use crate::id::{CommandId, PartId};
use crate::outbox::{Entry, EntryState};
use crate::part::Part;
use crate::participant::ParticipantKind;
use crate::thread::MessageState;
use crate::time::{MINUTE, SECOND};

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn ana() -> Participant {
    Participant::new(ParticipantKind::Customer, "ana")
}

fn ben() -> Participant {
    Participant::new(ParticipantKind::Agent, "ben")
}

fn start(text: &str) -> Command {
    Command::Start { contents: vec![Content::text(text)] }
}

fn mark_read() -> Command {
    Command::MarkRead { readers: Readers { me: true, ..Readers::default() } }
}

/// A conversation as a server would have it after these commands, a minute apart; one version and
/// one part id (p1, p2 …) for each. The command's ids are k1, k2 …
fn conversation(id: &str, commands: &[(Participant, Command)]) -> Conversation {
    let mut conversation = Conversation::new(id.into(), NOW);
    let mut parts = 0;
    for (step, (actor, command)) in (1_u32..).zip(commands) {
        let command_id = CommandId::new(format!("k{step}"));
        let mut new_part_id = || {
            parts += 1;
            PartId::new(format!("p{parts}"))
        };
        let now = NOW.plus(i64::from(step) * MINUTE);
        let mut context = Context::new(actor, now, &mut new_part_id);
        context.command_id = Some(&command_id);
        conversation = apply::apply(&conversation, command, &mut context).unwrap().conversation;
        conversation.version = Some(u64::from(step));
        conversation.unread = None;
    }
    conversation
}

/// Ana writes; Ben answers as often as is asked for.
fn dialogue(id: &str, answers: usize) -> Conversation {
    let mut commands = vec![(ana(), start("hello"))];
    commands.extend((0..answers).map(|count| (ben(), Command::reply(format!("answer {count}")))));
    conversation(id, &commands)
}

fn head(mut conversation: Conversation) -> Conversation {
    conversation.parts.clear();
    conversation
}

/// An inbox under test, whose clock moves on by a second with each event.
struct Test {
    inbox: Inbox,
    now: Timestamp,
}

impl Test {
    fn new(me: Participant) -> Self {
        Self { inbox: Inbox::new(me), now: NOW.plus(60 * MINUTE) }
    }

    /// Connected, with these conversations read.
    fn with(me: Participant, conversations: &[Conversation]) -> Self {
        let mut test = Self::new(me);
        test.event(Event::LiveUp { resumed: false });
        for conversation in conversations {
            test.fetched(conversation);
        }
        test
    }

    fn event(&mut self, event: Event) -> Vec<Effect> {
        self.now = self.now.plus(SECOND);
        let effects = self.inbox.reduce(event, self.now);
        #[cfg(feature = "company")]
        for id in self.inbox.list() {
            let whole = self.inbox.conversation(&id).map(head);
            assert_eq!(self.inbox.head(&id).as_deref(), whole.as_ref());
        }
        effects
    }

    fn fetched(&mut self, conversation: &Conversation) -> Vec<Effect> {
        self.event(Event::Fetched { conversation: Box::new(conversation.clone()) })
    }

    fn listed(&mut self, conversation: Conversation) -> Vec<Effect> {
        self.event(Event::Listed { conversations: vec![conversation] })
    }

    fn give(&mut self, command_id: &str, conversation: &str, command: Command) -> Vec<Effect> {
        let conversation = conversation.into();
        self.event(Event::Do { command_id: command_id.into(), conversation, command })
    }

    fn answered(&mut self, command_id: &str, outcome: Answer) -> Vec<Effect> {
        self.event(Event::Answered { command_id: command_id.into(), outcome })
    }

    fn undelivered(&mut self, command_id: &str) -> Vec<Effect> {
        self.event(Event::Undelivered { command_id: command_id.into(), jitter: 0 })
    }

    fn refused(&mut self, command_id: &str) -> Vec<Effect> {
        self.event(Event::Refused { command_id: command_id.into(), code: "blocked".into() })
    }

    fn live(&mut self, id: &str, version: u64) -> Vec<Effect> {
        self.event(Event::Live { id: id.into(), version })
    }

    fn opened(&mut self, id: &str) -> Vec<Effect> {
        self.event(Event::Opened { id: id.into() })
    }

    fn conversation(&self, id: &str) -> Conversation {
        self.inbox.conversation(&id.into()).unwrap()
    }

    /// The thread in short: parts by id, pending messages as `~id`.
    fn thread(&self, id: &str) -> String {
        let (parts, pending) = self.inbox.thread(&id.into());
        let parts = parts.iter().map(|part| part.id.to_string());
        let pending = pending.iter().map(|pending| format!("~{}", pending.command_id));
        parts.chain(pending).collect::<Vec<_>>().join(" ")
    }

    fn state(&self, id: &str, command_id: &str) -> MessageState {
        let (_, pending) = self.inbox.thread(&id.into());
        let is_it = |one: &&crate::thread::Pending| one.command_id == command_id.into();
        pending.iter().find(is_it).unwrap().state.clone()
    }

    fn list(&self) -> String {
        let ids = self.inbox.list();
        ids.iter().map(ConversationId::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// What leaves the device, in short.
fn out(effects: &[Effect]) -> String {
    let line = |effect: &Effect| match effect {
        Effect::Send { command_id, conversation, .. } => {
            Some(format!("send {command_id} to {conversation}"))
        }
        Effect::Fetch { id } => Some(format!("fetch {id}")),
        Effect::List => Some("list".to_owned()),
        _ => None,
    };
    effects.iter().filter_map(line).collect::<Vec<_>>().join(", ")
}

/// What reaches the device's storage, in short.
fn stored(effects: &[Effect]) -> String {
    let line = |effect: &Effect| match effect {
        Effect::Save(entry) => Some(format!("save {} in {}", entry.command_id, entry.conversation)),
        Effect::Forget(command_id) => Some(format!("forget {command_id}")),
        _ => None,
    };
    effects.iter().filter_map(line).collect::<Vec<_>>().join(", ")
}

fn says(id: &str, author: Participant, text: &str, at: Timestamp) -> Part {
    let message = crate::part::Message::text(text);
    Part::new(id.into(), crate::part::PartBody::Message(message), Some(author), at)
}

fn boxed(conversation: Conversation) -> Answer {
    Answer::Conversation(Box::new(conversation))
}

#[test]
fn a_message_is_saved_before_it_is_sent_and_shown_at_once() {
    let mut test = Test::with(ana(), &[dialogue("c1", 1)]);
    let effects = test.give("m", "c1", Command::reply("thanks"));
    let save = effects.iter().position(|effect| matches!(effect, Effect::Save(_)));
    let send = effects.iter().position(|effect| matches!(effect, Effect::Send { .. }));
    assert!(save.is_some() && save < send, "{effects:?}");
    assert_eq!(test.thread("c1"), "p1 p2 ~m");
    assert_eq!(test.state("c1", "m"), MessageState::Sending);
    assert_eq!(test.conversation("c1").preview.unwrap().text, "thanks");
    assert_eq!(test.conversation("c1").awaiting_customer_reply, Some(false));
    assert_eq!(test.give("m", "c1", Command::reply("thanks")), []);
}

#[test]
fn an_answer_with_the_part_puts_it_into_the_thread_at_once() {
    let mut test = Test::with(ana(), &[dialogue("c1", 1)]);
    test.give("m", "c1", Command::reply("thanks"));
    let part = says("p3", ana(), "thanks", test.now);
    let effects = test.answered("m", Answer::Part(Box::new(part)));
    assert_eq!(stored(&effects), "forget m");
    assert_eq!(test.thread("c1"), "p1 p2 p3");
    // The row keeps its key, though the server did not say which command it was.
    assert_eq!(test.inbox.thread(&"c1".into()).0[2].command_id, Some("m".into()));
    // What the command did besides is known before the server's copy arrives.
    let conversation = test.conversation("c1");
    assert_eq!(conversation.preview.unwrap().part_id, "p3".into());
    assert_eq!(conversation.read_receipts[0].last_read_part, "p3".into());
    assert_eq!(conversation.version, Some(2));
    // The very same, once more, and an answer to something long gone.
    let part = says("p3", ana(), "thanks", test.now);
    assert_eq!(test.answered("m", Answer::Part(Box::new(part))), []);
}

#[test]
fn an_answer_that_says_nothing_keeps_the_message_until_a_fetch_shows_it() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.live("c1", 2);
    test.give("m", "c1", Command::reply("thanks"));
    let effects = test.answered("m", Answer::Done);
    // A fetch is on its way already, but it may have been too early.
    assert_eq!((out(&effects).as_str(), stored(&effects).as_str()), ("", "forget m"));
    assert_eq!(test.state("c1", "m"), MessageState::Sent);
    assert_eq!(out(&test.fetched(&dialogue("c1", 1))), "fetch c1");
    assert_eq!(test.thread("c1"), "p1 p2 ~m");
    let mut full = dialogue("c1", 1);
    full.version = Some(3);
    full.parts.push(Arc::new(says("p3", ana(), "thanks", test.now)));
    assert_eq!(out(&test.fetched(&full)), "");
    assert_eq!(test.thread("c1"), "p1 p2 p3");
    assert_eq!(test.inbox.thread(&"c1".into()).0[2].command_id, Some("m".into()));
    assert_eq!(test.inbox.outbox().entries().count(), 0);
}

#[test]
fn a_fetch_that_shows_the_message_answers_it() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    // k2 is the command that a server would have seen next.
    test.give("k2", "c1", Command::reply("thanks"));
    let after = conversation("c1", &[(ana(), start("hello")), (ana(), Command::reply("thanks"))]);
    assert_eq!(stored(&test.fetched(&after)), "forget k2");
    assert_eq!(test.thread("c1"), "p1 p2");
    test.undelivered("k2");
    assert_eq!(test.thread("c1"), "p1 p2");
}

#[test]
fn what_is_older_never_replaces_what_is_held() {
    let newer = dialogue("c1", 2);
    let mut test = Test::with(ben(), std::slice::from_ref(&newer));
    test.fetched(&dialogue("c1", 1));
    test.listed(head(dialogue("c1", 1)));
    test.give("m", "c1", Command::Close);
    test.answered("m", boxed(dialogue("c1", 1)));
    assert_eq!(test.conversation("c1").version, Some(3));
    assert_eq!(test.conversation("c1").preview, newer.preview);
    assert_eq!(test.thread("c1"), "p1 p2 p3");
}

#[test]
fn a_list_has_no_parts_and_erases_none() {
    let mut test = Test::with(ben(), &[dialogue("c1", 1)]);
    test.listed(head(dialogue("c1", 3)));
    assert_eq!(test.conversation("c1").version, Some(4));
    assert_eq!(test.thread("c1"), "p1 p2");
    // It is behind now, which matters once somebody looks.
    assert_eq!(out(&test.opened("c1")), "fetch c1");
}

#[test]
fn a_list_that_says_nothing_new_changes_no_row() {
    let mut test = Test::with(ben(), &[dialogue("c1", 1)]);
    let changed = Effect::Changed("c1".into());
    assert!(!test.listed(head(dialogue("c1", 1))).contains(&changed));
    assert!(test.listed(head(dialogue("c1", 2))).contains(&changed));
    assert!(!test.listed(head(dialogue("c1", 2))).contains(&changed));
}

#[test]
fn older_parts_stay_when_a_fetch_brings_the_newest_only() {
    let newest = |answers: usize, count: usize| {
        let mut conversation = dialogue("c1", answers);
        let older = conversation.parts.len() - count;
        conversation.parts.drain(..older);
        conversation
    };
    let mut test = Test::with(ben(), &[newest(2, 3)]);
    test.fetched(&newest(4, 3));
    assert_eq!(test.thread("c1"), "p1 p2 p3 p4 p5");
    // Nothing in common: there may be parts in between that nobody has told of.
    test.fetched(&newest(9, 3));
    assert_eq!(test.thread("c1"), "p8 p9 p10");
    // A late answer from before does not tear a gap open either.
    test.fetched(&newest(3, 3));
    assert_eq!(test.thread("c1"), "p8 p9 p10");
}

#[test]
fn a_single_part_does_not_bridge_a_gap() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m", "c1", Command::reply("thanks"));
    let mut after = dialogue("c1", 4);
    let part = Part { command_id: Some("m".into()), ..Part::clone(&after.parts[2]) };
    test.answered("m", Answer::Part(Box::new(part)));
    assert_eq!(test.thread("c1"), "p1 p3");
    after.parts.drain(..2);
    test.fetched(&after);
    assert_eq!(test.thread("c1"), "p3 p4 p5");
}

#[test]
fn one_fetch_at_a_time_and_another_if_it_was_overtaken() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
    assert_eq!(out(&test.live("c1", 1)), "");
    assert_eq!(out(&test.live("c1", 2)), "fetch c1");
    assert_eq!(out(&test.live("c1", 3)), "");
    assert_eq!(out(&test.fetched(&dialogue("c1", 1))), "fetch c1");
    assert_eq!(out(&test.fetched(&dialogue("c1", 2))), "");
    // Announced, and fetched by chance before the announcement.
    test.live("c1", 4);
    test.live("c1", 5);
    assert_eq!(out(&test.fetched(&dialogue("c1", 4))), "");
}

#[test]
fn a_source_that_shows_less_than_it_announces_is_not_asked_in_a_tight_loop() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
    test.live("c1", 9);
    assert_eq!(out(&test.fetched(&dialogue("c1", 1))), "");
    let due = test.inbox.next_tick().unwrap();
    assert_eq!(due.since(test.now), SECOND);
    assert_eq!(out(&test.event(Event::Tick)), "fetch c1");
    test.fetched(&dialogue("c1", 1));
    assert_eq!(test.inbox.next_tick().unwrap().since(test.now), 2 * SECOND);
}

#[test]
fn a_source_without_versions_is_taken_at_its_word() {
    let unversioned = |answers| Conversation { version: None, ..dialogue("c1", answers) };
    let mut test = Test::with(ben(), &[unversioned(0)]);
    assert_eq!(out(&test.live("c1", 7)), "fetch c1");
    assert_eq!(out(&test.fetched(&unversioned(1))), "");
    assert_eq!(test.inbox.next_tick(), None);
    // Its own time of change says what is older.
    test.fetched(&unversioned(0));
    assert_eq!(test.conversation("c1").updated_at, unversioned(1).updated_at);
    test.opened("c1");
    assert_eq!(out(&test.listed(head(unversioned(2)))), "fetch c1");
}

#[test]
fn a_fetch_that_began_before_something_was_missed_is_repeated() {
    let unversioned = |answers| Conversation { version: None, ..dialogue("c1", answers) };
    for missed in [Event::LiveReset, Event::Listed { conversations: vec![head(unversioned(1))] }] {
        let mut test = Test::with(ben(), &[]);
        assert_eq!(out(&test.opened("c1")), "fetch c1");
        test.event(missed);
        assert_eq!(out(&test.fetched(&unversioned(0))), "fetch c1");
        assert_eq!(out(&test.fetched(&unversioned(1))), "");
    }
}

#[test]
fn the_answer_to_a_repetition_may_be_old() {
    let unversioned = |answers| Conversation { version: None, ..dialogue("c1", answers) };
    let mut test = Test::with(ana(), &[]);
    test.give("k1", "whatever", start("hello"));
    test.listed(head(unversioned(2)));
    test.answered("k1", boxed(unversioned(0)));
    assert_eq!(test.thread("c1"), "p1");
    assert_eq!(out(&test.opened("c1")), "fetch c1");
}

#[test]
fn a_clock_that_is_fast_does_not_make_ones_own_guess_the_newest() {
    let unversioned = |answers| Conversation { version: None, ..dialogue("c1", answers) };
    let mut test = Test::with(ben(), &[unversioned(0)]);
    test.give("m", "c1", Command::SetTitle { title: "mine".into() });
    test.answered("m", Answer::Done);
    assert_eq!(test.conversation("c1").title, Some("mine".into()));
    let theirs = Conversation { title: Some("theirs".into()), ..unversioned(1) };
    test.fetched(&theirs);
    assert_eq!(test.conversation("c1").title, Some("theirs".into()));
}

#[test]
fn an_entry_for_a_provisional_id_finds_the_conversation_it_has_become() {
    let mut test = Test::with(ana(), &[]);
    test.give("k1", "whatever", start("hello"));
    test.answered("k1", boxed(dialogue("c1", 0)));
    let mut tab = Outbox::default();
    tab.enqueue("m2".into(), "pending:k1".into(), Command::reply("two"), NOW);
    let entries = tab.entries().cloned().collect();
    assert_eq!(out(&test.event(Event::Restored { entries })), "send m2 to c1");
}

#[test]
fn what_nobody_knows_is_fetched_when_the_stream_tells_of_it() {
    let mut test = Test::with(ben(), &[]);
    assert_eq!(out(&test.live("c9", 1)), "fetch c9");
    assert_eq!(test.list(), "");
    test.fetched(&dialogue("c9", 0));
    assert_eq!(test.list(), "c9");
}

#[test]
fn a_row_that_is_up_to_date_is_not_fetched() {
    let mut test = Test::with(ben(), &[]);
    test.listed(head(dialogue("c1", 1)));
    assert!(!test.inbox.has_parts(&"c1".into()));
    assert_eq!(out(&test.live("c1", 2)), "");
    assert_eq!(out(&test.live("c1", 3)), "fetch c1");
}

#[test]
fn a_fetch_that_failed_is_tried_again_later_each_time() {
    let mut test = Test::with(ben(), &[]);
    assert_eq!(out(&test.opened("c1")), "fetch c1");
    let failed = || Event::FetchFailed { id: "c1".into(), gone: false };
    assert_eq!(out(&test.event(failed())), "");
    assert_eq!(out(&test.event(Event::Tick)), "fetch c1");
    test.event(failed());
    assert_eq!(out(&test.event(Event::Tick)), "");
    assert_eq!(out(&test.event(Event::Tick)), "fetch c1");
    test.event(failed());
    // Whoever opens it does not have to wait.
    test.event(Event::Closed { id: "c1".into() });
    assert_eq!(test.inbox.next_tick(), None);
    assert_eq!(out(&test.opened("c1")), "fetch c1");
}

#[test]
fn nothing_leaves_while_offline_and_all_of_it_after() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m1", "c1", Command::reply("one"));
    test.event(Event::Offline);
    test.undelivered("m1");
    for event in [
        Event::Live { id: "c1".into(), version: 8 },
        Event::Opened { id: "c2".into() },
        Event::LiveReset,
        Event::LiveDown,
        Event::Tick,
    ] {
        assert_eq!(out(&test.event(event)), "");
    }
    test.give("m2", "c1", Command::reply("two"));
    test.give("m3", "c2", Command::reply("three"));
    assert_eq!(test.state("c1", "m1"), MessageState::Waiting);
    assert_eq!(test.inbox.next_tick(), None);
    assert_eq!(test.inbox.connection(), Connection::Offline);
    let effects = test.event(Event::Online);
    assert_eq!(out(&effects), "list, send m1 to c1, send m3 to c2, fetch c1, fetch c2");
}

#[test]
fn the_connection_follows_what_is_heard_of_it() {
    let mut test = Test::new(ben());
    let mut check = |event, connection, leaves: &str| {
        let effects = test.event(event);
        assert_eq!((test.inbox.connection(), out(&effects).as_str()), (connection, leaves));
    };
    check(Event::LiveDown, Connection::Polling, "list");
    check(Event::Tick, Connection::Polling, "");
    check(Event::Tick, Connection::Polling, "list");
    check(Event::LiveDown, Connection::Polling, "");
    check(Event::LiveUp { resumed: false }, Connection::Live, "list");
    check(Event::Tick, Connection::Live, "");
    check(Event::LiveReset, Connection::Live, "list");
    check(Event::Online, Connection::Live, "");
    check(Event::Offline, Connection::Offline, "");
    check(Event::LiveDown, Connection::Offline, "");
    check(Event::LiveUp { resumed: true }, Connection::Live, "");
}

#[test]
fn without_a_stream_what_is_open_is_asked_for_and_nothing_else() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0), dialogue("c2", 0)]);
    test.opened("c1");
    assert_eq!(out(&test.event(Event::LiveDown)), "list, fetch c1");
    test.fetched(&dialogue("c1", 0));
    assert_eq!(out(&test.event(Event::Tick)), "list, fetch c1");
    test.fetched(&dialogue("c1", 0));
    test.event(Event::LiveUp { resumed: false });
    test.fetched(&dialogue("c1", 0));
    // The list confirms that nothing was missed in the other one.
    test.listed(head(dialogue("c2", 0)));
    assert_eq!(out(&test.opened("c2")), "");
}

#[test]
fn what_was_missed_is_fetched_once_somebody_looks() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
    assert_eq!(out(&test.event(Event::LiveReset)), "list");
    assert_eq!(out(&test.opened("c1")), "fetch c1");
}

#[test]
fn quick_replies_wait_for_the_conversation_and_follow_it() {
    let mut test = Test::with(ana(), &[]);
    let provisional = ConversationId::provisional(&"k1".into());
    assert_eq!(out(&test.give("k1", "whatever", start("hello"))), "send k1 to pending:k1");
    test.opened(provisional.as_str());
    assert_eq!(out(&test.give("m2", "pending:k1", Command::reply("two"))), "");
    assert_eq!(out(&test.give("m3", "pending:k1", Command::reply("three"))), "");
    assert_eq!(test.thread("pending:k1"), "~k1 ~m2 ~m3");
    assert_eq!(test.list(), "pending:k1");
    assert_eq!(test.conversation("pending:k1").contact(), Some(&ana()));
    assert_eq!(test.conversation("pending:k1").preview.unwrap().text, "three");
    assert!(test.inbox.has_parts(&provisional));

    let effects = test.answered("k1", boxed(dialogue("c1", 0)));
    // The start is forgotten last: a crash in between must not leave replies to nowhere.
    assert_eq!(stored(&effects), "save m2 in c1, save m3 in c1, forget k1");
    assert_eq!(out(&effects), "send m2 to c1");
    let renamed = Effect::Renamed { from: provisional.clone(), to: "c1".into() };
    assert!(effects.contains(&renamed));
    assert_eq!(test.inbox.resolve(&provisional), "c1".into());
    assert_eq!(test.thread("pending:k1"), "p1 ~m2 ~m3");
    assert_eq!(test.list(), "c1");
    // Whoever still knows the old id only is understood.
    test.give("m4", "pending:k1", Command::reply("four"));
    assert_eq!(test.thread("c1"), "p1 ~m2 ~m3 ~m4");
    // It is still being looked at.
    assert_eq!(out(&test.event(Event::LiveReset)), "list, fetch c1");
    assert_eq!(test.inbox.conversation(&"c1".into()).unwrap().id, "c1".into());
}

#[test]
fn a_started_conversation_that_is_seen_before_the_answer_is_the_same() {
    let mut test = Test::with(ana(), &[]);
    test.give("k1", "whatever", start("hello"));
    test.give("m2", "pending:k1", Command::reply("two"));
    assert_eq!(out(&test.live("c1", 1)), "fetch c1");
    let effects = test.fetched(&dialogue("c1", 0));
    assert_eq!(stored(&effects), "save m2 in c1, forget k1");
    assert_eq!(out(&effects), "send m2 to c1");
    assert_eq!(test.list(), "c1");
    assert_eq!(stored(&test.answered("k1", boxed(dialogue("c1", 0)))), "");
    assert_eq!(test.thread("c1"), "p1 ~m2");
}

#[test]
fn a_start_whose_answer_tells_no_parts_stays_on_the_screen() {
    let mut test = Test::with(ana(), &[]);
    test.give("k1", "whatever", start("hello"));
    let effects = test.answered("k1", boxed(head(dialogue("c1", 0))));
    assert_eq!(out(&effects), "fetch c1");
    assert_eq!(test.thread("c1"), "~k1");
    assert_eq!(test.state("c1", "k1"), MessageState::Sent);
    test.fetched(&dialogue("c1", 0));
    assert_eq!(test.thread("c1"), "p1");
}

#[test]
fn a_start_that_was_thrown_away_leaves_nothing_or_its_first_reply() {
    let mut test = Test::with(ana(), &[]);
    test.give("k1", "whatever", start("hello"));
    test.refused("k1");
    assert_eq!(test.thread("pending:k1"), "~k1");
    assert_eq!(test.conversation("pending:k1").preview.unwrap().text, "hello");
    test.give("m2", "pending:k1", Command::reply("two"));
    let effects = test.event(Event::Discard { command_id: "k1".into() });
    assert_eq!(stored(&effects), "forget k1, save m2 in pending:k1");
    assert_eq!(out(&effects), "send m2 to pending:k1");
    test.refused("m2");
    let effects = test.event(Event::Discard { command_id: "m2".into() });
    assert_eq!(stored(&effects), "forget m2");
    assert_eq!(test.list(), "");
}

#[test]
fn failed_messages_stay_until_somebody_decides() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m1", "c1", Command::reply("one"));
    test.give("m2", "c1", Command::reply("two"));
    let effects = test.refused("m1");
    assert_eq!(out(&effects), "send m2 to c1");
    assert_eq!(stored(&effects), "save m1 in c1");
    assert_eq!(test.state("c1", "m1"), MessageState::Failed { code: "blocked".into() });
    // What was not said has no effect.
    assert_eq!(test.conversation("c1").preview.unwrap().text, "two");
    let effects = test.event(Event::Retry { command_id: "m1".into() });
    assert_eq!((out(&effects).as_str(), stored(&effects).as_str()), ("", "save m1 in c1"));
    assert_eq!(test.thread("c1"), "p1 ~m2 ~m1");
    let effects = test.event(Event::Discard { command_id: "m1".into() });
    assert_eq!(stored(&effects), "forget m1");
    assert_eq!(test.thread("c1"), "p1 ~m2");
    assert_eq!(stored(&test.event(Event::Discard { command_id: "m2".into() })), "");
}

#[test]
fn what_fails_and_is_no_message_rolls_back_by_itself() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
    test.give("m", "c1", Command::Close);
    assert_eq!(test.conversation("c1").state, State::Closed);
    let effects = test.refused("m");
    assert_eq!(stored(&effects), "forget m");
    assert!(effects.contains(&Effect::Changed("c1".into())));
    assert_eq!(test.conversation("c1").state, State::Open);
}

#[test]
fn a_command_that_the_rules_forbid_shows_no_effect_and_is_the_servers_to_refuse() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    assert_eq!(out(&test.give("m", "c1", Command::Close)), "send m to c1");
    assert_eq!(test.conversation("c1").state, State::Open);
}

#[test]
fn what_was_done_stays_done_when_the_answer_says_nothing() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
    test.give("m", "c1", Command::Close);
    assert_eq!(stored(&test.answered("m", Answer::Done)), "forget m");
    assert_eq!(test.conversation("c1").state, State::Closed);
    // The event itself is the server's to tell.
    assert_eq!(test.thread("c1"), "p1");
    assert_eq!(test.conversation("c1").version, Some(1));
}

#[test]
fn a_repetition_that_was_answered_late_is_not_believed_for_long() {
    let unread = |count| Conversation { unread: Some(count), ..dialogue("c1", 2) };
    let mut test = Test::with(ana(), &[unread(2)]);
    test.give("m", "c1", mark_read());
    test.undelivered("m");
    // It had arrived, and since then something new has been said.
    assert_eq!(out(&test.fetched(&unread(1))), "send m to c1");
    assert_eq!(out(&test.answered("m", Answer::Done)), "fetch c1");
    assert_eq!(test.inbox.unread(&"c1".into()), 0);
    test.event(Event::FetchFailed { id: "c1".into(), gone: false });
    // A list of the same version knows better than the guess.
    test.listed(head(unread(1)));
    assert_eq!(test.inbox.unread(&"c1".into()), 1);
}

#[test]
fn an_old_message_answered_once_more_does_not_become_the_newest() {
    let mut after = dialogue("c1", 4);
    let part = after.parts[1].clone();
    after.parts.drain(..3);
    let preview = after.preview.clone();
    let mut test = Test::with(ben(), &[]);
    test.give("m", "c1", Command::reply("answer 0"));
    test.fetched(&after);
    test.answered("m", Answer::Part(Box::new(Part { command_id: None, ..Part::clone(&part) })));
    // It lies before what is held, and a thread has no gaps.
    assert_eq!(test.thread("c1"), "p4 p5");
    assert_eq!(test.conversation("c1").preview, preview);
}

#[test]
fn what_is_on_its_way_alters_the_thread_it_is_meant_for() {
    let mut test = Test::with(ben(), &[dialogue("c1", 1)]);
    test.give("m", "c1", Command::Redact { part: "p1".into() });
    assert!(test.inbox.thread(&"c1".into()).0[0].redacted);
    test.refused("m");
    assert!(!test.inbox.thread(&"c1".into()).0[0].redacted);
    test.give("n", "c1", Command::Redact { part: "p1".into() });
    test.answered("n", Answer::Done);
    assert!(test.inbox.thread(&"c1".into()).0[0].redacted);
}

#[test]
fn the_last_time_it_was_read_is_the_one_that_counts() {
    let mut test = Test::with(ana(), &[dialogue("c1", 1)]);
    test.give("m1", "c1", mark_read());
    assert_eq!(stored(&test.give("m2", "c1", mark_read())), "save m2 in c1");
    assert_eq!(stored(&test.give("m3", "c1", mark_read())), "forget m2, save m3 in c1");
    let others = Readers { all_contacts: true, ..Readers::default() };
    test.give("m4", "c1", Command::MarkRead { readers: others });
    assert_eq!(test.inbox.outbox().entries().count(), 3);
}

#[test]
fn unread_is_the_servers_figure_until_the_reader_has_read() {
    let counted = Conversation { unread: Some(4), ..dialogue("c1", 1) };
    let mut test = Test::with(ana(), &[counted, dialogue("c2", 3)]);
    test.listed(Conversation { unread: Some(2), ..head(dialogue("c3", 0)) });
    assert_eq!((test.inbox.unread(&"c1".into()), test.inbox.unread(&"c2".into())), (4, 3));
    assert_eq!(test.inbox.unread_total(), 9);
    test.give("m1", "c1", mark_read());
    assert_eq!(test.conversation("c1").unread, Some(0));
    test.give("m2", "c2", Command::reply("thanks"));
    assert_eq!(test.inbox.unread_total(), 2);
    test.refused("m1");
    assert_eq!(test.inbox.unread(&"c1".into()), 4);
    test.answered("m2", Answer::Part(Box::new(says("p9", ana(), "thanks", test.now))));
    assert_eq!(test.inbox.unread(&"c2".into()), 0);
}

#[test]
fn the_list_shows_the_newest_first_with_what_is_pending() {
    let mut test = Test::with(ben(), &[dialogue("b", 1), dialogue("a", 1), dialogue("c", 2)]);
    assert_eq!(test.list(), "c a b");
    test.give("m", "b", Command::reply("now"));
    assert_eq!(test.list(), "b c a");
    test.give("n", "a", Command::SetTitle { title: "moves nothing".into() });
    assert_eq!(test.list(), "b c a");
}

#[test]
fn a_reload_brings_back_what_was_on_its_way_even_without_a_network() {
    let mut before = Test::with(ana(), &[dialogue("c1", 0)]);
    before.give("m1", "c1", Command::reply("one"));
    before.give("m2", "c1", Command::reply("two"));
    let entries: Vec<Entry> = before.inbox.outbox().entries().cloned().collect();
    assert_eq!(entries[0].state, EntryState::Sending);
    let mut test = Test::new(ana());
    test.event(Event::Offline);
    assert_eq!(out(&test.event(Event::Restored { entries: entries.clone() })), "");
    assert_eq!(test.list(), "c1");
    assert_eq!(test.thread("c1"), "~m1 ~m2");
    assert!(!test.inbox.has_parts(&"c1".into()));
    assert_eq!(out(&test.event(Event::Online)), "list, send m1 to c1");
    assert_eq!(out(&test.event(Event::Restored { entries })), "");
    // Until the first fetch there is no more than the part itself.
    let part = says("p2", ana(), "one", test.now);
    assert_eq!(out(&test.answered("m1", Answer::Part(Box::new(part)))), "send m2 to c1, fetch c1");
    assert_eq!(test.thread("c1"), "p2 ~m2");
    assert_eq!(test.conversation("c1").preview.unwrap().text, "two");
    assert!(!test.inbox.has_parts(&"c1".into()));
}

#[test]
fn another_tab_may_have_sent_it_already() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    let mut outbox = Outbox::default();
    outbox.enqueue("k1".into(), "c1".into(), Command::reply("hello"), NOW);
    let entries = outbox.entries().cloned().collect();
    assert_eq!(stored(&test.event(Event::Restored { entries })), "forget k1");
    assert_eq!(test.thread("c1"), "p1");
}

#[test]
fn what_is_gone_stays_gone_and_words_are_kept() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m1", "c1", Command::reply("one"));
    test.give("m2", "c1", mark_read());
    let effects = test.event(Event::LiveDeleted { id: "c1".into() });
    assert!(effects.contains(&Effect::Gone("c1".into())));
    assert_eq!(stored(&effects), "save m1 in c1, forget m2");
    assert_eq!(test.state("c1", "m1"), MessageState::Failed { code: "not_found".into() });
    // What was on its way does not bring it back.
    test.fetched(&dialogue("c1", 0));
    test.listed(head(dialogue("c1", 0)));
    assert_eq!(test.thread("c1"), "~m1");
    test.event(Event::Discard { command_id: "m1".into() });
    assert_eq!((test.list(), test.inbox.conversation(&"c1".into())), (String::new(), None));
    // But the server may have it again.
    assert_eq!(out(&test.live("c1", 7)), "fetch c1");
    test.fetched(&dialogue("c1", 6));
    assert_eq!(test.list(), "c1");
}

#[test]
fn a_conversation_that_cannot_be_found_is_gone() {
    let mut test = Test::with(ana(), &[]);
    test.opened("c1");
    let effects = test.event(Event::FetchFailed { id: "c1".into(), gone: true });
    assert!(effects.contains(&Effect::Gone("c1".into())));
    assert_eq!(out(&test.event(Event::Tick)), "");
}

#[test]
fn a_message_that_did_not_get_through_waits_and_goes() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m", "c1", Command::reply("one"));
    assert_eq!(out(&test.undelivered("m")), "");
    assert_eq!(test.state("c1", "m"), MessageState::Waiting);
    assert_eq!(test.inbox.next_tick(), Some(test.now.plus(SECOND)));
    assert_eq!(out(&test.event(Event::Tick)), "send m to c1");
    // It had arrived after all, and the answer comes twice.
    let part = says("p2", ana(), "one", test.now);
    test.answered("m", Answer::Part(Box::new(part.clone())));
    test.answered("m", Answer::Part(Box::new(part)));
    assert_eq!(test.thread("c1"), "p1 p2");
}
