//! The desk's list under somebody's hand: held still, picked from, sorted and searched.

use inbox_model::view::{Sort, SortKey};
use inbox_model::{Command, Conversation, Priority, State};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, PointerEvent};

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, desk_on, everything, said, talk};

/// A conversation in which something was said so long ago.
fn one(id: &str, minutes_ago: i64) -> Conversation {
    talk(id, vec![said(&format!("{id}-p"), customer(), "Where is it?", minutes_ago)])
}

fn four() -> Vec<Conversation> {
    ["c1", "c2", "c3", "c4"].into_iter().zip(1..).map(|(id, ago)| one(id, ago)).collect()
}

fn order(desk: &Desk) -> String {
    let rows = desk.stage.all(".row").into_iter();
    let ids: Vec<_> = rows.filter_map(|row| row.get_attribute("data-conv-id")).collect();
    ids.join(" ")
}

fn row(desk: &Desk, id: &str) -> HtmlElement {
    desk.stage.one(&format!("[data-conv-id={id}]"))
}

fn picked(desk: &Desk) -> String {
    let rows = desk.stage.all(".row[aria-selected=true]").into_iter();
    let ids: Vec<_> = rows.filter_map(|row| row.get_attribute("data-conv-id")).collect();
    ids.join(" ")
}

fn point(desk: &Desk, event: &str) {
    let event = PointerEvent::new(event).unwrap();
    desk.stage.one(".list-frame").dispatch_event(&event).unwrap();
}

/// Somebody else does something, and the desk hears of it.
fn happens(desk: &Desk, mut one: Conversation) {
    one.version = Some(2);
    let id = one.id.clone();
    desk.world.put(one);
    desk.engine.look_again(&id);
}

/// A click, with a key held down if one is named.
fn click(on: &HtmlElement, key: &str) {
    let body = "on.dispatchEvent(new MouseEvent('click', \
                { bubbles: true, cancelable: true, [key]: true }))";
    let act = js_sys::Function::new_with_args("on, key", body);
    act.call2(&wasm_bindgen::JsValue::UNDEFINED, on, &key.into()).unwrap();
}

#[wasm_bindgen_test]
async fn nothing_moves_under_the_pointer() {
    let desk = desk(everything(), four()).await;
    assert_eq!(order(&desk), "c1 c2 c3 c4");
    point(&desk, "pointerenter");
    settle().await;
    happens(&desk, one("c9", 0));
    let mut moved = one("c3", 0);
    moved.title = Some("Talk of the town".into());
    happens(&desk, moved);
    desk.until("the pill", |desk| desk.stage.text(".pill-place") == "2 new").await;
    assert_eq!(order(&desk), "c1 c2 c3 c4");
    assert!(row(&desk, "c3").text_content().unwrap().contains("Talk of the town"), "fresh");
    point(&desk, "pointerleave");
    desk.until("all of it", |desk| order(desk).ends_with("c1 c2 c4")).await;
    assert!(desk.stage.all(".pill").is_empty());
    happens(&desk, one("c4", 0));
    desk.until("it moves", |desk| order(desk).ends_with("c1 c2")).await;
}

#[wasm_bindgen_test]
async fn the_pill_takes_in_what_waits() {
    let desk = desk(everything(), four()).await;
    let list = desk.stage.one("[role=listbox]");
    list.focus().unwrap();
    settle().await;
    for (id, by_key) in [("c8", false), ("c9", true)] {
        let before = order(&desk);
        happens(&desk, one(id, 0));
        desk.until("the pill", |desk| desk.stage.text(".pill-place") == "1 new").await;
        assert_eq!(order(&desk), before);
        if by_key {
            press(&list, ".", |_| ());
        } else {
            desk.stage.one(".pill").click();
        }
        desk.until("it", |desk| order(desk).contains(id)).await;
        assert!(desk.stage.all(".pill").is_empty());
        assert_eq!(desk.stage.focused().unwrap(), list.clone().into());
    }
}

#[wasm_bindgen_test]
async fn what_leaves_stays_until_nobody_points_at_it() {
    let desk = desk(everything(), four()).await;
    point(&desk, "pointerenter");
    settle().await;
    let mut closed = one("c2", 2);
    closed.state = State::Closed;
    happens(&desk, closed);
    desk.until("the mark", |desk| desk.stage.all(".row-left").len() == 1).await;
    assert_eq!(order(&desk), "c1 c2 c3 c4");
    assert_eq!(row(&desk, "c2").title(), "No longer in this view");
    point(&desk, "pointerleave");
    desk.until("it goes", |desk| order(desk) == "c1 c3 c4").await;
}

