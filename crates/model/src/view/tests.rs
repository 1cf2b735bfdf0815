//! Saving views; the rest is in files of its own.

use super::*;
use crate::conversation::Conversation;
use crate::id::ParticipantId;
use crate::time::Timestamp;

mod counting;
mod forms;
mod matching;
mod soundness;

const NOW: Timestamp = Timestamp::from_millis(1_000_000);

fn me() -> ParticipantId {
    "me".into()
}

fn own(id: &str, name: &str, position: u32) -> View {
    let filter = Condition::Overdue(true).into();
    let sort = Sort::default();
    View { id: id.into(), name: name.into(), system: false, position, filter, sort }
}

fn ids(views: &[View]) -> Vec<&str> {
    views.iter().map(|view| view.id.as_str()).collect()
}

/// Contracts' README, point 18: a system's view that is left out is kept.
#[test]
fn pitfall_18_the_four_stay_whatever_is_left_out() {
    let saved = save(vec![own("late", " Late ", 7), own("vip", "VIP", 2)]).unwrap();
    assert_eq!(ids(&saved), ["unread", "recents", "starred", "all", "vip", "late"]);
    assert_eq!(saved.iter().map(|view| view.position).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
    assert_eq!(saved[5].name, "Late");
    assert_eq!(ids(&save(Vec::new()).unwrap()), ["unread", "recents", "starred", "all"]);
    assert_eq!(complete(Vec::new()), system());
}

#[test]
fn the_four_can_stand_elsewhere() {
    let [unread, recents, starred, all] = system();
    let moved = View { position: 9, filter: Filter::default(), ..unread.clone() };
    let saved = save(vec![own("a", "A", 0), moved, recents, starred, all]).unwrap();
    assert_eq!(ids(&saved), ["a", "recents", "starred", "all", "unread"]);
    assert_eq!(saved[4].filter, unread.filter);
    assert_eq!(save(saved.clone()), Ok(saved));
}

#[test]
fn an_agents_own_views_change_places_among_themselves() {
    let views = complete(vec![own("a", "A", 5), own("b", "B", 6), own("c", "C", 7)]);
    let four = ["unread", "recents", "starred", "all"];
    let check = |id: &str, to: usize, expected: Option<[&str; 3]>| {
        let moved = moved(&views, id, to);
        let places = moved.iter().flatten().map(|view| view.position);
        assert!(places.eq(0..moved.as_ref().map_or(0, |_| 7)));
        let expected = expected.map(|own| [&four[..], &own[..]].concat());
        assert_eq!(moved.as_deref().map(ids), expected, "{id} {to}");
    };
    check("a", 1, Some(["b", "a", "c"]));
    check("a", 9, Some(["b", "c", "a"]));
    check("c", 0, Some(["c", "a", "b"]));
    check("b", 1, None);
    check("unread", 0, None);
    check("nobody", 0, None);
}

#[test]
fn what_cannot_be_saved_is_told() {
    let [unread, ..] = system();
    let check = |views: Vec<View>, problem: ViewProblem| {
        let code = problem.code();
        assert_eq!(save(views), Err(problem), "{code}");
    };
    let renamed = View { name: "Ungelesen".into(), ..unread.clone() };
    check(vec![renamed], ViewProblem::System("unread".into()));
    let filter = Condition::Starred(true).into();
    check(vec![View { filter, ..unread.clone() }], ViewProblem::System("unread".into()));
    check(vec![View { system: false, ..unread }], ViewProblem::System("unread".into()));
    check(vec![View { system: true, ..own("a", "A", 0) }], ViewProblem::NotSystem("a".into()));
    check(vec![own("a", "all", 0)], ViewProblem::Twice("all".into()));
    check(vec![own("a", "A", 0), own("a", "B", 1)], ViewProblem::Twice("B".into()));
    check(vec![own("a", "A", 0), own("b", "a ", 1)], ViewProblem::Twice("a".into()));
    check(vec![own("", "A", 0)], ViewProblem::Id(String::new()));
    check(vec![own("a/b", "A", 0)], ViewProblem::Id("a/b".into()));
    check(vec![own("a", " ", 0)], ViewProblem::Name("a".into()));
    check(vec![own("a", &"ä".repeat(81), 0)], ViewProblem::Name("a".into()));
    let unsound = View { filter: Filter::any([]), ..own("a", "A", 0) };
    let faults = vec![FilterFault { path: "any".into(), problem: FilterProblem::Empty }];
    let problem = ViewProblem::Filter { view: "a".into(), faults };
    let words = "the filter of the view `a` is not sound: `any`: it names nothing";
    assert_eq!(problem.to_string(), words);
    check(vec![unsound], problem);
    let many = (0..97).map(|number| own(&format!("v{number}"), &format!("V{number}"), 0));
    check(many.collect(), ViewProblem::TooMany);
    let many = (0..96).map(|number| own(&format!("v{number}"), &format!("V{number}"), 0));
    assert_eq!(save(many.collect()).map(|views| views.len()), Ok(MOST));
    let named = |id: &str, name: &str| save(vec![own(id, name, 0)]).is_ok();
    assert!(named("a", &"ä".repeat(NAME_CHARACTERS)) && !named(&"a".repeat(65), "A"));
    assert!(named(&"a".repeat(ID_BYTES), "A") && named("a-Z_9", "A"));
}
