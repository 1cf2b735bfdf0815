//! Keys by name: as they stand on the agent's keyboard, and as assistive technology wants to hear them.
//! A press is written as in the table of actions, `Mod+Shift+k`.

use leptos::prelude::window;

use crate::i18n::{ActText, I18n, Text};

/// Whether commands are given with Command and not with Control.
pub(super) fn is_mac() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

/// What stands on a key.
pub(super) enum Cap {
    Word(ActText),
    Sign(&'static str),
    Letter(String),
}

/// A Mac's keys have signs, and its menus nothing else.
pub(super) fn cap(key: &str) -> Cap {
    match (key, is_mac()) {
        ("Mod", true) => Cap::Sign("⌘"),
        ("Shift", true) => Cap::Sign("⇧"),
        ("Enter", true) => Cap::Sign("↵"),
        ("Mod", false) => Cap::Word(ActText::KeyControl),
        ("Shift", false) => Cap::Word(ActText::KeyShift),
        ("Enter", false) => Cap::Word(ActText::KeyEnter),
        ("Escape", _) => Cap::Word(ActText::KeyEscape),
        ("Home", _) => Cap::Word(ActText::KeyHome),
        ("End", _) => Cap::Word(ActText::KeyEnd),
        ("PageUp", _) => Cap::Word(ActText::KeyPageUp),
        ("PageDown", _) => Cap::Word(ActText::KeyPageDown),
        ("ArrowUp", _) => Cap::Sign("↑"),
        ("ArrowDown", _) => Cap::Sign("↓"),
        _ => Cap::Letter(key.to_uppercase()),
    }
}

/// A press in a line: `Ctrl+Shift+K`, on a Mac `⇧⌘K`.
pub(super) fn chord(press: &str, i18n: I18n) -> String {
    let words = |key| match cap(key) {
        Cap::Word(text) => i18n.t(Text::Act(text)).to_owned(),
        Cap::Sign(sign) => sign.to_owned(),
        Cap::Letter(letter) => letter,
    };
    let mut keys: Vec<String> = press.split('+').map(words).collect();
    let mac = is_mac();
    if mac && keys.len() > 2 {
        keys.swap(0, 1); // Command stands last there
    }
    keys.join(if mac { "" } else { "+" })
}

/// The same for `aria-keyshortcuts`.
pub(super) fn aria_keys(press: &str) -> String {
    press.replace("Mod", if is_mac() { "Meta" } else { "Control" })
}