#[wasm_bindgen_test]
async fn what_the_agent_sends_away_goes_at_once() {
    let desk = desk(everything(), four()).await;
    let list = desk.stage.one("[role=listbox]");
    list.focus().unwrap();
    press(&list, "Home", |_| ());
    press(&list, "ArrowDown", |_| ());
    settle().await;
    desk.engine.act(&"c2".into(), Command::Close);
    desk.until("it goes", |desk| order(desk) == "c1 c3 c4").await;
    let at = list.get_attribute("aria-activedescendant");
    assert_eq!(at.as_deref(), Some("row-c3"), "the keyboard is at the next one");
}

#[wasm_bindgen_test]
async fn rows_are_picked_by_pointer_and_by_keyboard() {
    let desk = desk(everything(), four()).await;
    let list = desk.stage.one("[role=listbox]");
    assert_eq!(list.get_attribute("aria-multiselectable").as_deref(), Some("true"));
    assert_eq!(row(&desk, "c1").get_attribute("aria-current").as_deref(), Some("true"));
    let check = async |what: &str, expected: &str| {
        desk.until(what, |desk| picked(desk) == expected).await;
        let count = expected.split_whitespace().count();
        let bar: String =
            desk.stage.all(".bulk-count").iter().map(|e| e.text_content().unwrap()).collect();
        let told = if count == 0 { String::new() } else { format!("{count} selected") };
        assert_eq!(bar, told, "{what}");
    };
    click(&row(&desk, "c2"), "ctrlKey");
    check("Ctrl", "c2").await;
    click(&row(&desk, "c4"), "shiftKey");
    check("Shift", "c2 c3 c4").await;
    let face = row(&desk, "c3").query_selector(".row-face").unwrap().unwrap();
    click(&wasm_bindgen::JsCast::unchecked_into(face), "altKey");
    check("the face", "c2 c4").await;
    press(&list, "Escape", |_| ());
    check("Escape", "").await;
    press(&list, "Home", |_| ());
    press(&list, "x", |_| ());
    check("x", "c1").await;
    press(&list, "ArrowDown", |init| init.set_shift_key(true));
    press(&list, "ArrowDown", |init| init.set_shift_key(true));
    check("Shift and arrows", "c1 c2 c3").await;
    press(&list, "ArrowUp", |init| init.set_shift_key(true));
    check("and back", "c1 c2").await;
    press(&list, "a", |init| init.set_ctrl_key(true));
    check("all", "c1 c2 c3 c4").await;
    assert_eq!(desk.stage.one(".bulk-all").get_attribute("aria-checked").as_deref(), Some("true"));
    desk.stage.one(".bulk-all").click();
    check("none", "").await;
    let open = desk.engine.store.thread.id;
    assert_eq!(open.get_untracked().unwrap().as_str(), "c1", "nothing else was opened");
}

#[wasm_bindgen_test]
async fn what_is_done_to_several_is_taken_back_together() {
    let mut all = four();
    all[3].priority = Priority::High;
    let desk = desk(everything(), all).await;
    let list = desk.stage.one("[role=listbox]");
    for id in ["c2", "c4"] {
        click(&row(&desk, id), "metaKey");
    }
    settle().await;
    desk.stage.one(".bulk-acts > button").click();
    desk.until("they go", |desk| order(desk) == "c1 c3").await;
    desk.until("the word", |desk| desk.stage.all(".done").len() == 1).await;
    assert_eq!(desk.stage.text(".done-words"), "Closed · 2 conversations");
    assert!(desk.stage.all(".bulk").is_empty(), "what has left is not picked");
    assert_eq!(desk.stage.focused().unwrap(), list.clone().into());
    press(&list, "z", |_| ());
    desk.until("they are back", |desk| order(desk).split(' ').count() == 4).await;
    assert_eq!(desk.stage.text(".done-words"), "Undone · 2 conversations");
    let reopened = || {
        let commands = desk.world.commands.borrow();
        commands.iter().filter(|one| **one == Command::Reopen).count()
    };
    desk.until("the server knows", |_| reopened() == 2).await;
    press(&list, "z", |_| ());
    settle().await;
    assert_eq!(reopened(), 2, "that is taken back once");
}

