//! The views at the desk's side, as an agent uses them.

use inbox_model::view::{Assignee, Condition, Filter, View};
use inbox_model::{Conversation, Event, Part, PartBody};
use inbox_widgets::sync::now;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{press, type_into};
use crate::world::{Desk, customer, desk, desk_on, everything, me, said, talk};

fn one(id: &str) -> Conversation {
    talk(id, vec![said("p1", customer(), "Where is it?", 9)])
}

/// Three conversations: unread, with a star, and put away.
fn three() -> Vec<Conversation> {
    let (mut unread, mut starred, mut away) = (one("c1"), one("c2"), one("c3"));
    unread.unread = Some(2);
    starred.handling.starred = true;
    away.handling.archived = true;
    vec![starred, unread, away]
}

fn own(id: &str, name: &str, filter: Filter) -> View {
    View { id: id.into(), name: name.into(), position: 9, filter, ..View::default() }
}

fn rows(desk: &Desk) -> Vec<String> {
    let all = desk.stage.all(".row").into_iter();
    let mut ids: Vec<_> = all.filter_map(|row| row.get_attribute("data-conv-id")).collect();
    ids.sort();
    ids
}

fn view(desk: &Desk, name: &str) -> HtmlElement {
    let all = desk.stage.all(".view").into_iter();
    let named = |view: &HtmlElement| {
        view.query_selector(".view-name").unwrap().unwrap().text_content().unwrap() == name
    };
    all.into_iter().find(named).unwrap()
}

fn count(desk: &Desk, name: &str) -> String {
    let words = view(desk, name).query_selector(".view-count .visually-hidden").unwrap();
    words.map(|words| words.text_content().unwrap()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn views_show_what_they_count() {
    let stars = own("v1", "My stars", Condition::Starred(true).into());
    let desk = desk_on(everything(), three(), Some(vec![stars])).await;
    desk.until("the counts", |desk| count(desk, "All") == "1 unread of 3").await;
    assert_eq!(count(&desk, "Recents"), "1 unread of 2");
    assert_eq!(count(&desk, "Unread"), "1 unread of 1");
    assert_eq!(count(&desk, "My stars"), "0 unread of 1");
    assert_eq!(count(&desk, "Assigned to me"), "", "nobody counts these");
    assert_eq!(rows(&desk), ["c1", "c2"], "it begins with what came last");
    for (name, wanted) in
        [("All", vec!["c1", "c2", "c3"]), ("My stars", vec!["c2"]), ("Unread", vec!["c1"])]
    {
        view(&desk, name).click();
        desk.until(name, |desk| rows(desk) == wanted).await;
        assert_eq!(view(&desk, name).get_attribute("aria-current").as_deref(), Some("true"));
    }
    let queries = desk.world.queries.borrow();
    let last = queries.last().unwrap();
    assert_eq!((last.unread, last.archived), (Some(true), Some(false)));
}

#[wasm_bindgen_test]
async fn counts_follow_what_happens() {
    let desk = desk_on(everything(), three(), Some(Vec::new())).await;
    desk.until("the counts", |desk| count(desk, "Starred") == "0 unread of 1").await;
    desk.button("Remove the star").click();
    desk.until("the new count", |desk| count(desk, "Starred") == "0 unread of 0").await;
}

#[wasm_bindgen_test]
async fn what_is_shown_becomes_a_view() {
    let desk =
        desk_on(everything(), three(), Some(vec![own("v1", "Late", Filter::default())])).await;
    desk.until("the views", |desk| desk.stage.all(".view-own").len() == 1).await;
    view(&desk, "Assigned to me").click();
    desk.stage.one(".toggle").click();
    desk.button("Save what is shown as a view").click();
    desk.until("the field", |desk| desk.stage.all(".view-field").len() == 1).await;
    let field = desk.field("Name of the view");
    for (name, problem) in
        [(" ", "A view needs a name."), ("late", "There is a view of this name.")]
    {
        type_into(&field, name);
        desk.button("Save").click();
        desk.until(problem, |desk| desk.stage.text(".view-problem") == problem).await;
        assert_eq!(desk.stage.all(".view-own").len(), 1);
    }
    type_into(&field, "Mine, unread");
    desk.button("Save").click();
    desk.until("the new view", |desk| desk.stage.all(".view-own").len() == 2).await;
    let saved = desk.world.views.borrow().as_ref().unwrap().last().unwrap().clone();
    let filter = Filter::from(Condition::Archived(false)).and(Assignee::Me);
    let filter = filter.and(Condition::Unread(true));
    assert_eq!((saved.name.as_str(), saved.filter), ("Mine, unread", filter));
    let new = view(&desk, "Mine, unread");
    assert_eq!(new.get_attribute("aria-current").as_deref(), Some("true"));
    assert!(desk.stage.all(".view-form").is_empty());
}

#[wasm_bindgen_test]
async fn a_view_goes_with_the_second_press() {
    let desk =
        desk_on(everything(), three(), Some(vec![own("v1", "Late", Filter::default())])).await;
    desk.until("the views", |desk| desk.stage.all(".view-own").len() == 1).await;
    view(&desk, "Late").click();
    desk.button("Remove the view Late").click();
    let sure = "Press again to remove the view Late";
    desk.until("the question", |desk| desk.buttons(sure).len() == 1).await;
    press(&desk.button(sure), "Escape", |_| ());
    desk.until("no", |desk| desk.buttons(sure).is_empty()).await;
    desk.button("Remove the view Late").click();
    desk.until("the question", |desk| desk.buttons(sure).len() == 1).await;
    desk.button(sure).click();
    desk.until("it is gone", |desk| desk.stage.all(".view-own").is_empty()).await;
    assert_eq!(desk.world.views.borrow().as_ref().unwrap().len(), 4);
    let now = view(&desk, "Recents").get_attribute("aria-current");
    assert_eq!(now.as_deref(), Some("true"), "who was in it is where they began");
}

#[wasm_bindgen_test]
async fn an_assignment_names_the_team() {
    let event = Event::Assigned { agent: None, team: Some("team1".into()), by: None };
    let part = Part::new("e1".into(), PartBody::Event(event), Some(me()), now());
    let desk = desk(everything(), vec![talk("c1", vec![part])]).await;
    desk.until("the line", |desk| desk.stage.text(".thread").contains("Logistics")).await;
}
