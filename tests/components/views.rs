//! The views at the desk's side, as an agent uses them.

use inbox_dialects::Capabilities;
use inbox_model::view::{Assignee, Condition, Filter, View};
use inbox_model::{Conversation, Event, Part, PartBody, Priority, State};
use inbox_widgets::sync::now;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{press, settle, type_into};
use crate::world::{self, Desk, customer, desk, desk_on, everything, me, said, talk};

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
    desk.until("the field", |desk| desk.stage.all(".builder-name").len() == 1).await;
    let field = desk.stage.one(".builder-name");
    for (name, problem) in
        [(" ", "A view needs a name."), ("late", "There is a view of this name.")]
    {
        type_into(&field, name);
        desk.button("Save view").click();
        desk.until(problem, |desk| desk.stage.text("#builder-problem") == problem).await;
        assert_eq!(desk.stage.all(".view-own").len(), 1);
    }
    type_into(&field, "Mine, unread");
    desk.button("Save view").click();
    desk.until("the new view", |desk| desk.stage.all(".view-own").len() == 2).await;
    let saved = desk.world.views.borrow().as_ref().unwrap().last().unwrap().clone();
    let filter = Filter::from(Condition::Archived(false)).and(Assignee::Me);
    let filter = filter.and(Condition::Unread(true)).and(Condition::State(vec![State::Open]));
    assert_eq!((saved.name.as_str(), saved.filter), ("Mine, unread", filter));
    let new = view(&desk, "Mine, unread");
    assert_eq!(new.get_attribute("aria-current").as_deref(), Some("true"));
    assert!(desk.stage.all("dialog").is_empty());
}

fn order(desk: &Desk) -> Vec<String> {
    let all = desk.stage.all(".views .view-own .view-name").into_iter();
    all.map(|name| name.text_content().unwrap()).collect()
}

