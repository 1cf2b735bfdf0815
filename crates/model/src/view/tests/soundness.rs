//! What can be saved.

use super::*;
use crate::conversation::{Channel, Priority, State};

fn check(filter: impl Into<Filter>, faults: &[(&str, FilterProblem)]) {
    let filter = filter.into();
    let found = filter.faults();
    let found: Vec<_> = found.iter().map(|fault| (fault.path.as_str(), fault.problem)).collect();
    assert_eq!(found, faults, "{filter:?}");
}

fn nested(levels: usize) -> Filter {
    (1..levels).fold(Condition::Unread(true).into(), |filter: Filter, _| filter.negated())
}

#[test]
fn a_filter_is_bounded_in_depth_and_size() {
    check(nested(DEPTH), &[]);
    let way = ["not"; DEPTH].join(".") + ".unread";
    check(nested(DEPTH + 1), &[(&way, FilterProblem::TooDeep)]);
    let way = ["not"; DEPTH + 1].join(".");
    check(nested(DEPTH + 9), &[(&way, FilterProblem::TooDeep)]);
    // What stands together in one object is one level below it.
    let flat = Filter::from(Condition::Archived(true)).and(Condition::Unread(true));
    let flat = |levels: usize| (1..levels).fold(flat.clone(), |filter, _| filter.negated());
    check(flat(DEPTH - 1), &[]);
    assert_eq!(flat(DEPTH).faults().len(), 2);
    let wide = |nodes: usize| Filter::any(vec![Filter::from(Condition::Unread(true)); nodes]);
    check(wide(NODES - 1), &[]);
    check(wide(NODES), &[("", FilterProblem::TooLarge)]);
    let three = Filter::all(vec![wide(NODES / 2 - 1), wide(NODES / 2 - 1).negated()]);
    check(three, &[("", FilterProblem::TooLarge)]);
    let fits = Filter::all(vec![wide(NODES / 2 - 2), wide(NODES / 2 - 2).negated()]);
    check(fits, &[]);
}

#[test]
fn everything_that_is_wrong_is_told_with_its_way() {
    let filter: Filter = serde_json::from_str(
        r#"{"any":[{"state":[]},{"not":{"archived":true,"team":"","text":" "}},{"any":[]}]}"#,
    )
    .unwrap();
    check(
        filter.clone(),
        &[
            ("any[0].state", FilterProblem::Empty),
            ("any[1].not.team", FilterProblem::Value),
            ("any[1].not.text", FilterProblem::Text),
            ("any[2].any", FilterProblem::Empty),
        ],
    );
    assert_eq!(filter.faults()[0].to_string(), "`any[0].state`: it names nothing");
    let all = Filter::all([Filter::any([]), Filter::any([])]);
    check(all, &[("all[0].any", FilterProblem::Empty), ("all[1].any", FilterProblem::Empty)]);
}

#[test]
fn values_are_bounded() {
    use FilterProblem::{Empty, Text, TooDeep, TooLarge, TooManyValues, Value};
    check(Condition::State(vec![State::Open]), &[]);
    check(Condition::State(vec![State::Open; VALUES]), &[]);
    check(Condition::State(vec![State::Open; VALUES + 1]), &[("state", TooManyValues)]);
    check(Condition::Priority(vec![Priority::High; VALUES + 1]), &[("priority", TooManyValues)]);
    check(Condition::Priority(Vec::new()), &[("priority", Empty)]);
    check(Condition::Channel(vec![Channel::Web; VALUES]), &[]);
    check(Condition::Channel(vec![Channel::Web; VALUES + 1]), &[("channel", TooManyValues)]);
    check(Condition::Channel(Vec::new()), &[("channel", Empty)]);
    check(
        Condition::Channel(vec![Channel::Web, Channel::Other(String::new())]),
        &[("channel", Value)],
    );
    for rule in [TagRule::AnyOf, TagRule::AllOf, TagRule::NoneOf] {
        let name = Condition::Tags(rule(Vec::new())).name().to_owned();
        check(Condition::Tags(rule(Vec::new())), &[(&name, Empty)]);
        check(Condition::Tags(rule(vec!["a".into(); VALUES])), &[]);
        check(Condition::Tags(rule(vec!["a".into(); VALUES + 1])), &[(&name, TooManyValues)]);
        check(Condition::Tags(rule(vec!["a".into(), "".into()])), &[(&name, Value)]);
    }
    let (longest, longer) = ("a".repeat(VALUE_BYTES), "a".repeat(VALUE_BYTES + 1));
    check(Condition::Team(None), &[]);
    check(Condition::Team(Some(longest.as_str().into())), &[]);
    check(Condition::Team(Some(longer.as_str().into())), &[("team", Value)]);
    check(Assignee::Agent(longest.as_str().into()), &[]);
    check(Assignee::Agent(longer.as_str().into()), &[("assigned_to", Value)]);
    check(Assignee::Nobody, &[]);
    check(Condition::Text("ä".repeat(TEXT_CHARACTERS)), &[]);
    check(Condition::Text("ä".repeat(TEXT_CHARACTERS + 1)), &[("text", Text)]);
    check(Condition::Text(String::new()), &[("text", Text)]);
    check(Condition::Text("🎉".into()), &[]);
    let other = |json: Json| Condition::Other("plan".into(), json);
    let deep = |levels: usize| (0..levels).fold(Json::Null, |json, _| Json::List(vec![json]));
    check(other(deep(DEPTH)), &[]);
    check(other(deep(DEPTH + 1)), &[("plan", TooDeep)]);
    check(other(Json::List(vec![Json::Null; OTHER_VALUES - 1])), &[]);
    check(other(Json::List(vec![Json::Null; OTHER_VALUES])), &[("plan", TooLarge)]);
}

#[test]
fn problems_have_codes() {
    use FilterProblem::{Empty, Text, TooDeep, TooLarge, TooManyValues, Value};
    let codes = [TooDeep, TooLarge, Empty, TooManyValues, Value, Text].map(FilterProblem::code);
    let expected = [
        "filter_too_deep",
        "filter_too_large",
        "filter_empty",
        "filter_too_many_values",
        "filter_invalid_value",
        "filter_invalid_text",
    ];
    assert_eq!(codes, expected);
    let codes = [
        ViewProblem::Twice(String::new()),
        ViewProblem::Id(String::new()),
        ViewProblem::Name(String::new()),
        ViewProblem::System(String::new()),
        ViewProblem::NotSystem(String::new()),
        ViewProblem::TooMany,
        ViewProblem::Filter { view: String::new(), faults: Vec::new() },
    ];
    let expected = [
        "duplicate_view",
        "invalid_view_id",
        "invalid_view_name",
        "system_view",
        "not_a_system_view",
        "too_many_views",
        "invalid_view_filter",
    ];
    assert_eq!(codes.map(|problem| problem.code()), expected);
}
