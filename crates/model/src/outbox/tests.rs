//! Each rule of the outbox once.

use proptest::prelude::*;

use super::*;
use crate::command::Readers;
use crate::time::SECOND;

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn start() -> Command {
    Command::Start { contents: Vec::new() }
}

/// An outbox with these commands, given a second apart: id, conversation, command.
fn outbox(commands: &[(&str, &str, Command)]) -> Outbox {
    let mut outbox = Outbox::default();
    for (step, (id, conversation, command)) in (0..).zip(commands) {
        let now = NOW.plus(step * SECOND);
        outbox.enqueue((*id).into(), (*conversation).into(), command.clone(), now);
    }
    outbox
}

fn replies(commands: &[(&str, &str)]) -> Outbox {
    let commands: Vec<_> =
        commands.iter().map(|&(id, conversation)| (id, conversation, Command::reply(id))).collect();
    outbox(&commands)
}

fn due(outbox: &mut Outbox, now: Timestamp) -> Vec<String> {
    outbox.take_due(now).iter().map(CommandId::to_string).collect()
}

fn order(outbox: &Outbox) -> Vec<String> {
    outbox.entries().map(|entry| entry.command_id.to_string()).collect()
}

#[test]
fn one_at_a_time_per_conversation_and_in_order() {
    let mut outbox = replies(&[("a1", "a"), ("a2", "a"), ("b1", "b"), ("a3", "a")]);
    assert_eq!(due(&mut outbox, NOW), ["a1", "b1"]);
    assert_eq!(due(&mut outbox, NOW), [""; 0]);
    outbox.done(&"a1".into());
    assert_eq!(due(&mut outbox, NOW), ["a2"]);
    outbox.accept(&"a2".into());
    assert_eq!(due(&mut outbox, NOW), ["a3"]);
    assert_eq!(order(&outbox), ["a2", "b1", "a3"]);
}

#[test]
fn a_repeated_id_changes_nothing() {
    let mut outbox = replies(&[("a1", "a")]);
    let before = outbox.clone();
    let entry = outbox.enqueue("a1".into(), "b".into(), Command::Close, NOW.plus(9));
    assert_eq!(entry.conversation, "a".into());
    assert_eq!(outbox, before);
}

#[test]
fn what_could_not_be_delivered_holds_up_its_conversation_and_no_other() {
    let mut outbox = replies(&[("a1", "a"), ("a2", "a"), ("b1", "b")]);
    outbox.take_due(NOW);
    outbox.postpone(&"a1".into(), NOW, 0);
    outbox.done(&"b1".into());
    outbox.enqueue("b2".into(), "b".into(), Command::Close, NOW);
    assert_eq!(outbox.next_due(), Some(NOW.plus(SECOND)));
    assert_eq!(due(&mut outbox, NOW.plus(SECOND - 1)), ["b2"]);
    assert_eq!(due(&mut outbox, NOW.plus(SECOND)), ["a1"]);
    assert_eq!(outbox.next_due(), None);
}

#[test]
fn the_wait_doubles_from_one_second_to_at_most_sixty() {
    let wait = |attempts, jitter| delay(attempts, jitter) / SECOND;
    let waits: Vec<_> = (1..=8).map(|attempts| wait(attempts, 0)).collect();
    assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30, 30]);
    let waits: Vec<_> = [1, 2, 6, u32::MAX].map(|attempts| wait(attempts, 1000)).into();
    assert_eq!(waits, [2, 4, 60, 60]);
    assert_eq!(delay(1, 250), 1_250);
    assert_eq!(delay(0, u32::MAX), 2 * SECOND);
}

#[test]
fn with_the_network_back_nobody_waits_and_waits_start_small() {
    let mut outbox = replies(&[("a1", "a")]);
    let mut now = NOW;
    for _ in 0..5 {
        outbox.take_due(now);
        outbox.postpone(&"a1".into(), now, 0);
        now = outbox.next_due().unwrap();
    }
    assert_eq!(now.since(NOW), 31 * SECOND);
    outbox.hasten(NOW);
    assert_eq!(due(&mut outbox, NOW), ["a1"]);
    outbox.postpone(&"a1".into(), NOW, 0);
    assert_eq!(outbox.next_due(), Some(NOW.plus(2 * SECOND)));
}

#[test]
fn a_failed_message_steps_aside_and_comes_back_at_the_end() {
    let mut outbox = replies(&[("a1", "a"), ("a2", "a"), ("a3", "a")]);
    outbox.take_due(NOW);
    outbox.refuse(&"a1".into(), "blocked");
    assert_eq!(due(&mut outbox, NOW), ["a2"]);
    let later = NOW.plus(60 * SECOND);
    outbox.retry(&"a1".into(), later);
    assert_eq!(order(&outbox), ["a2", "a3", "a1"]);
    let entry = outbox.get(&"a1".into()).unwrap();
    assert_eq!((&entry.state, entry.attempts), (&EntryState::Queued, 0));
    assert_eq!(entry.created_at, later);
    // Trying again what only waits for its next attempt does not move it.
    outbox.postpone(&"a2".into(), later, 0);
    outbox.retry(&"a2".into(), later);
    assert_eq!(due(&mut outbox, later), ["a2"]);
}