/// Chooses in a line of the builder: which of its choices, and the label of what is chosen.
fn choose(desk: &Desk, line: usize, at: usize, label: &str) {
    let lines = desk.stage.all(".rule");
    let selects = lines[line].query_selector_all("select").unwrap();
    let select: HtmlElement = selects.item(u32::try_from(at).unwrap()).unwrap().unchecked_into();
    let options = select.query_selector_all("option").unwrap();
    let options = (0..options.length()).map(|at| options.item(at).unwrap());
    let labels: Vec<String> = options.map(|option| option.text_content().unwrap()).collect();
    let place = labels.iter().position(|one| one == label);
    assert!(place.is_some(), "{label} in {labels:?}");
    let place = u32::try_from(place.unwrap()).unwrap();
    js_sys::Reflect::set(&select, &"selectedIndex".into(), &place.into()).unwrap();
    select.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn a_view_is_built_of_conditions_and_groups() {
    let desk =
        desk_on(everything(), three(), Some(vec![own("v1", "Late", Filter::default())])).await;
    desk.until("the views", |desk| order(desk).len() == 1).await;
    desk.choose("Late: actions", "Edit…").await;
    desk.until("the builder", |desk| desk.stage.all(".builder-name").len() == 1).await;
    desk.button("Add a condition").click();
    desk.until("a line", |desk| desk.stage.all(".rule").len() == 1).await;
    choose(&desk, 0, 0, "Priority");
    desk.until("priorities", |desk| desk.buttons("Urgent").len() == 1).await;
    // What says nothing is not saved.
    desk.button("Save view").click();
    let problem = "Complete this condition or remove it.";
    desk.until(problem, |desk| desk.stage.all(".rule .rule-problem").len() == 1).await;
    desk.button("Urgent").click();
    desk.button("High").click();
    desk.button("High").click();
    choose(&desk, 0, 1, "is not");
    desk.button("Add a group").click();
    desk.until("its first line", |desk| desk.stage.all(".rule").len() == 3).await;
    choose(&desk, 2, 0, "Starred");
    desk.button("Add to the group").click();
    desk.until("its second line", |desk| desk.stage.all(".rule").len() == 4).await;
    choose(&desk, 3, 0, "Assignee");
    desk.until("people", |desk| desk.stage.all(".rule select").len() == 8).await;
    choose(&desk, 3, 2, "Grace");
    desk.button("Save view").click();
    desk.until("the end", |desk| desk.stage.all("dialog").is_empty()).await;
    let saved = desk.world.views.borrow().as_ref().unwrap().last().unwrap().clone();
    let urgent = Filter::from(Condition::Priority(vec![Priority::Urgent]));
    let graces = Assignee::Agent("a2".into());
    let either = Filter::any([Condition::Starred(true).into(), graces.into()]);
    assert_eq!((saved.id.as_str(), saved.name.as_str()), ("v1", "Late"));
    assert_eq!(saved.filter, Filter::default().and(urgent.negated()).and(either));
    desk.until("what it shows", |desk| rows(desk) == ["c2"]).await;
}

#[wasm_bindgen_test]
async fn a_view_that_was_deleted_comes_back() {
    let desk =
        desk_on(everything(), three(), Some(vec![own("v1", "Late", Filter::default())])).await;
    desk.until("the views", |desk| order(desk) == ["Late"]).await;
    view(&desk, "Late").click();
    desk.choose("Late: actions", "Delete the view").await;
    desk.until("it is gone", |desk| order(desk).is_empty()).await;
    assert_eq!(desk.world.views.borrow().as_ref().unwrap().len(), 4);
    let now = view(&desk, "Recents").get_attribute("aria-current");
    assert_eq!(now.as_deref(), Some("true"), "who was in it is where they began");
    assert_eq!(desk.stage.text(".done-words"), "View deleted · Late");
    desk.button("Undo").click();
    desk.until("it is back", |desk| order(desk) == ["Late"]).await;
    assert_eq!(desk.world.views.borrow().as_ref().unwrap().len(), 5);
    assert_eq!(view(&desk, "Late").get_attribute("aria-current").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn views_change_places_by_key_and_say_so() {
    let views = ["A", "B", "C"].map(|name| own(name, name, Filter::default()));
    let desk = desk_on(everything(), three(), Some(views.into())).await;
    desk.until("the views", |desk| order(desk) == ["A", "B", "C"]).await;
    view(&desk, "A").focus().unwrap();
    press(&view(&desk, "A"), "ArrowDown", |init| init.set_alt_key(true));
    desk.until("the move", |desk| order(desk) == ["B", "A", "C"]).await;
    desk.until("the word", |desk| desk.stage.text("[role=log]").contains("A: now 2 of 3")).await;
    desk.until("the focus", |desk| desk.stage.focused() == Some(view(desk, "A").into())).await;
    desk.choose("A: actions", "Move downAlt ↓").await;
    desk.until("the end", |desk| order(desk) == ["B", "C", "A"]).await;
    press(&view(&desk, "A"), "ArrowDown", |init| init.set_alt_key(true));
    settle().await;
    let saved = desk.world.views.borrow();
    let saved: Vec<_> = saved.as_ref().unwrap().iter().map(|view| view.name.as_str()).collect();
    assert_eq!(saved[4..], ["B", "C", "A"]);
}

#[wasm_bindgen_test]
async fn a_system_that_keeps_no_views_leaves_them_to_the_device() {
    let desk = desk(everything(), three()).await;
    desk.button("Save what is shown as a view").click();
    desk.until("the field", |desk| desk.stage.all(".builder-name").len() == 1).await;
    type_into(&desk.stage.one(".builder-name"), "Open");
    desk.button("Save view").click();
    desk.until("the view", |desk| order(desk) == ["Open"]).await;
    assert_eq!(rows(&desk), ["c1", "c2"]);
    // Whoever signs in again finds them.
    desk.engine.store.views.set(Vec::new());
    desk.until("none", |desk| order(desk).is_empty()).await;
    desk.engine.set_token("another");
    desk.until("the view", |desk| order(desk) == ["Open"]).await;
}

#[wasm_bindgen_test]
async fn where_nobody_counts_only_what_is_all_known_has_a_figure() {
    let mut closed = one("c4");
    closed.state = State::Closed;
    let mut all = three();
    all.push(closed);
    let desk = desk(everything(), all).await;
    desk.until("those that are open", |desk| count(desk, "All") == "1 unread of 2").await;
    assert_eq!(count(&desk, "Assigned to me"), "0 unread of 0");
    assert_eq!(count(&desk, "Recents"), "", "those that are closed have not been read");
    view(&desk, "Recents").click();
    desk.until("all", |desk| count(desk, "Recents") == "1 unread of 3").await;
    assert_eq!(count(&desk, "Starred"), "0 unread of 1");
    assert_eq!(count(&desk, "Unread"), "1 unread of 1");
    assert_eq!(rows(&desk), ["c1", "c2", "c4"]);
    let mut new = one("c9");
    new.unread = Some(1);
    desk.world.put(new);
    desk.engine.look_again(&"c9".into());
    desk.until("one more", |desk| count(desk, "Recents") == "2 unread of 4").await;
    assert_eq!(count(&desk, "All"), "2 unread of 3");
}

#[wasm_bindgen_test]
async fn where_the_server_knows_nothing_of_views_they_are_the_devices() {
    let desk = world::desk_on_lost(everything(), three()).await;
    desk.until("what is open", |desk| count(desk, "Unassigned") == "1 unread of 2").await;
    assert_eq!(count(&desk, "Recents"), "", "what is closed has not been read");
    desk.stage.all(".filter .segment").last().unwrap().click();
    view(&desk, "All").click();
    desk.until("the counts", |desk| count(desk, "Recents") == "1 unread of 2").await;
    assert_eq!(count(&desk, "All"), "1 unread of 3");
    desk.button("Save what is shown as a view").click();
    desk.until("the field", |desk| desk.stage.all(".builder-name").len() == 1).await;
    type_into(&desk.stage.one(".builder-name"), "Tents");
    desk.button("Save view").click();
    desk.until("the view", |desk| order(desk) == ["Tents"]).await;
    assert!(desk.stage.all(".toast").is_empty());
    desk.engine.store.views.set(Vec::new());
    desk.engine.set_token("another");
    desk.until("it is kept", |desk| order(desk) == ["Tents"]).await;
}

#[wasm_bindgen_test]
async fn a_team_has_its_conversations() {
    let (mut theirs, other) = (one("c1"), one("c2"));
    theirs.team = Some("team1".into());
    let can = Capabilities { teams: true, ..everything() };
    let desk = world::desk(can, vec![other, theirs]).await;
    view(&desk, "Logistics").click();
    desk.until("the team's", |desk| rows(desk) == ["c1"]).await;
}

#[wasm_bindgen_test]
async fn an_assignment_names_the_team() {
    let event = Event::Assigned { agent: None, team: Some("team1".into()), by: None };
    let part = Part::new("e1".into(), PartBody::Event(event), Some(me()), now());
    let desk = desk(everything(), vec![talk("c1", vec![part])]).await;
    desk.until("the line", |desk| desk.stage.text(".thread").contains("Logistics")).await;
}

/// As many panes as the element has room for, however wide the page is.
#[wasm_bindgen_test]
async fn a_desk_in_a_narrow_place_has_one_pane() {
    let desk = desk(everything(), three()).await;
    let root = desk.stage.one(".desk");
    let shadow: web_sys::ShadowRoot = root.get_root_node().unchecked_into();
    let host: HtmlElement = shadow.host().unchecked_into();
    let panes = |width: &str| {
        host.style().set_property("width", width).unwrap();
        let style = web_sys::window().unwrap().get_computed_style(&root).unwrap().unwrap();
        let columns = style.get_property_value("grid-template-columns").unwrap();
        match style.get_property_value("display").unwrap().as_str() {
            "flex" => 1,
            _ => columns.split_whitespace().count(),
        }
    };
    assert_eq!((panes("1300px"), panes("900px"), panes("600px")), (4, 3, 1));
    assert!(web_sys::window().unwrap().inner_width().unwrap().as_f64().unwrap() > 767.0);
}
