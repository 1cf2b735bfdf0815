//! Which copy of a conversation counts, and what of a thread is kept.

use super::*;
use crate::part::Delivery;

fn zoe() -> Participant {
    Participant::new(ParticipantKind::Agent, "zoe")
}

fn titled(title: Option<&str>, version: Option<u64>) -> Conversation {
    Conversation { title: title.map(str::to_owned), version, ..dialogue("c1", 0) }
}

#[test]
fn of_one_state_the_copy_that_tells_more_is_kept() {
    let check = |known: Event, next: Event, expected: &str| {
        let mut test = Test::with(ben(), &[]);
        test.event(known.clone());
        test.event(next.clone());
        let title = test.conversation("c1").title;
        assert_eq!(title.as_deref(), Some(expected), "{known:?} {next:?}");
    };
    let row = |title, version| {
        let conversations = vec![head(titled(title, version))];
        Event::Listed { conversations }
    };
    let whole = |title, version| {
        let conversation = Box::new(titled(title, version));
        Event::Fetched { conversation }
    };
    // A row may tell less than the whole, and the whole never tells less than a row.
    check(whole(Some("a"), Some(1)), row(None, Some(1)), "a");
    check(row(None, Some(1)), whole(Some("b"), Some(1)), "b");
    check(whole(Some("a"), Some(1)), whole(Some("b"), Some(1)), "b");
    check(row(Some("a"), Some(1)), row(Some("b"), Some(1)), "b");
    // Without versions there is no saying that it is the same state.
    check(whole(Some("a"), None), row(Some("b"), None), "b");
}

#[test]
fn the_version_decides_and_not_the_clock() {
    let mut test = Test::with(ben(), &[dialogue("c1", 2)]);
    let earlier = |version, title: &str| {
        let copy = dialogue("c1", 2);
        let updated_at = copy.updated_at.plus(-MINUTE);
        Conversation { version, updated_at, title: Some(title.into()), ..copy }
    };
    test.fetched(&earlier(Some(4), "newer"));
    assert_eq!(test.conversation("c1").title.as_deref(), Some("newer"));
    // Where one does not tell its version, the clock has to do.
    test.fetched(&Conversation { updated_at: NOW, ..earlier(None, "older") });
    assert_eq!(test.conversation("c1").title.as_deref(), Some("newer"));
}

/// Ids are the server's own, and need not grow.
#[test]
fn stretches_meet_whatever_their_parts_are_called() {
    let at = |minute: i64| NOW.plus(minute * MINUTE);
    let thread = |version: u64, parts: &[(&str, i64)]| {
        let part = |(id, minute): &(&str, i64)| Arc::new(says(id, ben(), id, at(*minute)));
        let parts = parts.iter().map(part).collect();
        Conversation { parts, version: Some(version), ..Conversation::new("c1".into(), NOW) }
    };
    let mut test = Test::with(ana(), &[thread(1, &[("z", 1), ("m", 2), ("q", 3)])]);
    test.fetched(&thread(2, &[("q", 3), ("x", 4), ("b", 5), ("k", 6), ("a", 7)]));
    assert_eq!(test.thread("c1"), "z m q x b k a");
}

#[test]
fn over_a_gap_what_does_not_lie_before_the_newer_stretch_stays() {
    let unmarked = |part: &Part| Part { command_id: None, ..part.clone() };
    let said_alone = |place: usize| {
        let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
        test.give("m", "c1", Command::reply("thanks"));
        let part = unmarked(&dialogue("c1", 4).parts[place]);
        test.answered("m", Answer::Part(Box::new(part)));
        test
    };
    let newest = |answers: usize, from: usize| {
        let mut conversation = dialogue("c1", answers);
        let parts = conversation.parts.iter().skip(from);
        conversation.parts = parts.map(|part| Arc::new(unmarked(part))).collect();
        conversation
    };
    // Younger than all that the fetch has seen.
    let mut test = said_alone(4);
    assert_eq!(test.thread("c1"), "p1 p5");
    test.fetched(&newest(2, 1));
    assert_eq!(test.thread("c1"), "p2 p3 p5");
    // Where the stretch begins with it, the row keeps its key, though the server tells no command.
    let mut test = said_alone(2);
    test.fetched(&newest(4, 2));
    assert_eq!(test.thread("c1"), "p3 p4 p5");
    assert_eq!(test.inbox.thread(&"c1".into()).0[0].command_id, Some("m".into()));
}

/// A clock that is fast must not make what was done here newer than what the server tells of it.
#[test]
fn a_part_that_was_altered_here_gives_way_to_the_servers_copy() {
    let mut test = Test::with(ben(), &[dialogue("c1", 1)]);
    let told = Command::SetDelivery { part: "p2".into(), delivery: Delivery::Sent, info: None };
    test.give("m", "c1", told);
    test.answered("m", Answer::Done);
    let delivery = |test: &Test| test.inbox.thread(&"c1".into()).0[1].delivery.clone();
    assert_eq!(delivery(&test), Some(Delivery::Sent));
    let mut theirs = dialogue("c1", 1);
    theirs.version = Some(3);
    let part = Arc::make_mut(&mut theirs.parts[1]);
    part.delivery = Some(Delivery::Read);
    part.updated_at = part.updated_at.plus(1);
    test.fetched(&theirs);
    assert_eq!(delivery(&test), Some(Delivery::Read));
}

#[test]
fn whoever_writes_has_read_and_whoever_sorts_has_not() {
    let counted = || Conversation { unread: Some(3), ..dialogue("c1", 2) };
    for (command, left) in [
        (Command::Close, 3),
        (Command::note("hm"), 0),
        (mark_read(), 0),
        (Command::MarkRead { readers: Readers { all_contacts: true, ..Readers::default() } }, 3),
    ] {
        let mut test = Test::with(zoe(), &[counted()]);
        test.give("m", "c1", command.clone());
        assert_eq!(test.inbox.unread(&"c1".into()), left, "on its way: {command:?}");
        let outcome = if command.is_spoken() {
            Answer::Part(Box::new(says("p9", zoe(), "hm", test.now)))
        } else {
            Answer::Done
        };
        test.answered("m", outcome);
        assert_eq!(test.inbox.unread(&"c1".into()), left, "carried out: {command:?}");
    }
    // What failed was not said.
    let mut test = Test::with(zoe(), &[counted()]);
    test.give("m", "c1", Command::note("hm"));
    test.refused("m");
    assert_eq!(test.inbox.unread(&"c1".into()), 3);
}

#[cfg(feature = "company")]
#[test]
fn what_nothing_is_done_to_is_kept_once() {
    let counted = Conversation { unread: Some(3), ..dialogue("c1", 2) };
    let mut test = Test::with(zoe(), &[]);
    test.listed(head(counted));
    let look = |test: &Test| test.inbox.head(&"c1".into()).unwrap();
    assert!(Arc::ptr_eq(&look(&test), &look(&test)));
    // What is on its way is seen, and the server's copy stays as it is.
    let told = look(&test);
    test.give("m", "c1", Command::Close);
    assert_eq!((look(&test).state, told.state), (State::Closed, State::Open));
    test.refused("m");
    assert!(Arc::ptr_eq(&look(&test), &told));
}
