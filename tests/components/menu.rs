//! The menu button by keyboard.

use inbox_widgets::dom::group;
use inbox_widgets::reactive::{RwSignal, Signal};
use inbox_widgets::ui::{MenuItem, menu};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle, stage};

#[wasm_bindgen_test]
async fn arrows_move_enter_chooses_and_escape_gives_the_focus_back() {
    let owner = Owner::new();
    owner.set();
    let chosen = RwSignal::new(Vec::<&str>::new());
    let item = move |name: &'static str, current| MenuItem {
        label: name.to_owned(),
        hint: None,
        current,
        act: Callback::new(move |()| chosen.update(|chosen| chosen.push(name))),
    };
    let items =
        Callback::new(move |()| vec![item("one", false), item("two", true), item("three", false)]);
    let stage =
        stage(move || menu(Signal::stored("Things".to_owned()), group().text("Open"), items));
    let button = stage.one("button[aria-haspopup]");
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("false"));
    button.click();
    settle().await;
    let text = |stage: &crate::stage::Stage<_>| stage.focused().unwrap().text_content().unwrap();
    assert_eq!(text(&stage), "two", "what is the case takes the focus");
    let menu = stage.one("[role=menu]");
    press(&stage.all("[role=menuitemradio]")[1], "ArrowDown", |_| ());
    assert_eq!(text(&stage), "three");
    press(&stage.all("[role=menuitemradio]")[2], "ArrowDown", |_| ());
    assert_eq!(text(&stage), "one", "past the end it goes on at the top");
    press(&menu, "Escape", |_| ());
    settle().await;
    assert!(stage.all("[role=menu]").is_empty());
    assert_eq!(stage.focused().unwrap(), button.clone().into());
    button.click();
    settle().await;
    stage.all("[role=menuitemradio]")[2].click();
    settle().await;
    assert_eq!(chosen.get_untracked(), ["three"]);
    assert!(stage.all("[role=menu]").is_empty());
}
