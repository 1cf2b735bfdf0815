//! The JSON form.

use proptest::prelude::*;

use super::*;
use crate::conversation::{Channel, Priority, State};

/// Any condition, of few values, so that the same come often.
pub(super) fn condition() -> impl Strategy<Value = Condition> {
    let flag = any::<bool>;
    let ids = || prop::collection::vec(prop_oneof![Just("a"), Just("b"), Just("c")], 0..3);
    let states = prop_oneof![
        Just(State::Open),
        Just(State::Pending),
        Just(State::Snoozed),
        Just(State::Closed)
    ];
    let channels = prop_oneof![
        Just(Channel::Web),
        Just(Channel::Email),
        Just(Channel::Unknown),
        Just(Channel::Other("fax".into()))
    ];
    let priorities =
        prop_oneof![Just(Priority::None), Just(Priority::High), Just(Priority::Urgent)];
    let assignee = prop_oneof![
        Just(Assignee::Me),
        Just(Assignee::Anyone),
        Just(Assignee::Nobody),
        Just(Assignee::Somebody),
        Just(Assignee::Agent("me".into())),
        Just(Assignee::Agent("x".into())),
    ];
    let tags = |ids: Vec<&str>| ids.into_iter().map(Into::into).collect::<Vec<_>>();
    prop_oneof![
        prop::collection::vec(states, 0..3).prop_map(Condition::State),
        assignee.prop_map(Condition::Assignee),
        prop_oneof![Just(None), Just(Some("t1".into())), Just(Some("t2".into()))]
            .prop_map(Condition::Team),
        ids().prop_map(move |ids| Condition::Tags(TagRule::AnyOf(tags(ids)))),
        ids().prop_map(move |ids| Condition::Tags(TagRule::AllOf(tags(ids)))),
        ids().prop_map(move |ids| Condition::Tags(TagRule::NoneOf(tags(ids)))),
        prop::collection::vec(channels, 0..3).prop_map(Condition::Channel),
        prop::collection::vec(priorities, 0..3).prop_map(Condition::Priority),
        flag().prop_map(Condition::Unread),
        flag().prop_map(Condition::Starred),
        flag().prop_map(Condition::Archived),
        flag().prop_map(Condition::Overdue),
        prop_oneof![Just("Été"), Just("ete 12"), Just("x")]
            .prop_map(|text| Condition::Text(text.to_owned())),
        prop_oneof![
            Just(Condition::Other("plan".into(), Json::Text("pro".into()))),
            Just(Condition::Other("archived".into(), Json::Number("7".into()))),
        ],
    ]
}

/// Any filter of up to a few levels.
pub(super) fn filter() -> impl Strategy<Value = Filter> {
    condition().prop_map(Filter::Is).prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Filter::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Filter::Any),
            inner.prop_map(Filter::negated),
        ]
    })
}

fn read(json: &str) -> Filter {
    serde_json::from_str(json).unwrap()
}

fn check(filter: &Filter, json: &str) {
    assert_eq!(serde_json::to_string(filter).unwrap(), json);
    assert_eq!(read(json), *filter, "{json}");
}

