//! The desk's list on made-up conversations: windowed, and walked by keyboard.

use std::sync::Arc;

use inbox_model::{Conversation, ConversationId, Timestamp};
use inbox_widgets::desk;
use inbox_widgets::dom::el;
use inbox_widgets::i18n::I18n;
use inbox_widgets::net::dialect;
use inbox_widgets::reactive::RwSignal;
use inbox_widgets::sync::{Engine, Loading, Setup};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, press, settle, stage};

async fn desk_with(count: usize) -> (Owner, Engine, Stage<Box<dyn std::any::Any>>) {
    let owner = Owner::new();
    owner.set();
    let (dialect, mount) = dialect("featurebase").unwrap();
    let engine = Engine::new(Setup {
        surface: desk::SURFACE,
        base: format!("http://127.0.0.1:9{mount}"),
        dialect,
        token: "t".into(),
        organisation: String::new(),
        emit: Box::new(|_, _| ()),
    });
    engine.store.rows.draw_from(Box::new(|id| {
        let mut conversation = Conversation::new(id.clone(), Timestamp::from_millis(0));
        conversation.title = Some(id.as_str().replace('c', "Conversation "));
        Some(Arc::new(conversation))
    }));
    engine.store.rows.set((0..count).map(|at| ConversationId::new(format!("c{at}"))).collect());
    engine.store.list.set(Loading::Ready);
    let stage = stage(move || {
        provide_context(I18n::new("en"));
        let desk = desk::view(engine, I18n::new("en"), RwSignal::new(true));
        el("div").style("height", "700px").style("display", "flex").child(desk)
    });
    // There is no server, and the desk says so; what is tested here is the list.
    while !matches!(engine.store.start.get_untracked(), Loading::Failed(_)) {
        settle().await;
    }
    engine.store.start.set(Loading::Ready);
    settle().await;
    (owner, engine, stage.boxed())
}

#[wasm_bindgen_test]
async fn a_hundred_thousand_rows_are_a_few_dozen_nodes() {
    let (_owner, engine, stage) = desk_with(100_000).await;
    settle().await;
    let built = stage.all(".row").len();
    assert!((1..=60).contains(&built), "{built}");
    let row = stage.all(".row")[0].clone();
    assert_eq!(row.get_attribute("aria-setsize").as_deref(), Some("100000"));
    // One conversation changes: its row follows, and no other is touched.
    let other = stage.all(".row")[1].clone();
    let id = ConversationId::from("c0");
    let mut changed = Conversation::new(id.clone(), Timestamp::from_millis(0));
    changed.title = Some("Changed".into());
    engine.store.rows.update(&id, Arc::new(changed));
    settle().await;
    assert!(row.text_content().unwrap().contains("Changed"));
    assert_eq!(stage.all(".row")[1], other);
}

#[wasm_bindgen_test]
async fn arrows_walk_the_list() {
    let (_owner, _engine, stage) = desk_with(300).await;
    settle().await;
    let list = stage.one("[role=listbox]");
    for (key, expected) in [
        ("ArrowDown", "row-c0"),
        ("ArrowDown", "row-c1"),
        ("ArrowUp", "row-c0"),
        ("ArrowUp", "row-c0"),
        ("End", "row-c299"),
        ("Home", "row-c0"),
    ] {
        press(&list, key, |_| ());
        settle().await;
        assert_eq!(list.get_attribute("aria-activedescendant").as_deref(), Some(expected), "{key}");
    }
}
