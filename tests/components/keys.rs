//! The desk's keys: the table behind them, the palette, and where the focus goes.

use inbox_model::{Command, Conversation, Part, Priority};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, everything, me, said, talk};

fn two() -> Vec<Part> {
    vec![said("p1", customer(), "Where is it?", 9), said("p2", me(), "On its way", 8)]
}

fn talks() -> Vec<Conversation> {
    let minutes_ago = |minutes| vec![said("p1", customer(), "Where is it?", minutes)];
    [("c1", 3), ("c2", 4), ("c3", 5)].map(|(id, minutes)| talk(id, minutes_ago(minutes))).into()
}

/// A key goes down where the focus is, else on the desk.
async fn key(desk: &Desk, key: &str) {
    key_with(desk, key, |_| ()).await;
}

async fn key_with(desk: &Desk, key: &str, change: impl FnOnce(&web_sys::KeyboardEventInit)) {
    let focused = desk.stage.focused().map(wasm_bindgen::JsCast::unchecked_into::<HtmlElement>);
    press(&focused.unwrap_or_else(|| desk.stage.one(".desk")), key, change);
    settle().await;
}

fn ctrl(init: &web_sys::KeyboardEventInit) {
    init.set_ctrl_key(true);
}

fn open(desk: &Desk) -> Option<String> {
    desk.engine.store.thread.id.get_untracked().map(|id| id.to_string())
}

fn has_focus(desk: &Desk, selector: &str) -> bool {
    desk.stage.focused().is_some_and(|focused| focused.matches(selector).unwrap())
}

fn options(desk: &Desk) -> Vec<String> {
    let all = desk.stage.all(".palette-label");
    all.iter().filter_map(|one| one.text_content()).collect()
}

fn chosen(desk: &Desk) -> String {
    desk.stage.text("[role=option][aria-selected=true] .palette-label")
}

#[wasm_bindgen_test]
async fn no_shortcut_is_there_twice_and_every_action_has_words() {
    let desk = desk(everything(), talks()).await;
    key(&desk, "?").await;
    // What is heard while writing means something else outside: those are told apart by where one is.
    let place = |row: &HtmlElement| {
        let heading = row.closest(".sheet-group").unwrap().unwrap();
        heading.text_content().unwrap().starts_with("While writing")
    };
    let mut seen = Vec::new();
    for row in desk.stage.all(".sheet-row") {
        let place = if place(&row) { "in the field: " } else { "" };
        // Each way to ask is a run of keycaps, between which it says `or`.
        let text = row.query_selector("dd").unwrap().unwrap().text_content().unwrap();
        seen.extend(text.split("or").map(|keys| [place, keys].concat()));
    }
    assert!(seen.len() > 20, "{seen:?}");
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "{seen:?}");
    let mut words = Vec::new();
    for tag in ["en", "de", "ar"] {
        desk.i18n.set(tag);
        settle().await;
        let names = desk.stage.all(".sheet-row dt").into_iter();
        let names: Vec<String> = names.filter_map(|name| name.text_content()).collect();
        assert!(names.iter().all(|name| !name.trim().is_empty()), "{tag}");
        let mut different = names.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), names.len(), "{tag}: {names:?}");
        words.push(names);
    }
    for (at, english) in words[0].iter().enumerate() {
        let same = ["Code", "Link"].contains(&english.as_str());
        assert_eq!(english == &words[1][at], same, "{english} in German");
        assert_ne!(english, &words[2][at], "not in Arabic");
    }
}

