//! The field in which an agent writes, as a text with a selection. The model counts bytes, and
//! browsers the units of UTF-16.

use std::ops::Range;

use inbox_model::compose::{Edit, Format};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use crate::dom::Spot;
use crate::reactive::RwSignal;

/// The field, and what stands in it.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) spot: Spot,
    pub(super) text: RwSignal<String>,
}

impl Field {
    fn element(self) -> Option<HtmlTextAreaElement> {
        self.spot.now()?.dyn_into().ok()
    }

    /// What is typed, and what of it is selected.
    pub(super) fn read(self) -> Option<Edit> {
        let field = self.element()?;
        let text = field.value();
        let place = |units: Option<u32>| bytes(&text, units.unwrap_or_default());
        let start = place(field.selection_start().ok()?);
        let end = place(field.selection_end().ok()?);
        Some(Edit::new(text, start..end))
    }

    /// Types what differs, so that the browser's own undo takes it back.
    pub(super) fn write(self, edit: &Edit) {
        let Some(field) = self.element() else { return };
        let before = field.value();
        let (range, with) = edit.change_of(&before);
        let _ = field.focus();
        if !(range.is_empty() && with.is_empty()) {
            select(&field, &before, &range);
            let name = if with.is_empty() { "delete" } else { "insertText" };
            let document = document().unchecked_into::<HtmlDocument>();
            let typed = document.exec_command_with_show_ui_and_value(name, false, with);
            if typed != Ok(true) || field.value() != edit.text {
                field.set_value(&edit.text);
            }
            self.text.set_if_new(edit.text.clone());
        }
        select(&field, &edit.text, &edit.selection);
    }

    /// Formats what is selected.
    pub(super) fn format(self, format: Format) {
        if let Some(edit) = self.read() {
            self.write(&edit.format(format));
        }
    }

    /// Sends what is written, as the button does.
    pub(super) fn send(self) {
        let form = self.spot.now().and_then(|field| field.closest("form").ok().flatten());
        if let Some(form) = form.and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok()) {
            let _ = form.request_submit();
        }
    }
}

/// What stands before the caret of a field.
pub(super) fn before_caret(field: &HtmlTextAreaElement) -> String {
    let mut text = field.value();
    let caret = bytes(&text, field.selection_start().ok().flatten().unwrap_or_default());
    text.truncate(caret);
    text
}

/// Types a sign into the field that has the focus, where a word begins. What has been typed since
/// this stood before the caret is that word.
pub(super) fn begin_word(field: &HtmlTextAreaElement, sign: &str, since: Option<&str>) {
    let text = before_caret(field);
    let stood = since.filter(|since| text.starts_with(since)).unwrap_or(&text);
    let word = text.get(stood.len()..).unwrap_or_default();
    let before = stood.chars().next_back();
    let gap = if before.is_none_or(char::is_whitespace) { "" } else { " " };
    let document = document().unchecked_into::<HtmlDocument>();
    let typed = [gap, sign, word].concat();
    if !word.is_empty() {
        select(field, &text, &(stood.len()..text.len()));
    }
    // It is heard like any other typing.
    let _ = document.exec_command_with_show_ui_and_value("insertText", false, &typed);
}

fn select(field: &HtmlTextAreaElement, text: &str, range: &Range<usize>) {
    let _ = field.set_selection_range(units(text, range.start), units(text, range.end));
}

/// How many units of UTF-16 stand before a place in a text.
fn units(text: &str, place: usize) -> u32 {
    let before = text.get(..place).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Where in a text so many units of UTF-16 have passed.
fn bytes(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let mut place = 0;
    for one in text.chars() {
        if left < one.len_utf16() {
            break;
        }
        left -= one.len_utf16();
        place += one.len_utf8();
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_both_ways() {
        for (place, count) in [(0, 0), (1, 1), (3, 2), (7, 4), (8, 5)] {
            assert_eq!(units("aé🎉b", place), count);
            assert_eq!(bytes("aé🎉b", count), place);
        }
        assert_eq!(bytes("🎉", 1), 0, "half a character is none");
        assert_eq!(bytes("ab", 9), 2);
    }
}