#[cfg(feature = "company")]
#[test]
fn what_was_made_of_a_draft_and_refused_is_tried_again_as_a_text_of_ones_own() {
    use crate::command::Envelope;

    let channel = Some(crate::Channel::Sms);
    let of_draft = Envelope { channel, suggestion: Some("p2".into()), ..Envelope::default() };
    let contents = vec![crate::Content::text("It left!")];
    let mut outbox =
        outbox(&[("a1", "a", Command::Reply { contents, envelope: of_draft.clone() })]);
    let envelope = |outbox: &Outbox| match &outbox.get(&"a1".into()).unwrap().command {
        Command::Reply { envelope, .. } => envelope.clone(),
        other => panic!("{other:?}"),
    };
    outbox.take_due(NOW);
    // Without an answer it is the same message.
    outbox.postpone(&"a1".into(), NOW, 0);
    outbox.retry(&"a1".into(), NOW);
    assert_eq!(envelope(&outbox), of_draft);
    outbox.take_due(NOW);
    outbox.refuse(&"a1".into(), "suggestion_outdated");
    outbox.retry(&"a1".into(), NOW);
    assert_eq!(envelope(&outbox), Envelope { suggestion: None, ..of_draft });
}

#[test]
fn late_reports_change_nothing() {
    let mut outbox = replies(&[("a1", "a")]);
    outbox.postpone(&"a1".into(), NOW, 0);
    assert_eq!(outbox.next_due(), None);
    outbox.accept(&"a1".into());
    outbox.refuse(&"a1".into(), "late");
    assert_eq!(outbox.get(&"a1".into()).unwrap().state, EntryState::Accepted);
    outbox.postpone(&"nobody".into(), NOW, 0);
    outbox.retry(&"nobody".into(), NOW);
    assert_eq!(outbox.done(&"nobody".into()), None);
}

#[test]
fn what_may_be_with_the_server_cannot_be_thrown_away() {
    let mut outbox = replies(&[("a1", "a"), ("a2", "a")]);
    outbox.take_due(NOW);
    assert_eq!(outbox.discard(&"a1".into()), None);
    assert!(outbox.discard(&"a2".into()).is_some());
    outbox.refuse(&"a1".into(), "blocked");
    assert!(outbox.discard(&"a1".into()).is_some());
    assert_eq!(outbox.entries().count(), 0);
}

#[test]
fn replies_wait_for_the_conversation_they_belong_to() {
    let new = ConversationId::provisional(&"s".into());
    let mut outbox = outbox(&[
        ("s", new.as_str(), start()),
        ("r1", new.as_str(), Command::reply("r1")),
        ("r2", new.as_str(), Command::reply("r2")),
    ]);
    assert_eq!(due(&mut outbox, NOW), ["s"]);
    outbox.refuse(&"s".into(), "too_long");
    assert_eq!(due(&mut outbox, NOW), [""; 0]);
    outbox.retry(&"s".into(), NOW.plus(60 * SECOND));
    assert_eq!(order(&outbox), ["s", "r1", "r2"]);
    assert_eq!(due(&mut outbox, NOW), ["s"]);
    outbox.done(&"s".into());
    outbox.rename(&new, &"c1".into());
    assert_eq!(due(&mut outbox, NOW), ["r1"]);
    assert_eq!(outbox.pending(&"c1".into()).count(), 2);
}

#[test]
fn the_first_reply_begins_a_conversation_whose_start_was_thrown_away() {
    let new = ConversationId::provisional(&"s".into());
    let readers = Readers { me: true, ..Readers::default() };
    let mut outbox = outbox(&[
        ("s", new.as_str(), start()),
        ("m", new.as_str(), Command::MarkRead { readers }),
        ("n", new.as_str(), Command::note("inside")),
        ("r1", new.as_str(), Command::reply("r1")),
        ("r2", new.as_str(), Command::reply("r2")),
    ]);
    outbox.discard(&"s".into());
    // A note must never become the first thing that the customer sees.
    assert_eq!(due(&mut outbox, NOW), ["r1"]);
    let first = &outbox.get(&"r1".into()).unwrap().command;
    assert!(matches!(first, Command::Start { contents } if contents.len() == 1));
    outbox.postpone(&"r1".into(), NOW, 0);
    assert_eq!(due(&mut outbox, NOW.plus(SECOND)), ["r1"]);
}

