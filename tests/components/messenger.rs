//! The border: mounting, updating and taking down the messenger as JavaScript does.

use inbox_widgets::{command, mount, unmount, update};
use js_sys::{Function, Object, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::settle;

fn root() -> HtmlElement {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    root
}

fn config(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &JsValue::from_str(key), value).unwrap();
    }
    object.into()
}

/// Nobody listens there, so that every request fails.
fn nowhere() -> (&'static str, JsValue) {
    ("endpoint", "http://127.0.0.1:9".into())
}

#[wasm_bindgen_test]
async fn two_live_side_by_side_and_go_without_a_trace() {
    let (one, two) = (root(), root());
    let emit = Function::new_no_args("");
    let first =
        mount(one.clone(), config(&[nowhere(), ("lang", "en".into())]), emit.clone()).unwrap();
    let second = mount(two.clone(), config(&[nowhere(), ("lang", "de".into())]), emit).unwrap();
    assert_ne!(first, second);
    settle().await;
    assert!(one.text_content().unwrap().contains("How can we help?"));
    assert!(two.text_content().unwrap().contains("Wie können wir helfen?"));
    update(first, config(&[("lang", "ar".into())])).unwrap();
    settle().await;
    assert_eq!(
        one.query_selector(".messenger").unwrap().unwrap().get_attribute("dir").as_deref(),
        Some("rtl")
    );
    assert!(two.text_content().unwrap().contains("Wie können wir helfen?"));
    unmount(first);
    assert_eq!(one.child_element_count(), 0);
    assert!(two.child_element_count() > 0);
    unmount(second);
    unmount(second);
    command(second, "show", JsValue::NULL);
    update(second, JsValue::NULL).unwrap();
}

#[wasm_bindgen_test]
fn a_wrong_configuration_is_told() {
    let emit = Function::new_no_args("");
    let wrong = [config(&[("dialect", "smoke-signals".into())]), config(&[("open", "yes".into())])];
    for config in wrong {
        let root = root();
        let problem: JsValue = mount(root.clone(), config, emit.clone()).unwrap_err().into();
        let message = Reflect::get(&problem, &"message".into()).unwrap().as_string().unwrap();
        assert!(message.starts_with("invalid configuration"), "{message}");
        assert_eq!(root.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
async fn without_a_server_it_says_so_and_offers_another_try() {
    let root = root();
    let emit = Function::new_no_args("");
    let config = config(&[nowhere(), ("lang", "en".into()), ("open", true.into())]);
    let handle = mount(root.clone(), config, emit).unwrap();
    for _ in 0..20 {
        settle().await;
    }
    assert!(root.text_content().unwrap().contains("This could not be loaded"));
    assert!(root.query_selector("[role=alert] button").unwrap().is_some());
    unmount(handle);
}