#[wasm_bindgen_test]
async fn several_are_assigned_tagged_and_put_away() {
    let desk = desk(everything(), four()).await;
    let list = desk.stage.one("[role=listbox]");
    let count = |fits: &dyn Fn(&Command) -> bool| {
        desk.world.commands.borrow().iter().filter(|one| fits(one)).count()
    };
    press(&list, "a", |init| init.set_ctrl_key(true));
    settle().await;
    let bar = |name: &str| {
        let all = desk.stage.all(".bulk button").into_iter();
        let mut named = all.filter(|one| one.get_attribute("aria-label").as_deref() == Some(name));
        named.next().unwrap()
    };
    let choose = async |menu: &str, entry: &str| {
        bar(menu).click();
        settle().await;
        let entries = desk.stage.all(".bulk [role=menuitemradio]").into_iter();
        let named = |one: &HtmlElement| one.text_content().unwrap().starts_with(entry);
        entries.into_iter().find(named).unwrap().click();
        settle().await;
    };
    choose("Assignee", "Grace").await;
    let assigned = |one: &Command| matches!(one, Command::Assign { agent: Some(Some(_)), .. });
    desk.until("assigned", |_| count(&assigned) == 4).await;
    choose("Add a tag", "vip").await;
    desk.until("tagged", |_| count(&|one| matches!(one, Command::AttachTag { .. })) == 4).await;
    choose("Snooze", "Tomorrow").await;
    desk.until("snoozed", |_| count(&|one| matches!(one, Command::Snooze { .. })) == 4).await;
    desk.until("none is left", |desk| order(desk).is_empty()).await;
    assert!(desk.stage.text(".done-words").starts_with("Snoozed · 4"));
    desk.button("Undo").click();
    desk.until("all are", |desk| order(desk).split(' ').count() == 4).await;
    click(&row(&desk, "c3"), "ctrlKey");
    settle().await;
    choose("More actions", "Archive").await;
    desk.until("put away", |desk| !order(desk).contains("c3")).await;
}

#[wasm_bindgen_test]
async fn rows_fill_the_pane_however_tall_it_becomes() {
    let many = |at: i64| one(&format!("c{at}"), at);
    let desk = desk(everything(), (1..60).map(many).collect()).await;
    let list = desk.stage.one("[role=listbox]");
    let fills = |desk: &Desk| {
        let rows = desk.stage.all(".row").into_iter();
        let last = rows.map(|row| row.get_bounding_client_rect().bottom()).fold(0.0, f64::max);
        last >= list.get_bounding_client_rect().bottom()
    };
    desk.until("rows", fills).await;
    list.style().set_property("min-height", "2400px").unwrap();
    desk.until("more rows", fills).await;
}

#[wasm_bindgen_test]
async fn several_are_given_to_a_team_starred_flagged_and_freed_of_a_tag() {
    let tag = inbox_model::tag::Tag { id: "t1".into(), name: "shipping".into() };
    let mut all = four();
    all[0].tags = vec![tag.clone()];
    all[0].handling.starred = true;
    all[1].tags = vec![tag.clone()];
    all[1].priority = Priority::High;
    let can = inbox_dialects::Capabilities { teams: true, ..everything() };
    let desk = desk(can, all).await;
    let list = desk.stage.one("[role=listbox]");
    press(&list, "a", |init| init.set_ctrl_key(true));
    settle().await;
    let choose = async |menu: &str, entry: &str| {
        let all = desk.stage.all(".bulk button").into_iter();
        let mut named = all.filter(|one| one.get_attribute("aria-label").as_deref() == Some(menu));
        named.next().unwrap().click();
        settle().await;
        let entries = desk.stage.all(".bulk [role=menuitemradio]").into_iter();
        let names = || entries.clone().filter_map(|one| one.text_content()).collect::<Vec<_>>();
        let found = entries.clone().find(|one| one.text_content().unwrap().starts_with(entry));
        assert!(found.is_some(), "no {entry} in {:?}", names());
        found.unwrap().click();
        settle().await;
    };
    let team = Command::Assign { agent: None, team: Some(Some("team1".into())) };
    let urgent = Command::SetPriority { priority: Priority::Urgent };
    let star = |on| Command::SetStarred { on };
    let back = [
        Command::Assign { agent: None, team: Some(None) },
        star(false),
        star(true),
        Command::SetPriority { priority: Priority::High },
        Command::AttachTag { tag: tag.clone() },
    ];
    // What is so already is left alone, and what was done is taken back one by one.
    for ((menu, entry, told, command, times), back) in [
        ("Assignee", "Logistics", "Assigned · 4", team, 4),
        ("More actions", "Add a star", "Starred · 3", star(true), 3),
        ("More actions", "Remove the star", "Star removed · 1", star(false), 1),
        ("More actions", "Priority: Urgent", "Priority set · 4", urgent, 4),
        ("Add a tag", "Remove the tag shipping", "Tag removed · 2", Command::DetachTag { tag }, 2),
    ]
    .into_iter()
    .zip(back)
    {
        desk.world.commands.borrow_mut().clear();
        choose(menu, entry).await;
        let count = |wanted: &Command| {
            desk.world.commands.borrow().iter().filter(|one| *one == wanted).count()
        };
        desk.until(entry, |_| count(&command) == times).await;
        let words = desk.stage.text(".done-words");
        assert!(words.starts_with(told), "{words} is not {told}");
        press(&list, "z", |_| ());
        desk.until("the way back", |_| count(&back) > 0).await;
    }
}

