//! Words follow the language at run time.

use inbox_model::Timestamp;
use inbox_widgets::dom::el;
use inbox_widgets::i18n::{I18n, Text};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{settle, stage};

#[wasm_bindgen_test]
async fn a_change_of_language_changes_words_and_direction() {
    let owner = Owner::new();
    owner.set();
    let i18n = I18n::new("en-GB");
    let stage = stage(move || {
        el("p").attr("dir", move || i18n.direction()).text(move || i18n.t(Text::Send))
    });
    assert_eq!(stage.text("p"), "Send");
    i18n.set("de-AT");
    settle().await;
    assert_eq!(stage.text("p"), "Senden");
    i18n.set("ar");
    settle().await;
    assert_eq!(stage.one("p").get_attribute("dir").as_deref(), Some("rtl"));
    i18n.set("he");
    settle().await;
    assert_eq!(stage.text("p"), "Send", "no catalogue: English words, and still from the right");
    assert_eq!(stage.one("p").get_attribute("dir").as_deref(), Some("rtl"));
}

#[wasm_bindgen_test]
fn numbers_take_the_form_of_their_language() {
    let owner = Owner::new();
    owner.set();
    for (tag, n, expected) in [
        ("en", 1, "1 unread message"),
        ("en", 1_234, "1,234 unread messages"),
        ("de", 1_234, "1.234 ungelesene Nachrichten"),
        ("ar", 2, "رسالتان غير مقروءتين"),
    ] {
        assert_eq!(I18n::new(tag).count(Text::UnreadCount, n), expected);
    }
}

#[wasm_bindgen_test]
fn a_language_is_called_by_its_name() {
    let owner = Owner::new();
    owner.set();
    for (tag, code, expected) in [
        ("en", "de", "German"),
        ("de", "en", "Englisch"),
        ("ar", "en", "الإنجليزية"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("en", "", ""),
        ("en", "de_AT", "de_AT"),
        ("en", "de-a1b2c3d4e", "de-a1b2c3d4e"),
        ("en", "something", "something"),
        ("x", "日本", "日本"),
    ] {
        assert_eq!(I18n::new(tag).language_name(code), expected, "{code}");
    }
}

#[wasm_bindgen_test]
fn no_language_tag_throws() {
    let owner = Owner::new();
    owner.set();
    let at = Timestamp::from_millis(1_768_057_200_000);
    for tag in ["", "x", "en_US", "de-", "123", "a".repeat(99).as_str(), "zz-ZZ", "日本"] {
        assert!(!I18n::new(tag).time(at).is_empty(), "{tag}");
    }
}
