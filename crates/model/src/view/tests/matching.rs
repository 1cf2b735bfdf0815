//! What filters show.

use proptest::prelude::*;

use super::forms::{condition, filter};
use super::*;
use crate::conversation::{Channel, Priority, Source, State};
use crate::tag::Tag;

fn one(change: impl FnOnce(&mut Conversation)) -> Conversation {
    let mut one = Conversation::new("c1".into(), NOW);
    change(&mut one);
    one
}

fn check(condition: Condition, shown: bool, change: impl FnOnce(&mut Conversation)) {
    let (one, me) = (one(change), me());
    let filter = Filter::from(condition);
    assert_eq!(filter.matches(&one, Some(&me), NOW), shown, "{filter:?}");
    assert_eq!(filter.clone().negated().matches(&one, Some(&me), NOW), !shown, "not {filter:?}");
}

#[test]
fn each_condition_says_yes_and_no() {
    let states = || Condition::State(vec![State::Open, State::Closed]);
    check(states(), true, |_| {});
    check(states(), true, |one| one.state = State::Closed);
    check(states(), false, |one| one.state = State::Pending);
    check(states(), false, |one| one.state = State::Snoozed);
    let until = |millis: i64| {
        move |one: &mut Conversation| {
            one.state = State::Snoozed;
            one.snoozed_until = Some(NOW.plus(millis));
        }
    };
    check(states(), false, until(1));
    check(states(), true, until(0));
    check(states(), true, until(-1));
    check(Condition::State(vec![State::Snoozed]), true, until(1));
    check(Condition::State(vec![State::Snoozed]), false, until(0));
    check(Condition::State(vec![State::Pending]), true, |one| {
        until(-1)(one);
        one.state = State::Pending;
    });

    let of = |id: &'static str| move |one: &mut Conversation| one.assignee = Some(id.into());
    check(Condition::Assignee(Assignee::Me), true, of("me"));
    check(Condition::Assignee(Assignee::Me), false, of("x"));
    check(Condition::Assignee(Assignee::Me), false, |_| {});
    check(Condition::Assignee(Assignee::Nobody), true, |_| {});
    check(Condition::Assignee(Assignee::Nobody), false, of("x"));
    check(Condition::Assignee(Assignee::Somebody), true, of("x"));
    check(Condition::Assignee(Assignee::Somebody), false, |_| {});
    check(Condition::Assignee(Assignee::Agent("x".into())), true, of("x"));
    check(Condition::Assignee(Assignee::Agent("x".into())), false, of("me"));
    check(Condition::Assignee(Assignee::Anyone), true, |_| {});

    let team = |one: &mut Conversation| one.team = Some("t1".into());
    check(Condition::Team(Some("t1".into())), true, team);
    check(Condition::Team(Some("t2".into())), false, team);
    check(Condition::Team(None), false, team);
    check(Condition::Team(None), true, |_| {});

    let tags = |one: &mut Conversation| {
        one.tags = vec![
            Tag { id: "a".into(), name: "A".into() },
            Tag { id: "b".into(), name: "B".into() },
        ];
    };
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).into()).collect::<Vec<_>>();
    check(Condition::Tags(TagRule::AnyOf(ids(&["x", "b"]))), true, tags);
    check(Condition::Tags(TagRule::AnyOf(ids(&["x"]))), false, tags);
    check(Condition::Tags(TagRule::AnyOf(Vec::new())), false, tags);
    check(Condition::Tags(TagRule::AllOf(ids(&["a", "b"]))), true, tags);
    check(Condition::Tags(TagRule::AllOf(ids(&["a", "x"]))), false, tags);
    check(Condition::Tags(TagRule::NoneOf(ids(&["x"]))), true, tags);
    check(Condition::Tags(TagRule::NoneOf(ids(&["x", "a"]))), false, tags);

    let by = |channel| {
        move |one: &mut Conversation| one.source = Some(Source { channel, ..Source::default() })
    };
    let channels = || Condition::Channel(vec![Channel::Email, Channel::Other("fax".into())]);
    check(channels(), true, by(Channel::Email));
    check(channels(), true, by(Channel::Other("fax".into())));
    check(channels(), false, by(Channel::Sms));
    check(channels(), false, |_| {});
    check(Condition::Channel(vec![Channel::Web]), true, |_| {});
    check(Condition::Priority(vec![Priority::High]), true, |one| one.priority = Priority::High);
    check(Condition::Priority(vec![Priority::High]), false, |one| one.priority = Priority::Urgent);

    check(Condition::Unread(true), true, |one| one.unread = Some(1));
    check(Condition::Unread(true), false, |one| one.unread = Some(0));
    check(Condition::Unread(true), false, |_| {});
    let marked = |by: &'static str| {
        move |one: &mut Conversation| one.handling.marked_unread_by = vec![by.into()]
    };
    check(Condition::Unread(true), true, marked("me"));
    check(Condition::Unread(false), false, marked("me"));
    check(Condition::Unread(true), false, marked("x"));
    check(Condition::Starred(true), true, |one| one.handling.starred = true);
    check(Condition::Starred(false), true, |_| {});
    check(Condition::Archived(true), true, |one| one.handling.archived = true);
    check(Condition::Archived(true), false, |_| {});
    let due = |millis: i64| {
        move |one: &mut Conversation| {
            one.handling.sla.first_response_due_at = Some(NOW.plus(millis));
        }
    };
    check(Condition::Overdue(true), true, due(0));
    check(Condition::Overdue(true), false, due(1));
    check(Condition::Overdue(false), true, |_| {});
    check(Condition::Text("remise".into()), true, |one| one.title = Some("Remisé".into()));
    check(Condition::Text("remise x".into()), false, |one| one.title = Some("Remisé".into()));
}