#[wasm_bindgen_test]
async fn what_the_sheet_says_of_the_field_is_so() {
    let desk = desk(everything(), talks()).await;
    key(&desk, "?").await;
    let group = desk.stage.all(".sheet-group").into_iter();
    let mut group = group.filter(|one| one.text_content().unwrap().starts_with("While writing"));
    let rows = group.next().unwrap().query_selector_all(".sheet-row").unwrap();
    let told = |at: u32| {
        let row: web_sys::Element = rows.item(at).unwrap().unchecked_into();
        let name = row.query_selector("dt").unwrap().unwrap().text_content().unwrap();
        let keys = row.query_selector_all("kbd").unwrap();
        let key = |at: u32| keys.item(at).unwrap().text_content().unwrap();
        (name, (0..keys.length()).map(key).collect::<Vec<String>>())
    };
    let all: Vec<(String, Vec<String>)> = (0..rows.length()).map(told).collect();
    let names: Vec<_> = all.iter().map(|(name, _)| name.as_str()).collect();
    for name in
        ["Send what is written", "Send and close", "New line", "Mention a colleague in a note"]
    {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    desk.stage.all("dialog header button")[0].click();
    desk.until("its end", |desk| desk.stage.all("dialog").is_empty()).await;
    let field: web_sys::HtmlTextAreaElement = desk.stage.one(".composer-field").unchecked_into();
    let mut formats = 0;
    for (name, keys) in all {
        let is_format = desk.buttons(&name).iter().any(|one| one.class_name().contains("format"));
        let Some(last) = keys.last().filter(|_| is_format) else { continue };
        type_into(&field, "tent");
        field.set_selection_range(0, 4).unwrap();
        let digit = last.chars().all(|one| one.is_ascii_digit());
        press(&field, &last.to_lowercase(), |init| {
            init.set_ctrl_key(keys.contains(&"Ctrl".to_owned()));
            init.set_shift_key(keys.contains(&"Shift".to_owned()));
            init.set_code(&format!("{}{last}", if digit { "Digit" } else { "Key" }));
        });
        assert_ne!(field.value(), "tent", "{name}: {keys:?}");
        formats += 1;
    }
    assert_eq!(formats, 8);
}

#[wasm_bindgen_test]
async fn what_the_sheet_says_of_the_list_is_so() {
    let desk = desk(everything(), talks()).await;
    let list = desk.stage.one(".window");
    list.focus().unwrap();
    let marked = || list.get_attribute("aria-activedescendant").unwrap_or_default();
    let picked = || desk.stage.all(".row[aria-selected=true]").len();
    for (name, marks) in [
        ("End", "row-c3"),
        ("ArrowUp", "row-c2"),
        ("Home", "row-c1"),
        ("ArrowDown", "row-c2"),
        ("PageDown", "row-c3"),
        ("PageUp", "row-c1"),
    ] {
        key(&desk, name).await;
        assert_eq!(marked(), marks, "{name}");
    }
    assert_eq!(picked(), 0);
    key_with(&desk, "ArrowDown", |init| init.set_shift_key(true)).await;
    assert_eq!(picked(), 2);
    key_with(&desk, "a", ctrl).await;
    assert_eq!(picked(), 3);
    desk.stage.one(".composer-field").focus().unwrap();
    let is_left = press(&desk.stage.one(".composer-field"), "a", ctrl);
    assert!(is_left, "what is written is selected by the browser");
}

#[wasm_bindgen_test]
async fn what_is_marked_in_the_list_is_read_and_unread_by_key() {
    let mut talks = talks();
    talks[2].unread = Some(2);
    let desk = desk(everything(), talks).await;
    desk.engine.open(None);
    desk.stage.one(".window").focus().unwrap();
    settle().await;
    key(&desk, "End").await;
    let shift = |init: &web_sys::KeyboardEventInit| init.set_shift_key(true);
    key_with(&desk, "I", shift).await;
    desk.command("it is read", |one| matches!(one, Command::MarkRead { .. })).await;
    desk.until("the mark goes", |desk| desk.stage.all(".row .count").is_empty()).await;
    let reads = |desk: &Desk| {
        let all = desk.world.commands.borrow();
        all.iter().filter(|one| matches!(one, Command::MarkRead { .. })).count()
    };
    let before = reads(&desk);
    key_with(&desk, "I", shift).await;
    assert_eq!(reads(&desk), before, "there is nothing to read");
    key_with(&desk, "U", shift).await;
    desk.command("it is not", |one| *one == Command::MarkUnread).await;
}

#[wasm_bindgen_test]
async fn the_palette_is_walked_by_keyboard() {
    let desk = desk(everything(), talks()).await;
    desk.stage.one(".window").focus().unwrap();
    key_with(&desk, "k", ctrl).await;
    assert!(has_focus(&desk, "[role=combobox]"));
    let about: Vec<_> =
        desk.stage.all(".palette-more").iter().filter_map(|x| x.text_content()).collect();
    assert_eq!(about, ["Talk c1", "Talk c2", "Talk c3"], "the newest first");
    assert!(options(&desk).len() > 20, "and all that can be done");
    let combobox = desk.stage.one("[role=combobox]");
    let marked = || combobox.get_attribute("aria-activedescendant");
    assert_eq!(marked().as_deref(), Some("palette-0"));
    key(&desk, "ArrowUp").await;
    let last = ["palette-", &(options(&desk).len() - 1).to_string()].concat();
    assert_eq!(marked().as_deref(), Some(last.as_str()), "before the first comes the last");
    key(&desk, "Home").await;
    assert_eq!(marked().as_deref(), Some("palette-0"));
    key(&desk, "End").await;
    assert_eq!(marked().as_deref(), Some(last.as_str()));
    key(&desk, "ArrowDown").await;
    assert_eq!(marked().as_deref(), Some("palette-0"));

    type_into(&combobox, "urg prio");
    settle().await;
    assert_eq!(chosen(&desk), "Priority: Urgent");
    assert_eq!(desk.stage.text("dialog [role=status]"), "1 result");
    key(&desk, "Enter").await;
    let urgent = Command::SetPriority { priority: Priority::Urgent };
    desk.command("a priority", |one| *one == urgent).await;
    desk.until("its end", |desk| desk.stage.all("dialog").is_empty()).await;
    assert!(has_focus(&desk, ".window"), "the focus is where it was");

    key_with(&desk, "k", ctrl).await;
    type_into(&desk.stage.one("[role=combobox]"), "talk c3");
    settle().await;
    assert_eq!(desk.stage.text(".palette-more"), "Talk c3");
    key(&desk, "Enter").await;
    desk.until("the third", |desk| open(desk).as_deref() == Some("c3")).await;

    key_with(&desk, "k", ctrl).await;
    type_into(&desk.stage.one("[role=combobox]"), "xyzzy");
    settle().await;
    assert_eq!(desk.stage.text("dialog [role=status]"), "Nothing found for these words");
    key(&desk, "Enter").await;
    assert_eq!(desk.stage.all("dialog").len(), 1, "there is nothing to do");
}

#[wasm_bindgen_test]
async fn keys_are_heard_where_nothing_is_typed() {
    let desk = desk(everything(), vec![talk("c1", two())]).await;
    let stars = |desk: &Desk| {
        let all = desk.world.commands.borrow();
        all.iter().filter(|one| matches!(one, Command::SetStarred { .. })).count()
    };
    desk.stage.one(".composer-field").focus().unwrap();
    key(&desk, "s").await;
    assert_eq!(stars(&desk), 0, "it is a letter of a reply");
    key(&desk, "Escape").await;
    assert!(has_focus(&desk, "[data-scroller=thread]"), "the way out of a field");
    assert_eq!(open(&desk).as_deref(), Some("c1"));
    key_with(&desk, "s", ctrl).await;
    assert_eq!(stars(&desk), 0, "it is the browser's");
    key(&desk, "s").await;
    desk.until("a star", |desk| stars(desk) == 1).await;
    // An Arabic keyboard, and its question mark.
    key_with(&desk, "س", |init| init.set_code("KeyS")).await;
    desk.until("no star", |desk| stars(desk) == 2).await;
    key_with(&desk, "؟", |init| {
        init.set_code("Slash");
        init.set_shift_key(true);
    })
    .await;
    assert_eq!(desk.stage.all("dialog .sheet").len(), 1);
    key(&desk, "s").await;
    assert_eq!(stars(&desk), 2, "a dialog is open");
}

#[wasm_bindgen_test]
async fn who_works_by_keyboard_goes_on_with_the_next() {
    let desk = desk(everything(), talks()).await;
    desk.stage.one(".desk").focus().unwrap();
    key(&desk, "e").await;
    desk.command("closed", |one| *one == Command::Close).await;
    assert_eq!(open(&desk).as_deref(), Some("c2"));
    assert!(has_focus(&desk, ".window"));
    let list = desk.stage.one(".window");
    assert_eq!(list.get_attribute("aria-activedescendant").as_deref(), Some("row-c2"));
    key(&desk, "j").await;
    assert_eq!(open(&desk).as_deref(), Some("c3"));
    key(&desk, "e").await;
    assert_eq!(open(&desk).as_deref(), Some("c2"), "after the last comes the one before");
    key(&desk, "e").await;
    desk.until("the end", |desk| desk.stage.all(".row").is_empty()).await;
    assert_eq!(open(&desk), None);
    settle().await;
    assert!(desk.stage.focused().is_some(), "the focus is in the desk");
}

#[wasm_bindgen_test]
async fn who_clicks_finds_the_way_back() {
    let desk = desk(everything(), talks()).await;
    desk.stage.one(".thread-actions .button-strong").click();
    desk.command("closed", |one| *one == Command::Close).await;
    assert_eq!(open(&desk).as_deref(), Some("c1"));
    assert_eq!(desk.buttons("Reopen").len(), 1);
}

#[wasm_bindgen_test]
async fn settings_hold_at_once_and_are_kept() {
    let desk = desk(everything(), talks()).await;
    let storage = window().local_storage().unwrap().unwrap();
    let kept = || storage.get_item("inbox-widgets/desk").unwrap().unwrap_or_default();
    desk.stage.one(".desk").focus().unwrap();
    key(&desk, ",").await;
    let set = |name: &str, at: usize| {
        desk.stage.all(&format!("dialog input[name={name}]"))[at].click();
    };
    set("theme", 2);
    set("density", 1);
    settle().await;
    assert_eq!(desk.stage.one(".desk").get_attribute("data-theme").as_deref(), Some("dark"));
    let rows = desk.stage.all(".row");
    let heights: Vec<i32> = rows.iter().map(HtmlElement::offset_height).collect();
    assert_eq!(heights, [64, 64, 64], "the style sheet's rows are as high as those of the list");
    let second = rows.iter().find(|row| row.id() == "row-c2").unwrap();
    assert!(second.style().get_property_value("transform").unwrap().contains("64px"));
    assert_eq!(kept(), "dark compact");
    // Single keys off: what writes no letter still works.
    desk.stage.all("dialog .switch")[0].click();
    settle().await;
    desk.stage.all("dialog header button")[0].click();
    desk.until("its end", |desk| desk.stage.all("dialog").is_empty()).await;
    key(&desk, "j").await;
    key(&desk, "?").await;
    assert_eq!(open(&desk).as_deref(), Some("c1"));
    assert!(desk.stage.all("dialog").is_empty());
    key_with(&desk, "k", ctrl).await;
    assert_eq!(desk.stage.all("dialog").len(), 1);
    storage.remove_item("inbox-widgets/desk").unwrap();
}
