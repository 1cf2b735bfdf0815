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
fn sizes_lengths_and_scores_are_those_of_the_language() {
    let owner = Owner::new();
    owner.set();
    let number = |tag: &str, n: f64, options: &str| -> String {
        let code = format!("return new Intl.NumberFormat(tag, {options}).format(n)");
        let format = js_sys::Function::new_with_args("tag, n", &code);
        let text = format.call2(&wasm_bindgen::JsValue::UNDEFINED, &tag.into(), &n.into());
        text.unwrap().as_string().unwrap()
    };
    let unit = |tag: &str, n: f64, unit: &str| {
        number(tag, n, &format!("{{ style: 'unit', unit: '{unit}', unitDisplay: 'short' }}"))
    };
    let en = I18n::new("en");
    for (bytes, text) in [
        (0, "0 byte"),
        (999, "999 byte"),
        (1_500, "1.5 kB"),
        (48_300_000, "48 MB"),
        (2_000, "2 kB"),
    ] {
        assert_eq!(en.size(bytes), text);
    }
    // 2^64 bytes: the old way of counting in tenths held only a tenth of them.
    assert_eq!(en.size(u64::MAX), "18,446,744,073 GB");
    for (score, text) in [(4.0, "4"), (4.5, "4.5"), (3.26, "3.3"), (0.0, "0"), (f64::NAN, "0")] {
        assert_eq!(en.points(score), text);
    }
    assert_eq!((en.clock(61_900), en.clock(0)), ("1:01".to_owned(), "0:00".to_owned()));
    assert_eq!(I18n::new("de").points(4.5), "4,5");
    assert_eq!(I18n::new("de").size(1_500), unit("de", 1.5, "kilobyte"));
    // Other digits, where a language has others.
    for tag in ["ar", "ar-EG", "fa"] {
        let i18n = I18n::new(tag);
        assert_eq!(i18n.size(1_500), unit(tag, 1.5, "kilobyte"), "{tag}");
        assert_eq!(i18n.number(1_234_u32), number(tag, 1_234.0, "{}"), "{tag}");
        assert_eq!(i18n.percent(42), number(tag, 0.42, "{ style: 'percent' }"), "{tag}");
        let seconds = number(tag, 5.0, "{ minimumIntegerDigits: 2 }");
        assert_eq!(i18n.clock(125_000), format!("{}:{seconds}", number(tag, 2.0, "{}")), "{tag}");
    }
    assert_eq!(I18n::new("ar-EG").clock(125_000), "٢:٠٥");
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