#[test]
fn nobody_in_particular_has_no_conversations_of_their_own() {
    let one = one(|one| one.assignee = Some("x".into()));
    let mine = Filter::from(Assignee::Me);
    assert!(mine.matches(&one, None, NOW) && mine.negated().matches(&one, None, NOW));
}

/// Unknown is neither yes nor no, as in SQL.
#[test]
fn what_nobody_knows_hides_nothing() {
    let (yes, no) = (Filter::default(), Filter::any([]));
    let unknown = || Filter::from(Condition::Other("plan".into(), Json::Null));
    let one = one(|_| {});
    let check = |filter: Filter, shown: bool| {
        assert_eq!(filter.matches(&one, None, NOW), shown, "{filter:?}");
    };
    check(yes.clone(), true);
    check(no.clone(), false);
    check(unknown(), true);
    check(unknown().negated(), true);
    check(Filter::all([unknown(), yes.clone()]), true);
    check(Filter::all([unknown(), yes.clone()]).negated(), true);
    check(Filter::all([unknown(), no.clone()]), false);
    check(Filter::all([no.clone(), unknown()]), false);
    check(Filter::all([unknown(), no.clone()]).negated(), true);
    check(Filter::any([unknown(), no.clone()]), true);
    check(Filter::any([no.clone(), unknown()]).negated(), true);
    check(Filter::any([unknown(), yes.clone()]).negated(), false);
    check(Filter::any([yes, unknown()]).negated(), false);
    check(Filter::any([no.clone(), no]), false);
}

