//! How a text is formatted: the bar above the field, and the keys that stand for it.

use inbox_model::compose::Format;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::chords::{aria_keys, chord};
use super::editing::Field;
use super::emoji::Emoji;
use crate::dom::{El, el};
use crate::i18n::{DeskText, I18n, Text, WriteText, use_i18n};
use crate::reactive::{RwSignal, Signal};
use crate::ui::{Glyph, icon, markdown_now};

/// Each format with its picture, its name, and the keys that stand for it.
pub(super) const FORMATS: [(Format, Glyph, DeskText, &str); 8] = [
    (Format::Bold, Glyph::Bold, DeskText::FormatBold, "B"),
    (Format::Italic, Glyph::Italic, DeskText::FormatItalic, "I"),
    (Format::Strike, Glyph::Strike, DeskText::FormatStrike, "Shift+X"),
    (Format::Code, Glyph::Code, DeskText::FormatCode, "E"),
    (Format::Link, Glyph::Link, DeskText::FormatLink, "K"),
    (Format::Quote, Glyph::Quote, DeskText::FormatQuote, "Shift+9"),
    (Format::Bullets, Glyph::Bullets, DeskText::FormatBullets, "Shift+8"),
    (Format::Numbers, Glyph::Numbers, DeskText::FormatNumbers, "Shift+7"),
];

/// The key that opens the emoji.
const EMOJI_KEY: &str = "Mod+Shift+E";

/// Whether a key comes with the one that commands are given with, and with nothing but Shift.
pub(super) fn commands(event: &ev::KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.alt_key()
}

/// Formats what a key stands for. Without a selection the key for a link is left to whoever else
/// hears it.
pub(super) fn format_by_key(field: Field, event: &ev::KeyboardEvent) -> bool {
    if !commands(event) {
        return false;
    }
    let code = event.code();
    let key = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit")).unwrap_or(&code);
    let fits = |keys: &str| match keys.strip_prefix("Shift+") {
        Some(shifted) => event.shift_key() && shifted == key,
        None => !event.shift_key() && event.key().eq_ignore_ascii_case(keys),
    };
    let Some((format, ..)) = FORMATS.into_iter().find(|(.., keys)| fits(keys)) else {
        return false;
    };
    let selects = || field.read().is_some_and(|edit| !edit.selection.is_empty());
    if format == Format::Link && !selects() {
        return false;
    }
    event.stop_propagation();
    field.format(format);
    true
}

/// Whether it is the key that opens the emoji.
pub(super) fn is_emoji_key(event: &ev::KeyboardEvent) -> bool {
    commands(event) && event.shift_key() && event.code() == "KeyE"
}

/// A name with the keys that stand for it, which read from left to right in every language.
fn titled(text: Text, press: &str, i18n: I18n) -> String {
    [i18n.t(text), " (\u{2066}", &chord(press, i18n), "\u{2069})"].concat()
}

/// The bar: one stop in the order of tabs, within which arrows move. `attach` lets files be chosen:
/// how many of which size, and what does it.
pub(super) fn toolbar(
    field: Field,
    preview: RwSignal<bool>,
    emoji: Emoji,
    attach: Option<(Signal<String>, Callback<()>)>,
) -> El {
    let i18n = use_i18n();
    let stop = RwSignal::new(0);
    let tool = move |place: usize, glyph: Glyph, text: Text| {
        el("button")
            .attr("type", "button")
            .class("icon-button format")
            .attr("tabindex", move || if stop.get() == place { "0" } else { "-1" })
            .attr("aria-label", i18n.tr(text))
            .on("focus", move |_: ev::FocusEvent| stop.set_if_new(place))
            .child(icon(glyph))
    };
    let format =
        move |(place, (format, glyph, text, keys)): (usize, (Format, Glyph, DeskText, &str))| {
            let press = ["Mod+", keys].concat();
            tool(place, glyph, Text::Desk(text))
                .attr("aria-keyshortcuts", aria_keys(&press))
                .attr("title", move || titled(Text::Desk(text), &press, i18n))
                .on_click(move || field.format(format))
        };
    let smile = Text::Write(WriteText::Emoji);
    let smile = tool(FORMATS.len(), Glyph::Smile, smile)
        .at(emoji.opener)
        .attr("title", move || titled(smile, EMOJI_KEY, i18n))
        .attr("data-act", "emoji")
        .attr("aria-haspopup", "dialog")
        .attr("aria-expanded", move || emoji.is_open().to_string())
        .attr("aria-keyshortcuts", aria_keys(EMOJI_KEY))
        .on_click(move || emoji.toggle());
    let attach = attach.map(|(limits, choose)| {
        let name = Text::Write(WriteText::Attach);
        let title = move || [i18n.t(name), " (", &limits.get(), ")"].concat();
        tool(FORMATS.len() + 1, Glyph::Clip, name)
            .attr("title", title)
            .attr("data-act", "attach")
            .attr("aria-keyshortcuts", aria_keys("Mod+Shift+F"))
            .on_click(move || choose.run(()))
    });
    let look = tool(FORMATS.len() + 2, Glyph::Eye, Text::Desk(DeskText::Preview))
        .attr("title", i18n.tr(Text::Desk(DeskText::Preview)))
        .attr("aria-pressed", move || preview.get().to_string())
        .on_click(move || preview.update(|preview| *preview = !*preview));
    el("div")
        .class("formats")
        .attr("role", "toolbar")
        .attr("aria-label", i18n.tr(Text::Desk(DeskText::Formatting)))
        // A press leaves the focus, and on phones the keyboard, where they are.
        .on("mousedown", |event: ev::MouseEvent| event.prevent_default())
        .on("keydown", move |event| walk(&event, i18n.direction() == "rtl"))
        .children(FORMATS.into_iter().enumerate().map(format))
        .child(smile)
        .maybe(attach)
        .child(look)
}

/// Moves the focus as a key says.
fn walk(event: &ev::KeyboardEvent, rtl: bool) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(bar) = target.as_ref().and_then(|tool| tool.parent_element()) else { return };
    let (after, before) =
        if rtl { ("ArrowLeft", "ArrowRight") } else { ("ArrowRight", "ArrowLeft") };
    let key = event.key();
    let next = match key.as_str() {
        "Home" => bar.first_element_child(),
        "End" => bar.last_element_child(),
        key if key == after => target.and_then(|tool| tool.next_element_sibling()),
        key if key == before => target.and_then(|tool| tool.previous_element_sibling()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

/// What is written, as whoever gets it will see it.
pub(super) fn preview_pane(text: RwSignal<String>, is_note: impl Fn() -> bool + 'static) -> El {
    let i18n = use_i18n();
    let shown = move || {
        let written = text.get();
        if written.trim().is_empty() {
            return el("p").class("quiet").text(i18n.tr(Text::Desk(DeskText::PreviewEmpty)));
        }
        markdown_now(&inbox_model::markdown::expand_shortcodes(&written), is_note())
    };
    el("div")
        .class("preview")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", i18n.tr(Text::Desk(DeskText::Preview)))
        .live(shown)
}