#[wasm_bindgen_test]
async fn a_list_is_sorted_and_a_view_keeps_it() {
    let mut all = four();
    all[1].priority = Priority::High;
    all[3].priority = Priority::Urgent;
    all[2].waiting_since = Some(all[2].created_at);
    let desk = desk_on(everything(), all, Some(Vec::new())).await;
    desk.choose("Sorted by: Newest", "Oldest").await;
    desk.until("the oldest", |desk| order(desk) == "c4 c3 c2 c1").await;
    desk.choose("Sorted by: Oldest", "Waiting longest").await;
    desk.until("what waits", |desk| order(desk) == "c3 c1 c2 c4").await;
    desk.choose("Sorted by: Waiting longest", "Priority").await;
    desk.until("the urgent", |desk| order(desk) == "c4 c2 c1 c3").await;
    let sort = |id: &str| {
        let views = desk.world.views.borrow();
        views.as_ref().unwrap().iter().find(|view| view.id == id).unwrap().sort
    };
    let wanted = Sort { by: SortKey::Priority, descending: true };
    desk.until("it is kept", |_| sort("recents") == wanted).await;
    assert!(sort("all").is_default(), "another view has its own");
    let queries = desk.world.queries.borrow().len();
    desk.choose("Sorted by: Priority", "Newest").await;
    desk.until("as before", |desk| order(desk) == "c1 c2 c3 c4").await;
    assert_eq!(desk.world.queries.borrow().len(), queries, "nobody was asked for it");
}

#[wasm_bindgen_test]
async fn what_is_typed_is_found_here_first_and_then_by_the_server() {
    let mut all = four();
    all[1].title = Some("A leaky tent".into());
    let desk = desk(everything(), all).await;
    // The server knows another one.
    let mut other = one("c9", 0);
    other.title = Some("Two leaky tents".into());
    desk.world.put(other);
    point(&desk, "pointerenter");
    let field = desk.field("Search conversations");
    type_into(&field, "leaky tent");
    // Sooner than anybody is asked.
    gloo_timers::future::TimeoutFuture::new(0).await;
    assert_eq!(order(&desk), "c2", "without a word from the server");
    let asked = desk.world.queries.borrow().last().and_then(|query| query.search.clone());
    assert_ne!(asked.as_deref(), Some("leaky tent"));
    let marks: Vec<_> =
        desk.stage.all("mark").iter().map(|mark| mark.text_content().unwrap()).collect();
    assert_eq!(marks, ["leaky", "tent"]);
    desk.until("the server's", |desk| order(desk) == "c2 c9").await;
    assert_eq!(desk.world.queries.borrow().last().unwrap().search.as_deref(), Some("leaky tent"));
    assert!(desk.stage.all(".pill").is_empty());
    type_into(&field, "");
    desk.until("all", |desk| order(desk) == "c9 c1 c2 c3 c4").await;
    type_into(&field, "zebra");
    desk.until("nothing", |desk| desk.stage.text(".list").contains("Nothing found")).await;
}

#[wasm_bindgen_test]
async fn where_the_server_cannot_search_the_desk_does() {
    let can = inbox_dialects::Capabilities { search: false, ..everything() };
    let desk = desk(can, four()).await;
    type_into(&desk.field("Search conversations"), "c3");
    desk.until("it", |desk| order(desk) == "c3").await;
    let queries = || desk.world.queries.borrow();
    desk.until("the list is read", |desk| !desk.world.queries.borrow().is_empty()).await;
    assert!(queries().iter().all(|query| query.search.is_none()));
}