#[test]
fn time_matters_to_some_conditions() {
    let follows = |json: &str| serde_json::from_str::<Filter>(json).unwrap().follows_time();
    assert!(follows(r#"{"overdue":false}"#) && follows(r#"{"not":{"any":[{"state":["open"]}]}}"#));
    assert!(!follows("{}") && !follows(r#"{"unread":true,"archived":false}"#));
    let check = |state: State, back: Option<i64>, due: Option<i64>, next: Option<i64>| {
        let one = one(|one| {
            one.state = state;
            one.snoozed_until = back.map(|millis| NOW.plus(millis));
            one.handling.sla.first_response_due_at = due.map(|millis| NOW.plus(millis));
        });
        assert_eq!(one.next_turn(NOW), next.map(|millis| NOW.plus(millis)));
    };
    check(State::Snoozed, Some(2), Some(1), Some(1));
    check(State::Snoozed, Some(2), Some(3), Some(2));
    check(State::Snoozed, Some(0), Some(-1), None);
    check(State::Snoozed, Some(1), None, Some(1));
    check(State::Open, Some(1), None, None);
    check(State::Open, None, Some(1), Some(1));
    check(State::Closed, None, Some(1), None);
}

#[test]
fn lists_are_asked_for_what_every_shown_conversation_is() {
    let check = |json: &str, needs: Needs| {
        let filter: Filter = serde_json::from_str(json).unwrap();
        assert_eq!(filter.needs(Some(&me())), needs, "{json}");
    };
    let none = Needs::default;
    check("{}", none());
    check(
        r#"{"archived":false,"overdue":true,"starred":true,"unread":false}"#,
        Needs {
            archived: Some(false),
            overdue: Some(true),
            starred: Some(true),
            unread: Some(false),
            ..none()
        },
    );
    check(r#"{"scope":"mine"}"#, Needs { assignee: Some(Some(me())), ..none() });
    check(r#"{"scope":"team"}"#, none());
    check(r#"{"assigned":true}"#, none());
    check(r#"{"assigned_to":null}"#, Needs { assignee: Some(None), ..none() });
    check(r#"{"assigned_to":"x"}"#, Needs { assignee: Some(Some("x".into())), ..none() });
    check(r#"{"state":["closed"]}"#, Needs { state: Some(State::Closed), ..none() });
    check(r#"{"state":["open","closed"]}"#, none());
    check(r#"{"tags_all":["a","b"]}"#, Needs { tags: vec!["a".into(), "b".into()], ..none() });
    check(r#"{"tags_any":["a"]}"#, none());
    check(r#"{"any":[{"starred":true}]}"#, Needs { starred: Some(true), ..none() });
    check(r#"{"any":[{"starred":true},{"unread":true}]}"#, none());
    check(r#"{"not":{"starred":true}}"#, none());
    check(
        r#"{"all":[{"all":[{"starred":true}]},{"starred":false},{"unread":true}]}"#,
        Needs { starred: Some(true), unread: Some(true), ..none() },
    );
    let mine = Filter::from(Assignee::Me);
    assert_eq!(mine.needs(None), none());
}

/// Any conversation that differs in what filters ask for.
pub(super) fn conversation() -> impl Strategy<Value = Conversation> {
    let instant = || prop::option::of((-3..4_i64).prop_map(|millis| NOW.plus(millis)));
    let states = prop_oneof![
        Just(State::Open),
        Just(State::Pending),
        Just(State::Snoozed),
        Just(State::Closed)
    ];
    let who = prop_oneof![Just(None), Just(Some("me")), Just(Some("x"))];
    let tags = prop::sample::subsequence(vec!["a", "b", "c"], 0..=3);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), 0..2_u32);
    (states, who, tags, flags, instant(), instant(), 0..3_u8).prop_map(
        |(state, who, tags, (starred, archived, marked, unread), back, due, kind)| {
            one(|one| {
                one.state = state;
                one.assignee = who.map(Into::into);
                one.tags = tags
                    .into_iter()
                    .map(|id| Tag { id: id.into(), name: format!("Tag {id}") })
                    .collect();
                one.unread = Some(unread);
                one.snoozed_until = back;
                one.handling.starred = starred;
                one.handling.archived = archived;
                one.handling.marked_unread_by = marked.then(me).into_iter().collect();
                one.handling.sla.first_response_due_at = due;
                one.priority = if kind == 0 { Priority::None } else { Priority::High };
                one.team = (kind == 1).then(|| "t1".into());
                one.title = (kind == 2).then(|| "Été 12".to_owned());
            })
        },
    )
}

proptest! {
    #[test]
    fn what_is_shown_has_what_is_needed(filter in filter(), one in conversation()) {
        let me = me();
        if filter.matches(&one, Some(&me), NOW) {
            let needs = filter.needs(Some(&me));
            prop_assert!(needs.state.is_none_or(|state| one.state_at(NOW) == state));
            prop_assert!(needs.assignee.is_none_or(|who| one.assignee == who));
            prop_assert!(needs.unread.is_none_or(|is| one.is_unread_by(Some(&me)) == is));
            prop_assert!(needs.starred.is_none_or(|is| one.handling.starred == is));
            prop_assert!(needs.archived.is_none_or(|is| one.handling.archived == is));
            prop_assert!(needs.overdue.is_none_or(|is| one.is_overdue_at(NOW) == is));
            for id in needs.tags {
                prop_assert!(one.tags.iter().any(|tag| tag.id == id));
            }
        }
    }

    #[test]
    fn and_or_and_not_are_what_they_are(
        (a, b) in (condition(), condition()),
        one in conversation(),
    ) {
        let me = me();
        let known = |one: &Condition| !matches!(one, Condition::Other(..));
        prop_assume!(known(&a) && known(&b));
        let (a, b) = (Filter::from(a), Filter::from(b));
        let shown = |filter: &Filter| filter.matches(&one, Some(&me), NOW);
        let (is_a, is_b) = (shown(&a), shown(&b));
        prop_assert_eq!(shown(&a.clone().and(b.clone())), is_a && is_b);
        prop_assert_eq!(shown(&Filter::any([a.clone(), b])), is_a || is_b);
        prop_assert_eq!(shown(&a.negated()), !is_a);
    }

    #[test]
    fn between_two_turns_nothing_changes(filter in filter(), one in conversation(), step in 0..8_i64) {
        let me = me();
        let later = NOW.plus(step);
        if one.next_turn(NOW).is_none_or(|turn| later < turn) {
            let at = |now| filter.matches(&one, Some(&me), now);
            prop_assert_eq!(at(NOW), at(later));
        }
    }
}