#[test]
fn what_was_on_its_way_is_sent_again_after_a_crash() {
    let mut before = replies(&[("a1", "a"), ("a2", "a"), ("a3", "a")]);
    before.take_due(NOW);
    before.refuse(&"a3".into(), "blocked");
    let mut saved: Vec<Entry> = before.entries().cloned().collect();
    saved.reverse();
    let json = serde_json::to_string(&saved).unwrap();
    let mut after = Outbox::default();
    after.restore(serde_json::from_str(&json).unwrap());
    assert_eq!(order(&after), ["a1", "a2", "a3"]);
    assert_eq!(due(&mut after, NOW), ["a1"]);
    assert_eq!(after.get(&"a3".into()), before.get(&"a3".into()));
    // Read once more by mistake: what is here is more recent.
    after.restore(saved);
    assert_eq!(after.get(&"a1".into()).unwrap().state, EntryState::Sending);
    assert_eq!(after.entries().count(), 3);
    after.enqueue("a4".into(), "a".into(), Command::Close, NOW.plus(-SECOND));
    assert_eq!(order(&after), ["a1", "a2", "a3", "a4"]);
}

#[test]
fn what_two_tabs_have_saved_meets_in_the_order_of_the_clock() {
    let mut one = Outbox::default();
    let mut two = Outbox::default();
    one.enqueue("one1".into(), "a".into(), Command::reply("x"), NOW);
    two.enqueue("two1".into(), "a".into(), Command::reply("x"), NOW.plus(1));
    one.enqueue("one2".into(), "a".into(), Command::reply("x"), NOW.plus(2));
    // The same place in both: neither is lost.
    two.enqueue("two2".into(), "a".into(), Command::reply("x"), NOW.plus(2));
    one.restore(two.entries().cloned().collect());
    assert_eq!(order(&one), ["one1", "two1", "one2", "two2"]);
}

#[test]
fn an_entry_reads_back_with_only_what_it_must_have() {
    let json = r#"{"command_id":"k","conversation":"c1","command":{"do":"close"},
        "created_at":5,"state":{"state":"failed","code":"blocked"},"sequence":7}"#;
    let entry: Entry = serde_json::from_str(json).unwrap();
    assert_eq!((entry.attempts, entry.not_before), (0, None));
    assert_eq!(entry.state, EntryState::Failed { code: "blocked".into() });
    let again = serde_json::to_string(&entry).unwrap();
    assert_eq!(serde_json::from_str::<Entry>(&again).unwrap(), entry);
}

#[test]
fn what_is_to_be_looked_for_later_is_looked_for_at_once_when_somebody_tries_again() {
    let mut outbox = Outbox { looks_first: true, ..replies(&[("a1", "a")]) };
    outbox.take_due(NOW);
    outbox.get_mut(&"a1".into()).unwrap().after = Some(NOW);
    outbox.postpone(&"a1".into(), NOW, 0);
    assert_eq!(outbox.get(&"a1".into()).unwrap().state, EntryState::Doubtful);
    assert_eq!(outbox.next_due(), Some(NOW.plus(SECOND)));
    outbox.retry(&"a1".into(), NOW.plus(1));
    assert_eq!(outbox.next_due(), Some(NOW.plus(1)));
    // A look that is under way is not begun a second time.
    outbox.get_mut(&"a1".into()).unwrap().not_before = None;
    outbox.retry(&"a1".into(), NOW.plus(2));
    assert_eq!(outbox.next_due(), None);
}

/// One call of the outbox, as (which, id, conversation).
fn call(outbox: &mut Outbox, which: u8, id: u8, conversation: u8, now: Timestamp) {
    let command_id = CommandId::new(format!("k{id}"));
    match which {
        0 | 1 => {
            let conversation = ConversationId::new(format!("c{conversation}"));
            outbox.enqueue(command_id, conversation, Command::reply("x"), now);
        }
        2 => drop(outbox.done(&command_id)),
        3 => outbox.postpone(&command_id, now, u32::from(id) * 100),
        4 => outbox.refuse(&command_id, "no"),
        5 => outbox.retry(&command_id, now),
        6 => drop(outbox.discard(&command_id)),
        7 => outbox.hasten(now),
        8 => outbox.accept(&command_id),
        _ => outbox.restore(outbox.entries().cloned().collect()),
    }
}

proptest! {
    /// Whatever is called in whatever order: an id is there once, one command per conversation is
    /// on its way, and it is the first that waits.
    #[test]
    fn the_order_holds_whatever_is_called(
        calls in prop::collection::vec((0..10_u8, 0..12_u8, 0..3_u8, 0..3_000_i64), 0..80),
    ) {
        let mut outbox = Outbox::default();
        let mut now = NOW;
        for (which, id, conversation, pause) in calls {
            now = now.plus(pause);
            call(&mut outbox, which, id, conversation, now);
            let before = outbox.clone();
            for taken in outbox.take_due(now) {
                let entry = outbox.get(&taken).unwrap();
                let earlier = before
                    .pending(&entry.conversation)
                    .take_while(|one| one.command_id != taken)
                    .all(|one| !matches!(one.state, EntryState::Queued | EntryState::Sending));
                prop_assert!(earlier, "{taken} overtakes");
            }
            let mut ids = order(&outbox);
            let count = ids.len();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), count);
            for conversation in ["c0", "c1", "c2"] {
                let sending = outbox
                    .pending(&conversation.into())
                    .filter(|entry| entry.state == EntryState::Sending)
                    .count();
                prop_assert!(sending <= 1);
            }
        }
    }
}
