//! Key presses as the table writes them, and as an agent sees them.

use web_sys::KeyboardEvent;

use super::super::chords::{Cap, cap as on_key, is_mac};
use crate::dom::{El, el, group};
use crate::i18n::{ActText, I18n, Text};

/// One press, written as in the table: `j`, `Shift+a`, `?`, `Enter`, `Mod+k`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Press(pub(in super::super) String);

impl Press {
    /// What a keyboard event asks for; `None` for what is the browser's or the system's business.
    pub(in super::super) fn of(event: &KeyboardEvent) -> Option<Self> {
        let (ctrl, meta) = (event.ctrl_key(), event.meta_key());
        // On a Mac, Control and a letter move the caret.
        let (held, other) = if is_mac() { (meta, ctrl) } else { (ctrl, meta) };
        if other || event.alt_key() || event.get_modifier_state("AltGraph") {
            return None;
        }
        written(&event.key(), &event.code(), event.shift_key(), held).map(Self)
    }

    /// Typed with one key that writes a character: what an agent may turn off.
    pub(in super::super) fn is_single(&self) -> bool {
        let key = self.0.rsplit('+').next().unwrap_or_default();
        key.chars().count() == 1 && !self.has_command()
    }

    /// Pressed with the key for commands.
    pub(in super::super) fn has_command(&self) -> bool {
        self.0.starts_with("Mod+")
    }

    /// The number on the key, wherever the layout has it.
    pub(in super::super) fn number(&self, event: &KeyboardEvent) -> Option<usize> {
        let digit = |text: &str| text.parse().ok().filter(|number| (1..=9).contains(number));
        digit(&self.0).or_else(|| digit(event.code().strip_prefix("Digit")?))
    }
}

/// By what the key writes, so that it holds in every layout; where that is no Latin letter, by where
/// the key is.
fn written(key: &str, code: &str, shift: bool, held: bool) -> Option<String> {
    if matches!(key, "Enter" | "Escape") {
        return (!shift && !held).then(|| key.to_owned());
    }
    if matches!(key, "ArrowUp" | "ArrowDown" | "Home" | "End" | "PageUp" | "PageDown") {
        return (!held).then(|| if shift { ["Shift+", key].concat() } else { key.to_owned() });
    }
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    let letter = if letter.is_ascii() { letter } else { by_place(code, shift)? };
    let is_letter = letter.is_ascii_alphabetic();
    let letter = letter.to_ascii_lowercase().to_string();
    Some(match (held, shift && is_letter) {
        (true, true) => ["Mod+Shift+", &letter].concat(),
        (true, false) => ["Mod+", &letter].concat(),
        (false, true) => ["Shift+", &letter].concat(),
        (false, false) => letter,
    })
}

/// What a key writes on the keyboard that codes are named after.
fn by_place(code: &str, shift: bool) -> Option<char> {
    match code {
        "Slash" if shift => Some('?'),
        "Slash" => Some('/'),
        "Comma" if !shift => Some(','),
        _ => {
            let name = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit"))?;
            name.chars().next()
        }
    }
}

/// Moving on can be held down; everything else happens once.
pub(in super::super) fn is_repeatable(press: &Press) -> bool {
    matches!(press.0.as_str(), "j" | "k")
}

/// The ways to ask for an action, as keycaps.
pub(in super::super) fn keycaps(ways: &[&str], i18n: I18n) -> El {
    let word = move |text: ActText| el("span").class("keys-word").text(i18n.tr(Text::Act(text)));
    let mut all = el("span").class("keys").attr("dir", "ltr");
    for (at, way) in ways.iter().enumerate() {
        if at > 0 {
            all = all.child(word(ActText::KeyOr));
        }
        for (at, press) in way.split(' ').enumerate() {
            if at > 0 {
                all = all.child(word(ActText::KeyThen));
            }
            all = all.child(group().children(press.split('+').map(|key| cap(key, i18n))));
        }
    }
    all
}

fn cap(key: &str, i18n: I18n) -> El {
    let cap = el("kbd").class("keycap");
    match on_key(key) {
        Cap::Word(text) => cap.text(i18n.tr(Text::Act(text))),
        Cap::Sign(sign) => cap.text(sign),
        Cap::Letter(letter) => cap.text(letter),
    }
}
