//! The composer: what sends, what does not, and what is said about it.

use inbox_widgets::dom::group;
use inbox_widgets::i18n::Text;
use inbox_widgets::reactive::{RwSignal, Signal};
use inbox_widgets::ui::{Composing, composer};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlButtonElement, HtmlTextAreaElement};

use crate::stage::{Faults, press, settle, stage, type_into};

fn composing(text: RwSignal<String>, on_send: Callback<String>) -> Composing {
    Composing {
        text,
        placeholder: Signal::stored("Write".to_owned()),
        send_label: Signal::stored(Text::Send),
        on_send,
        on_typing: Callback::new(|()| ()),
        before: None,
        focus: Signal::stored(0),
        #[cfg(feature = "desk")]
        limit: Signal::stored(inbox_model::draft::TEXT),
        #[cfg(feature = "desk")]
        tools: inbox_widgets::ui::Tools::default(),
    }
}

macro_rules! composer {
    ($text:ident, $sent:ident) => {{
        let owner = Owner::new();
        owner.set();
        let $text = RwSignal::new(String::new());
        let $sent = RwSignal::new(Vec::<String>::new());
        let on_send = Callback::new(move |said| $sent.update(|sent| sent.push(said)));
        (owner, stage(move || composer(composing($text, on_send))), $text, $sent)
    }};
}

#[wasm_bindgen_test]
async fn enter_sends_once_and_empties_the_field() {
    let (_owner, stage, text, sent) = composer!(text, sent);
    let field = stage.one("textarea");
    type_into(&field, "hello\nthere");
    settle().await;
    assert!(!press(&field, "Enter", |_| ()), "the line break of Enter must not happen");
    settle().await;
    assert_eq!(sent.get_untracked(), ["hello\nthere"]);
    assert_eq!(text.get_untracked(), "");
    assert_eq!(field.unchecked_ref::<HtmlTextAreaElement>().value(), "");
    press(&field, "Enter", |_| ());
    assert_eq!(sent.get_untracked().len(), 1, "nothing is not sent");
}

#[wasm_bindgen_test]
async fn shift_enter_and_composition_do_not_send() {
    let (_owner, stage, _text, sent) = composer!(text, sent);
    let field = stage.one("textarea");
    type_into(&field, "にほん");
    settle().await;
    assert!(press(&field, "Enter", |init| init.set_shift_key(true)));
    assert!(press(&field, "Enter", |init| init.set_is_composing(true)));
    // Safari ends the composition before it reports the key, as 229.
    assert!(press(&field, "Enter", |init| init.set_key_code(229)));
    assert!(sent.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn space_cannot_be_sent_and_too_much_is_told() {
    let (_owner, stage, text, sent) = composer!(text, sent);
    let field = stage.one("textarea");
    let button: HtmlButtonElement = stage.one("button").unchecked_into();
    assert!(button.disabled());
    type_into(&field, " \n ");
    settle().await;
    assert!(button.disabled());
    type_into(&field, &"x".repeat(10_002));
    settle().await;
    assert!(button.disabled());
    assert_eq!(stage.text(".composer-problem"), "2 characters too many");
    press(&field, "Enter", |_| ());
    assert!(sent.get_untracked().is_empty());
    assert_eq!(text.get_untracked().len(), 10_002, "what was typed is still there");
}

#[wasm_bindgen_test]
async fn the_field_grows_with_its_text() {
    let (_owner, stage, _text, _sent) = composer!(text, sent);
    let field = stage.one("textarea");
    settle().await;
    let before = field.offset_height();
    type_into(&field, "one\ntwo\nthree\nfour");
    settle().await;
    assert!(field.offset_height() > before, "{before} -> {}", field.offset_height());
}

/// As in the messenger, and in browsers that leave it to scripts.
#[wasm_bindgen_test]
async fn the_field_grows_where_no_browser_sees_to_it() {
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).unwrap();
    let supports = js_sys::Reflect::get(&css, &"supports".into()).unwrap();
    let none = js_sys::Function::new_no_args("return false");
    assert!(js_sys::Reflect::set(&css, &"supports".into(), &none).unwrap());
    let (_owner, stage, _text, _sent) = composer!(text, sent);
    assert!(js_sys::Reflect::set(&css, &"supports".into(), &supports).unwrap());
    let field = stage.one("textarea");
    settle().await;
    assert!(!field.class_list().contains("composer-grows"));
    let before = field.offset_height();
    type_into(&field, "one\ntwo\nthree\nfour");
    settle().await;
    assert!(field.offset_height() > before, "{before} -> {}", field.offset_height());
}

#[wasm_bindgen_test]
async fn a_composer_may_go_in_the_moment_of_sending() {
    let faults = Faults::watch();
    let owner = Owner::new();
    owner.set();
    let text = RwSignal::new(String::new());
    let shown = RwSignal::new(true);
    let stage = stage(move || {
        let on_send = Callback::new(move |_| shown.set(false));
        group().when(move || shown.get(), move || composer(composing(text, on_send)))
    });
    let field = stage.one("textarea");
    type_into(&field, "first and last");
    settle().await;
    press(&field, "Enter", |_| ());
    settle().await;
    assert!(stage.all("textarea").is_empty());
    assert!(!faults.any());
}
