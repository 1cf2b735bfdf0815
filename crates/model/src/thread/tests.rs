//! Each rule of merging and of showing once.

use proptest::prelude::*;

use super::*;
use crate::conversation::{ReadReceipt, State};
use crate::part::{Delivery, Event, Message, PartBody};
use crate::participant::ParticipantKind;
use crate::time::{DAY, MINUTE, SECOND};

/// Noon in UTC.
const NOON: Timestamp = Timestamp::from_millis(1_768_046_400_000);

fn ana() -> Participant {
    Participant::new(ParticipantKind::Customer, "ana")
}

fn ben() -> Participant {
    Participant::new(ParticipantKind::Agent, "ben")
}

fn zoe() -> Participant {
    Participant::new(ParticipantKind::Agent, "zoe")
}

fn part(id: &str, body: PartBody, author: Option<Participant>, at: i64) -> Part {
    Part::new(id.into(), body, author, NOON.plus(at))
}

fn says(id: &str, author: Participant, at: i64) -> Arc<Part> {
    Arc::new(part(id, PartBody::Message(Message::text(id)), Some(author), at))
}

fn notes(id: &str, author: Participant, at: i64) -> Arc<Part> {
    Arc::new(part(id, PartBody::Note(Message::text(id)), Some(author), at))
}

fn closes(id: &str, at: i64) -> Arc<Part> {
    let event = Event::StateChanged { state: State::Closed, snoozed_until: None };
    Arc::new(part(id, PartBody::Event(event), Some(ben()), at))
}

fn sent_by(command: &str, mut part: Arc<Part>) -> Arc<Part> {
    Arc::make_mut(&mut part).command_id = Some(command.into());
    part
}

fn pending(command: &str, at: i64) -> Pending {
    Pending {
        command_id: command.into(),
        author: ana(),
        contents: vec![Content::text(command)],
        note: false,
        at: NOON.plus(at),
        state: MessageState::Sending,
    }
}

fn receipt(of: &Participant, part: &str) -> ReadReceipt {
    ReadReceipt {
        participant: of.id.clone().unwrap(),
        kind: of.kind.clone(),
        last_read_part: part.into(),
    }
}

/// What a reader in UTC sees.
fn options(me: &Participant) -> Options<'_> {
    Options { me, offset_minutes: 0, unread_after: None, receipts: &[], public_only: false }
}

