//! What is behind lists: which rows they have, and who is told of what.

use std::sync::Arc;

use inbox_model::{Conversation, ConversationId, State, Timestamp};
use inbox_widgets::reactive::{Memo, RwSignal, effect};
use inbox_widgets::sync::{Listing, Rows};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;

fn rows(of: &[(u32, &str)]) -> Vec<(u32, String)> {
    of.iter().map(|(key, value)| (*key, (*value).to_owned())).collect()
}

fn values(list: Rows<u32, String>) -> Vec<String> {
    let mut all = Vec::new();
    list.each(|value| all.push(value.clone()));
    all
}

fn rows_of(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

#[wasm_bindgen_test]
fn a_conversation_is_in_the_list_or_only_known() {
    let owner = Owner::new();
    owner.set();
    let list = Listing::default();
    let made = |id: &ConversationId| {
        let known = Conversation::new(id.clone(), Timestamp::from_millis(0));
        (id.as_str() != "nobody").then(|| Arc::new(known))
    };
    list.draw_from(Box::new(made));
    let ids = |all: &[&str]| all.iter().map(|id| ConversationId::from(*id)).collect::<Vec<_>>();
    list.set(ids(&["a", "b"]));
    let has = |all: [&str; 3]| all.map(|id| list.has(&id.into()));
    assert_eq!(has(["a", "b", "c"]), [true, true, false]);
    let (known, unknown) = (list.get(&"c".into()), list.get(&"nobody".into()));
    assert!(known.is_some() && unknown.is_none());
    // Who looks at one is told of it, whether it is in the list or not.
    let mut closed = Conversation::new("c".into(), Timestamp::from_millis(0));
    closed.state = State::Closed;
    list.update(&"c".into(), Arc::new(closed));
    assert_eq!(known.unwrap().get().state, State::Closed);
    list.set(ids(&["c", "a"]));
    assert_eq!(has(["a", "b", "c"]), [true, false, true]);
    list.set(Vec::new());
    assert!(list.is_empty() && has(["a", "b", "c"]) == [false; 3]);
}

#[wasm_bindgen_test]
async fn who_looks_at_all_is_told_of_each() {
    let owner = Owner::new();
    owner.set();
    let list = Rows::<u32, String>::default();
    let all = Memo::new(move |_| values(list).concat());
    let told = RwSignal::new(Vec::new());
    effect(move || {
        let all = all.get();
        told.update(|told| told.push(all));
    });
    settle().await;
    list.set(rows(&[(1, "a"), (2, "b")]));
    settle().await;
    list.update(&2, "c".to_owned());
    settle().await;
    list.set(rows(&[(2, "c")]));
    settle().await;
    assert_eq!(told.get_untracked(), rows_of(&["", "ab", "ac", "c"]));
}