#[test]
fn each_node_has_its_form() {
    let is = |condition: Condition| Filter::from(condition);
    check(&Filter::default(), "{}");
    check(&is(Condition::Archived(false)), r#"{"archived":false}"#);
    check(
        &is(Condition::Archived(false)).and(Condition::Unread(true)),
        r#"{"archived":false,"unread":true}"#,
    );
    let twice = Filter::default().and(Condition::Unread(true)).and(Condition::Unread(true));
    check(&twice, r#"{"all":[{"unread":true}]}"#);
    check(
        &is(Condition::Unread(true)).and(Condition::Starred(true)).and(Condition::Archived(true)),
        r#"{"archived":true,"starred":true,"unread":true}"#,
    );
    check(&Filter::all([is(Condition::Starred(true))]), r#"{"all":[{"starred":true}]}"#);
    check(&Filter::any([]), r#"{"any":[]}"#);
    check(&is(Condition::Overdue(true)).negated(), r#"{"not":{"overdue":true}}"#);
    check(&Assignee::Me.into(), r#"{"scope":"mine"}"#);
    check(&Assignee::Anyone.into(), r#"{"scope":"team"}"#);
    check(&Assignee::Nobody.into(), r#"{"assigned_to":null}"#);
    check(&Assignee::Somebody.into(), r#"{"assigned":true}"#);
    check(&Assignee::Agent("a1".into()).into(), r#"{"assigned_to":"a1"}"#);
    check(&is(Condition::Team(None)), r#"{"team":null}"#);
    check(&is(Condition::Team(Some("t1".into()))), r#"{"team":"t1"}"#);
    check(&is(Condition::Tags(TagRule::AnyOf(vec!["a".into()]))), r#"{"tags_any":["a"]}"#);
    check(&is(Condition::Tags(TagRule::AllOf(vec!["a".into()]))), r#"{"tags_all":["a"]}"#);
    check(&is(Condition::Tags(TagRule::NoneOf(vec!["a".into()]))), r#"{"tags_none":["a"]}"#);
    check(&is(Condition::Text("a b".into())), r#"{"text":"a b"}"#);
    check(&is(Condition::Other("plan".into(), Json::List(vec![Json::Null]))), r#"{"plan":[null]}"#);
    // Two of a name cannot be members of one object, nor can what would be read differently there.
    let two = [is(Condition::Starred(true)), is(Condition::Starred(true))];
    check(&Filter::all(two), r#"{"all":[{"starred":true},{"starred":true}]}"#);
    let back = [is(Condition::Unread(true)), is(Condition::Archived(true))];
    check(&Filter::all(back), r#"{"all":[{"unread":true},{"archived":true}]}"#);
    let both = [Filter::from(Assignee::Nobody), Assignee::Me.into()];
    check(&Filter::all(both), r#"{"all":[{"assigned_to":null},{"scope":"mine"}]}"#);
    let nested = [Filter::default(), is(Condition::Unread(true))];
    check(&Filter::all(nested), r#"{"all":[{},{"unread":true}]}"#);
}

/// The words are those by which these values travel elsewhere.
#[test]
fn values_have_the_words_that_they_have_everywhere() {
    let states = [State::Open, State::Pending, State::Snoozed, State::Closed];
    let priorities =
        [Priority::None, Priority::Low, Priority::Normal, Priority::High, Priority::Urgent];
    let channels = [
        Channel::Web,
        Channel::Android,
        Channel::Ios,
        Channel::Email,
        Channel::Sms,
        Channel::Whatsapp,
        Channel::Phone,
        Channel::Unknown,
        Channel::Other("fax".into()),
    ];
    let json =
        |value: &dyn Fn() -> serde_json::Value, name: &str| format!(r#"{{"{name}":{}}}"#, value());
    check(
        &Condition::State(states.into()).into(),
        &json(&|| serde_json::to_value(states).unwrap(), "state"),
    );
    check(
        &Condition::Priority(priorities.into()).into(),
        &json(&|| serde_json::to_value(priorities).unwrap(), "priority"),
    );
    check(
        &Condition::Channel(channels.to_vec()).into(),
        &json(&|| serde_json::to_value(&channels).unwrap(), "channel"),
    );
    for channel in &channels {
        assert_eq!(serde_json::to_value(channel).unwrap(), channel_word(channel));
    }
}

/// What the CRM's contract names, and what was stored before filters were trees.
#[test]
fn the_plain_form_of_a_view_reads_as_it_always_did() {
    let own = |json: &str, filter: Filter| assert_eq!(read(json), filter, "{json}");
    own(
        r#"{"unread":true,"scope":"mine","archived":false}"#,
        Filter::from(Condition::Archived(false)).and(Assignee::Me).and(Condition::Unread(true)),
    );
    own(r#"{"assigned":false}"#, Assignee::Nobody.into());
    own(r#"{"archived":true,"archived":false}"#, Condition::Archived(false).into());
    // Where both are given, of whom counts, and the other is kept.
    let scope = Condition::Other("scope".into(), Json::Text("mine".into()));
    check(
        &Filter::from(Assignee::Nobody).and(scope.clone()),
        r#"{"assigned_to":null,"scope":"mine"}"#,
    );
    let more = Filter::from(Assignee::Agent("x".into())).and(scope).and(Condition::Archived(false));
    check(&more, r#"{"archived":false,"assigned_to":"x","scope":"mine"}"#);
    // Of nobody who can be read, whose counts.
    own(
        r#"{"assigned_to":7,"scope":"mine"}"#,
        Filter::from(Condition::Other("assigned_to".into(), Json::Number("7".into())))
            .and(Assignee::Me),
    );
}

#[test]
fn what_cannot_be_read_is_kept() {
    for json in [
        r#"{"scope":"everything"}"#,
        r#"{"scope":7}"#,
        r#"{"state":"open"}"#,
        r#"{"state":["open","lost"]}"#,
        r#"{"state":[7]}"#,
        r#"{"priority":["worst"]}"#,
        r#"{"channel":"web"}"#,
        r#"{"tags_any":[null]}"#,
        r#"{"tags_all":{}}"#,
        r#"{"tags_none":7}"#,
        r#"{"unread":"yes"}"#,
        r#"{"starred":null}"#,
        r#"{"archived":1}"#,
        r#"{"overdue":[]}"#,
        r#"{"assigned":null}"#,
        r#"{"team":7}"#,
        r#"{"text":["a"]}"#,
        r#"{"any":{"starred":true}}"#,
        r#"{"any":[{"starred":true},7]}"#,
        r#"{"all":null}"#,
        r#"{"not":[]}"#,
        r#"{"plan":["pro",7,null,{"a":true}]}"#,
    ] {
        let filter = read(json);
        assert!(matches!(filter, Filter::Is(Condition::Other(..))), "{json}");
        check(&filter, json);
    }
    for nothing in ["7", "[]", "null", r#""mine""#] {
        assert!(serde_json::from_str::<Filter>(nothing).is_err(), "{nothing}");
    }
}

#[test]
fn a_view_is_stored_with_its_filter_and_an_order_of_its_own() {
    let view = View { sort: Sort { by: SortKey::SlaDue, descending: false }, ..own("a", "A", 3) };
    let json = serde_json::to_string(&view).unwrap();
    assert_eq!(
        json,
        r#"{"id":"a","name":"A","system":false,"position":3,"filters":{"overdue":true},"sort":{"by":"sla_due","descending":false}}"#
    );
    assert_eq!(serde_json::from_str::<View>(&json).unwrap(), view);
    let plain = serde_json::from_str::<View>(r#"{"id":"a","name":"A"}"#).unwrap();
    assert_eq!((plain.filter, plain.sort), (Filter::default(), Sort::default()));
}

#[test]
fn ids_can_be_exchanged_wherever_they_stand() {
    let mut filter = read(r#"{"any":[{"assigned_to":"a"},{"not":{"all":[{"assigned_to":"b"}]}}]}"#);
    filter.conditions_mut(&mut |condition| {
        if let Condition::Assignee(Assignee::Agent(agent)) = condition {
            *agent = agent.as_str().to_uppercase().into();
        }
    });
    check(&filter, r#"{"any":[{"assigned_to":"A"},{"not":{"all":[{"assigned_to":"B"}]}}]}"#);
    assert_eq!(filter.conditions().len(), 2);
}

proptest! {
    #[test]
    fn a_filter_comes_back_as_it_was(filter in filter()) {
        let json = serde_json::to_string(&filter).unwrap();
        prop_assert_eq!(&read(&json), &filter);
        // Also from a store that sorts members.
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::from_value::<Filter>(value).unwrap(), filter);
    }

    #[test]
    fn any_object_is_a_filter_that_is_kept(json in "\\{(\"[a-z_]{1,9}\":(true|7|null|\"x\"|\\[\\]|\\{\\}),){0,3}\"state\":\\[\\]\\}") {
        let filter = read(&json);
        let written = serde_json::to_string(&filter).unwrap();
        prop_assert_eq!(read(&written), filter);
    }
}