/// A list in short: days as dates, `--` for the divider, parts by id, pending messages by command
/// id with `~`. A run is in brackets.
fn sketch(items: &[Item]) -> String {
    let place = |text: &str, grouping: &Grouping| {
        let open = if grouping.first { "[" } else { "" };
        let close = if grouping.last { "]" } else { "" };
        format!("{open}{text}{close}")
    };
    let line = |item: &Item| match item {
        Item::Day(date) => date.to_string(),
        Item::Unread => "--".to_owned(),
        Item::Part { part, grouping, .. } => place(part.id.as_str(), grouping),
        Item::Events { first, later } => {
            let later = later.iter().map(|part| format!("+{}", part.id));
            format!("({}{})", first.id, later.collect::<String>())
        }
        Item::Pending { pending, grouping } => place(&format!("~{}", pending.command_id), grouping),
    };
    items.iter().map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn runs_break_where_they_should() {
    let check = |parts: &[Arc<Part>], expected: &str| {
        let me = ana();
        let list = sketch(&items(parts, &[], &options(&me)));
        assert_eq!(list, format!("2026-01-10 {expected}"));
    };
    check(&[says("1", ana(), 0), says("2", ana(), 1), says("3", ana(), 2)], "[1 2 3]");
    check(&[says("1", ana(), 0), says("2", ben(), 1), says("3", ben(), 2)], "[1] [2 3]");
    check(&[says("1", ben(), 0), says("2", zoe(), 1)], "[1] [2]");
    check(&[says("1", ben(), 0), notes("2", ben(), 1), notes("3", ben(), 2)], "[1] [2 3]");
    check(&[says("1", ben(), 0), closes("2", 1), says("3", ben(), 2)], "[1] [2] [3]");
    check(&[closes("1", 0), closes("2", 1)], "[1] [2]");
    check(&[says("1", ana(), 0), says("2", ana(), RUN_GAP)], "[1 2]");
    check(&[says("1", ana(), 0), says("2", ana(), RUN_GAP + 1)], "[1] [2]");
    // A source may not tell who spoke: nobody and nobody is the same.
    let unnamed =
        |id: &str, at: i64| Arc::new(part(id, PartBody::Message(Message::text(id)), None, at));
    check(&[unnamed("1", 0), unnamed("2", 1), says("3", ana(), 2)], "[1 2] [3]");
    // The gap is from one to the next, not from the beginning.
    let slow = [0, 4, 8].map(|minute| says(&minute.to_string(), ana(), minute * MINUTE));
    check(&slow, "[0 4 8]");
}

#[test]
fn events_that_follow_each_other_are_one_line() {
    let check = |parts: &[Arc<Part>], unread_after: Option<&str>, expected: &str| {
        let me = ana();
        let unread_after = unread_after.map(PartId::from);
        let options = Options { unread_after: unread_after.as_ref(), ..options(&me) };
        let list = items(parts, &[], &options);
        assert_eq!(sketch(&list), format!("2026-01-10 {expected}"));
        let keys: std::collections::BTreeSet<ItemKey> = list.iter().map(Item::key).collect();
        assert_eq!(keys.len(), list.len());
    };
    let [one, two, three, four] = ["1", "2", "3", "4"].map(|id| closes(id, id.parse().unwrap()));
    check(&[one.clone(), two.clone()], None, "[1] [2]");
    check(&[one.clone(), two.clone(), three.clone()], None, "(1+2+3)");
    check(&[says("0", ana(), 0), one.clone(), two.clone(), three.clone()], None, "[0] (1+2+3)");
    let said = says("5", ana(), 5);
    let mut parts = vec![one.clone(), two.clone(), three.clone(), four.clone(), said];
    check(&parts, None, "(1+2+3+4) [5]");
    parts.extend(["6", "7", "8"].map(|id| closes(id, id.parse().unwrap())));
    check(&parts, None, "(1+2+3+4) [5] (6+7+8)");
    // The divider is looked for, and stands where it would without.
    check(&[one, two, three, four, says("5", ben(), 5)], Some("2"), "[1] [2] -- [3] [4] [5]");
    let days: Vec<_> = (0..4).map(|at| closes(&at.to_string(), at * 11 * 60 * MINUTE)).collect();
    check(&days, None, "[0] [1] 2026-01-11 [2] [3]");
    // To customers each is a line of its own: they are shown few.
    let me = ana();
    let few = items(&parts, &[], &Options { public_only: true, ..options(&me) });
    assert_eq!(sketch(&few), "2026-01-10 [1] [2] [3] [4] [5] [6] [7] [8]");
}

#[test]
fn a_day_is_the_readers_day() {
    let parts = [says("1", ana(), 0), says("2", ana(), 11 * 60 * MINUTE), says("3", ana(), DAY)];
    let me = ana();
    let list =
        |offset_minutes| sketch(&items(&parts, &[], &Options { offset_minutes, ..options(&me) }));
    assert_eq!(list(0), "2026-01-10 [1] [2] 2026-01-11 [3]");
    assert_eq!(list(90), "2026-01-10 [1] 2026-01-11 [2] [3]");
    // A run does not go on past midnight.
    let night = [says("1", ana(), 12 * 60 * MINUTE - 1), says("2", ana(), 12 * 60 * MINUTE)];
    let list = sketch(&items(&night, &[], &options(&me)));
    assert_eq!(list, "2026-01-10 [1] 2026-01-11 [2]");
}

#[test]
fn the_divider_stands_before_what_others_have_said_since() {
    let check = |parts: &[Arc<Part>], unread_after: Option<&str>, expected: &str| {
        let me = ana();
        let unread_after = unread_after.map(PartId::from);
        let options = Options { unread_after: unread_after.as_ref(), ..options(&me) };
        let list = sketch(&items(parts, &[], &options));
        assert_eq!(list, format!("2026-01-10 {expected}"));
    };
    let parts = [says("1", ben(), 0), says("2", ben(), 1), says("3", ben(), 2)];
    check(&parts, None, "[1 2 3]");
    check(&parts, Some("1"), "[1] -- [2 3]");
    check(&parts, Some("3"), "[1 2 3]");
    check(&parts, Some("elsewhere"), "[1 2 3]");
    let answered = [says("1", ben(), 0), says("2", ana(), 1)];
    check(&answered, Some("1"), "[1] [2]");
    let mixed = [says("1", ben(), 0), closes("2", 1), says("3", ben(), 2)];
    check(&mixed, Some("1"), "[1] -- [2] [3]");
    check(&[says("1", ben(), 0), closes("2", 1)], Some("1"), "[1] [2]");
}

#[test]
fn a_new_day_stands_above_the_divider() {
    let parts = [says("1", ben(), 0), says("2", ben(), DAY)];
    let (me, last_read) = (ana(), PartId::from("1"));
    let options = Options { unread_after: Some(&last_read), ..options(&me) };
    assert_eq!(sketch(&items(&parts, &[], &options)), "2026-01-10 [1] 2026-01-11 -- [2]");
}

#[test]
fn customers_see_what_is_public_and_nothing_hints_at_the_rest() {
    let parts = [says("1", ben(), 0), notes("2", ben(), DAY), says("3", ben(), 2 * DAY)];
    let (me, last_read) = (ana(), PartId::from("2"));
    let options = Options { public_only: true, unread_after: Some(&last_read), ..options(&me) };
    assert_eq!(sketch(&items(&parts, &[], &options)), "2026-01-10 [1] 2026-01-12 -- [3]");
}

#[test]
fn pending_messages_follow_in_their_own_order() {
    let me = ana();
    let parts = [says("1", ana(), 0), sent_by("k1", says("2", ana(), SECOND))];
    // k1 is a part already; the clock of k3 is an hour and a day slow.
    let pending = [pending("k1", 0), pending("k2", 2 * SECOND), pending("k3", -DAY)];
    let list = items(&parts, &pending, &options(&me));
    assert_eq!(sketch(&list), "2026-01-10 [1 2 ~k2 ~k3]");
}

#[test]
fn a_message_keeps_its_key_when_it_becomes_a_part() {
    let me = ana();
    let before = items(&[], &[pending("k1", 0)], &options(&me));
    let part = sent_by("k1", says("1", ana(), 5));
    let after = items(&[part], &[pending("k1", 0)], &options(&me));
    let keys = |items: &[Item]| items.iter().map(Item::key).collect::<Vec<_>>();
    assert_eq!(keys(&before), keys(&after));
    assert!(matches!(after[1], Item::Part { .. }));
}

#[test]
fn the_state_of_a_message_is_the_best_that_is_known() {
    let state = |me: Participant, delivery: Option<Delivery>, receipts: &[ReadReceipt]| {
        let mut message = says("2", me.clone(), 1);
        Arc::make_mut(&mut message).delivery = delivery;
        let parts = [says("1", me.clone(), 0), message, notes("3", ben(), 2)];
        let options = Options { receipts, ..options(&me) };
        items(&parts, &[], &options).into_iter().find_map(|item| match item {
            Item::Part { part, state, .. } if part.id == "2".into() => state,
            _ => None,
        })
    };
    let failed = Delivery::Failed { code: "blocked".into() };
    for (delivery, receipts, expected) in [
        (None, vec![], MessageState::Sent),
        (Some(Delivery::Created), vec![], MessageState::Sent),
        (Some(Delivery::Sent), vec![], MessageState::Sent),
        (Some(Delivery::Delivered), vec![], MessageState::Delivered),
        (Some(Delivery::Read), vec![], MessageState::Read),
        (None, vec![receipt(&ben(), "1")], MessageState::Sent),
        (None, vec![receipt(&ben(), "2")], MessageState::Read),
        (None, vec![receipt(&ben(), "1"), receipt(&zoe(), "3")], MessageState::Read),
        (Some(Delivery::Delivered), vec![receipt(&ben(), "3")], MessageState::Read),
        (None, vec![receipt(&ana(), "3")], MessageState::Sent),
        (None, vec![receipt(&ben(), "elsewhere")], MessageState::Sent),
        (Some(failed), vec![receipt(&ben(), "3")], MessageState::Failed { code: "blocked".into() }),
    ] {
        assert_eq!(state(ana(), delivery.clone(), &receipts), Some(expected), "{delivery:?}");
    }
    // To an agent it is the contact's receipt that counts, and not a colleague's.
    assert_eq!(state(ben(), None, &[receipt(&zoe(), "3")]), Some(MessageState::Sent));
    assert_eq!(state(ben(), None, &[receipt(&ana(), "3")]), Some(MessageState::Read));
}

#[test]
fn mine_and_our_side() {
    let check = |me: Participant, expected: [(bool, bool, bool); 4]| {
        let parts =
            [says("1", ana(), 0), says("2", ben(), 1), says("3", zoe(), 2), notes("4", ben(), 3)];
        let sides: Vec<_> = items(&parts, &[], &options(&me))
            .into_iter()
            .filter_map(|item| match item {
                Item::Part { mine, own_side, state, .. } => Some((mine, own_side, state.is_some())),
                _ => None,
            })
            .collect();
        assert_eq!(sides, expected);
    };
    let (mine, ours, note, theirs) =
        ((true, true, true), (false, true, true), (true, true, false), (false, false, false));
    check(ana(), [mine, theirs, theirs, theirs]);
    check(ben(), [theirs, mine, ours, note]);
}

#[test]
fn unread_is_what_others_have_said_since() {
    let check = |parts: &[Arc<Part>], last_read: Option<&str>, expected: u32| {
        let last_read = last_read.map(PartId::from);
        assert_eq!(unread_count(parts, last_read.as_ref(), &ana()), expected, "{last_read:?}");
    };
    let parts = [says("1", ben(), 0), closes("2", 1), notes("3", ben(), 2), says("4", ben(), 3)];
    check(&parts, None, 2);
    check(&parts, Some("1"), 1);
    check(&parts, Some("3"), 1);
    check(&parts, Some("4"), 0);
    // A receipt that cannot be placed: what came after one's own last word.
    check(&parts, Some("elsewhere"), 2);
    let answered = [says("1", ben(), 0), says("2", ana(), 1), says("3", ben(), 2)];
    check(&answered, Some("elsewhere"), 1);
    check(&answered, None, 1);
    check(&answered, Some("1"), 1);
    check(&[], None, 0);
}

#[test]
fn the_later_change_wins_and_ties_go_to_what_arrives() {
    let version = |text: &str, changed: i64| {
        let mut part = says("1", ana(), 0);
        let new = Arc::make_mut(&mut part);
        new.body = PartBody::Message(Message::text(text));
        new.updated_at = NOON.plus(changed);
        part
    };
    let check = |known: (&str, i64), incoming: (&str, i64), expected: &str| {
        let merged = merge(&[version(known.0, known.1)], &[version(incoming.0, incoming.1)]);
        assert_eq!(merged.len(), 1);
        assert_eq!(merged[0].markdown(), Some(expected));
    };
    check(("old", 0), ("new", 1), "new");
    check(("new", 1), ("old", 0), "new");
    check(("known", 1), ("incoming", 1), "incoming");
}

#[test]
fn what_was_redacted_does_not_come_back() {
    let mut redacted = says("1", ana(), 0);
    let part = Arc::make_mut(&mut redacted);
    part.redacted = true;
    part.body = PartBody::Message(Message::default());
    let mut edited = says("1", ana(), 0);
    Arc::make_mut(&mut edited).updated_at = NOON.plus(9);
    let (redacted, edited) = ([redacted], [edited]);
    for merged in [merge(&redacted, &edited), merge(&edited, &redacted)] {
        assert!(merged[0].redacted && merged[0].contents().is_empty());
    }
}

#[test]
fn a_command_makes_one_message() {
    let stand_in = PartId::provisional(&"k1".into());
    let mine = sent_by("k1", says(stand_in.as_str(), ana(), 0));
    let real = sent_by("k1", says("7", ana(), 3));
    let (mine, real) = ([mine], [real]);
    assert_eq!(merge(&mine, &real), real);
    assert_eq!(merge(&real, &mine), real);
    // A source that does not say which command it was does not make it forgotten.
    assert_eq!(merge(&real, &[says("7", ana(), 3)]), real);
    // The copy that counts says which it was, if both do.
    let other = [sent_by("k2", says("7", ana(), 3))];
    assert_eq!(merge(&real, &other), other);
}

/// Copies of a few parts, changed at different times.
fn copies() -> impl Strategy<Value = Vec<Arc<Part>>> {
    let copy = (0..8_i64, 0..6_i64, 0..4_u8).prop_map(|(id, changed, command)| {
        let mut copy = says(&id.to_string(), ana(), id % 5);
        let part = Arc::make_mut(&mut copy);
        part.updated_at = NOON.plus(changed);
        part.body = PartBody::Message(Message::text(changed.to_string()));
        // A command belongs to one part, though a copy may not say so.
        part.command_id = (command == 0).then(|| CommandId::new(format!("k{id}")));
        copy
    });
    prop::collection::vec(copy, 0..12)
}

proptest! {
    #[test]
    fn merging_is_the_same_whatever_the_order(one in copies(), two in copies(), three in copies()) {
        let left = merge(&merge(&one, &two), &three);
        prop_assert_eq!(&left, &merge(&one, &merge(&two, &three)));
        prop_assert_eq!(&left, &merge(&merge(&three, &two), &one));
        prop_assert_eq!(&left, &merge(&left, &one));
        prop_assert!(left.windows(2).all(|two| two[0].order_key() < two[1].order_key()));
    }

    /// Every pending message and every part is shown once, and no key twice.
    #[test]
    fn keys_are_unique(
        one in copies(),
        two in copies(),
        waiting in prop::collection::vec((0..10_u8, -2 * DAY..2 * DAY), 0..6),
        offset_minutes in -720..840_i32,
        unread_after in 0..8_u8,
        public_only: bool,
    ) {
        let parts = merge(&one, &two);
        let waiting: Vec<_> =
            waiting.into_iter().map(|(id, at)| pending(&format!("k{id}"), at)).collect();
        let (me, unread_after) = (ben(), PartId::new(unread_after.to_string()));
        let options = Options {
            offset_minutes, unread_after: Some(&unread_after), public_only, ..options(&me)
        };
        let items = items(&parts, &waiting, &options);
        let keys: std::collections::BTreeSet<_> = items.iter().map(Item::key).collect();
        prop_assert_eq!(keys.len(), items.len());
        for part in &parts {
            let shown = items.iter().any(|item| matches!(item, Item::Part { part: one, .. } if one == part));
            prop_assert!(shown);
        }
        for pending in &waiting {
            prop_assert!(keys.contains(&ItemKey::Command(pending.command_id.clone())));
        }
    }
}
