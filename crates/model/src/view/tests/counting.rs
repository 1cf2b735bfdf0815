//! Running counts.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::forms::filter;
use super::matching::conversation;
use super::*;
use crate::conversation::State;
use crate::id::ConversationId;

#[derive(Clone, Debug)]
enum Step {
    Put(u8, Box<Conversation>),
    Remove(u8),
    Pass(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..5_u8, conversation()).prop_map(|(id, one)| Step::Put(id, Box::new(one))),
        1 => (0..5_u8).prop_map(Step::Remove),
        2 => (-1..3_i64).prop_map(Step::Pass),
    ]
}

fn recount(
    filter: &Filter,
    all: &BTreeMap<ConversationId, Conversation>,
    now: Timestamp,
) -> ViewCount {
    let me = me();
    let shown = || all.values().filter(|one| filter.matches(one, Some(&me), now));
    let unread = shown().filter(|one| one.is_unread_by(Some(&me))).count();
    ViewCount { unread: unread as u64, total: shown().count() as u64 }
}

proptest! {
    #[test]
    fn running_counts_are_what_a_recount_gives(
        filters in prop::collection::vec(filter(), 1..4),
        steps in prop::collection::vec(step(), 0..30),
    ) {
        let views = filters.iter().enumerate().map(|(at, filter)| (at.to_string(), filter.clone()));
        let mut now = NOW.plus(-4);
        let mut counts = RunningCounts::new(views, Some(me()), now);
        let mut all = BTreeMap::new();
        for step in steps {
            match step {
                Step::Put(id, mut one) => {
                    one.id = id.to_string().into();
                    let old = all.insert(one.id.clone(), (*one).clone());
                    counts.change(old.as_ref(), Some(&one));
                }
                Step::Remove(id) => {
                    let old = all.remove(&ConversationId::from(id.to_string()));
                    counts.change(old.as_ref(), None);
                }
                Step::Pass(millis) => {
                    let turn = counts.next_turn();
                    let later = now.plus(millis);
                    let before: Vec<ViewCount> = counts.all().map(|(_, count)| count).collect();
                    counts.advance(later, |id| all.get(id));
                    now = now.max(later);
                    if turn.is_none_or(|turn| now < turn) {
                        prop_assert!(counts.all().map(|(_, count)| count).eq(before));
                    }
                }
            }
            for (at, filter) in filters.iter().enumerate() {
                let count = recount(filter, &all, now);
                prop_assert_eq!(counts.get(&at.to_string()), Some(count), "{:?}", filter);
            }
            prop_assert!(counts.next_turn().is_none_or(|turn| turn > now));
        }
        // Whoever leaves takes their hour along.
        for one in all.values() {
            counts.change(Some(one), None);
        }
        prop_assert_eq!(counts.next_turn(), None);
    }
}

#[test]
fn a_servers_count_is_taken_and_followed() {
    let unread = Filter::from(Condition::Unread(true));
    let views = [("all".to_owned(), Filter::default()), ("unread".to_owned(), unread)];
    let mut counts = RunningCounts::new(views, None, NOW);
    counts.told("all", ViewCount { unread: 3, total: 50 });
    counts.told("unread", ViewCount { unread: 3, total: 3 });
    counts.told("gone", ViewCount { unread: 1, total: 1 });
    assert_eq!(counts.get("gone"), None);
    let read = Conversation::new("c1".into(), NOW);
    let new = Conversation { unread: Some(2), ..read.clone() };
    counts.change(Some(&new), Some(&read));
    let all: Vec<_> = counts.all().map(|(id, count)| (id, count.unread, count.total)).collect();
    assert_eq!(all, [("all", 2, 50), ("unread", 2, 2)]);
    // What goes out was not in what was told.
    for _ in 0..9 {
        counts.change(Some(&new), None);
    }
    assert_eq!(counts.get("unread"), Some(ViewCount { unread: 0, total: 0 }));
    assert_eq!(counts.get("all"), Some(ViewCount { unread: 0, total: 41 }));
}

#[test]
fn what_a_server_has_counted_is_followed_in_time() {
    let views = [("late".to_owned(), Condition::Overdue(true).into())];
    let mut counts = RunningCounts::new(views, None, NOW);
    counts.told("late", ViewCount { unread: 0, total: 7 });
    let mut one = Conversation::new("c1".into(), NOW);
    one.handling.sla.first_response_due_at = Some(NOW.plus(5));
    counts.follow(&one);
    assert_eq!(counts.get("late").map(|count| count.total), Some(7));
    counts.advance(NOW.plus(5), |_| Some(&one));
    assert_eq!(counts.get("late").map(|count| count.total), Some(8));
}

#[test]
fn time_is_kept_only_where_a_view_follows_it() {
    let mut one = Conversation::new("c1".into(), NOW);
    one.state = State::Snoozed;
    one.snoozed_until = Some(NOW.plus(5));
    one.handling.sla.first_response_due_at = Some(NOW.plus(9));
    let counts = |filter: Filter| {
        let mut counts = RunningCounts::new([("v".to_owned(), filter)], None, NOW);
        counts.change(None, Some(&one));
        counts
    };
    assert_eq!(counts(Condition::Unread(true).into()).next_turn(), None);
    let mut open = counts(Condition::State(vec![State::Open]).into());
    let total = |counts: &RunningCounts| counts.get("v").map(|count| count.total);
    assert_eq!((open.next_turn(), total(&open)), (Some(NOW.plus(5)), Some(0)));
    open.advance(NOW.plus(4), |_| Some(&one));
    assert_eq!((open.next_turn(), total(&open)), (Some(NOW.plus(5)), Some(0)));
    open.advance(NOW.plus(5), |_| Some(&one));
    assert_eq!((open.next_turn(), total(&open)), (Some(NOW.plus(9)), Some(1)));
    // The past does not come back, and who is not known any more is not counted.
    open.advance(NOW, |_| Some(&one));
    open.advance(NOW.plus(9), |_| None);
    assert_eq!((open.next_turn(), total(&open)), (None, Some(1)));
}
