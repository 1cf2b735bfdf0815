//! What each event has to be followed by on the screen, on the device and on the network.

use super::*;
use crate::sync::effects::Effects;

/// What looks different, in short.
fn shown(effects: &[Effect]) -> String {
    let line = |effect: &Effect| match effect {
        Effect::Changed(id) => Some(id.to_string()),
        Effect::Renamed { from, to } => Some(format!("{from} is {to}")),
        Effect::Gone(id) => Some(format!("no {id}")),
        Effect::ListChanged => Some("list".to_owned()),
        Effect::OutboxChanged => Some("outbox".to_owned()),
        Effect::ConnectionChanged => Some("connection".to_owned()),
        _ => None,
    };
    let mut lines: Vec<String> = effects.iter().filter_map(line).collect();
    lines.sort_unstable();
    lines.join(", ")
}

#[test]
fn whoever_shows_it_is_told_of_every_step_of_a_message() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    let mut check = |event: Event, expected: &str| {
        assert_eq!(shown(&test.event(event.clone())), expected, "{event:?}");
    };
    let id = || CommandId::from("m1");
    let command = Command::reply("one");
    let give = Event::Do { command_id: id(), conversation: "c1".into(), command };
    check(give, "c1, list, outbox");
    check(Event::Undelivered { command_id: id(), jitter: 0 }, "c1, outbox");
    check(Event::Tick, "c1, outbox");
    check(Event::Refused { command_id: id(), code: "no".into() }, "c1, outbox");
    check(Event::Retry { command_id: id() }, "c1, outbox");
    check(Event::Answered { command_id: id(), outcome: Answer::Done }, "c1, outbox");
    let after = conversation("c1", &[(ana(), start("hello")), (ana(), Command::reply("one"))]);
    check(Event::Fetched { conversation: Box::new(after) }, "c1, list, outbox");
    check(Event::Tick, "");
    check(Event::Listed { conversations: Vec::new() }, "list");
    check(Event::Offline, "connection");
    check(Event::LiveDeleted { id: "c1".into() }, "list, no c1");
}

#[test]
fn a_conversation_that_begins_is_told_of_under_both_of_its_ids() {
    let mut test = Test::with(ana(), &[]);
    test.give("k1", "whatever", start("hello"));
    // The connection decides what a message on its way looks like.
    let effects = test.event(Event::Offline);
    assert_eq!(shown(&effects), "connection, pending:k1");
    test.event(Event::Online);
    let effects = test.answered("k1", boxed(dialogue("c1", 0)));
    assert_eq!(shown(&effects), "c1, list, outbox, pending:k1 is c1");
    test.give("k2", "whatever", start("hello"));
    test.refused("k2");
    let effects = test.event(Event::Discard { command_id: "k2".into() });
    assert_eq!(shown(&effects), "list, outbox, pending:k2");
}

#[test]
fn what_is_to_be_shown_or_fetched_is_said_once_and_what_is_to_be_done_as_often_as_it_is() {
    let renamed = |from: &str, to: &str| Effect::Renamed { from: from.into(), to: to.into() };
    let fetch = |id: &str| Effect::Fetch { id: id.into() };
    let once = [
        fetch("c1"),
        fetch("c2"),
        Effect::Changed("c1".into()),
        Effect::Changed("c2".into()),
        Effect::Gone("c1".into()),
        Effect::Gone("c2".into()),
        renamed("c1", "c2"),
        renamed("c1", "c3"),
        renamed("c3", "c2"),
        Effect::List,
        Effect::ListChanged,
        Effect::OutboxChanged,
        Effect::ConnectionChanged,
    ];
    let again = Effect::Forget("k1".into());
    let mut effects = Effects::default();
    for effect in once.iter().chain([&again]).chain(&once).chain([&again]) {
        effects.push(effect.clone());
    }
    // In the order in which it was said first.
    assert_eq!(effects.into_vec(), [&once[..], &[again.clone(), again]].concat());
}

#[test]
fn the_stream_hastens_what_waits_when_it_comes_and_not_while_it_lasts() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m", "c1", Command::reply("one"));
    // The third wait is four seconds.
    for _ in 0..2 {
        test.undelivered("m");
        test.event(Event::Tick);
        test.event(Event::Tick);
    }
    test.undelivered("m");
    assert_eq!(out(&test.event(Event::LiveUp { resumed: true })), "");
    test.event(Event::LiveDown);
    assert_eq!(out(&test.event(Event::LiveUp { resumed: true })), "send m to c1");
}

#[test]
fn the_network_that_is_back_hastens_what_waits() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m", "c1", Command::reply("one"));
    test.undelivered("m");
    test.event(Event::Tick);
    test.undelivered("m");
    assert_eq!(out(&test.event(Event::Online)), "send m to c1");
}

#[test]
fn without_a_stream_what_is_opened_is_fetched_anew_and_once() {
    let mut test = Test::with(ben(), &[]);
    test.event(Event::LiveDown);
    test.fetched(&dialogue("c1", 0));
    assert_eq!(out(&test.opened("c1")), "fetch c1");
    test.fetched(&dialogue("c1", 0));
    assert_eq!(out(&test.opened("c1")), "");
    test.event(Event::Closed { id: "c1".into() });
    assert_eq!(out(&test.opened("c1")), "fetch c1");
}

#[test]
fn what_was_wanted_once_is_not_fetched_for_ever() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
    assert_eq!(out(&test.live("c1", 2)), "fetch c1");
    test.fetched(&dialogue("c1", 1));
    // Nobody looks at it, so it can wait until somebody does.
    assert_eq!(out(&test.event(Event::LiveReset)), "list");
}
