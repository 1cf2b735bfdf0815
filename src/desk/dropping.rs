//! The ways by which files come in: chosen, pasted, or dropped on the conversation.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement};

use crate::dom::{El, Spot, el, group};
use crate::i18n::{Text, WriteText, use_i18n};
use crate::reactive::{RwSignal, Signal};
use crate::ui::{Glyph, icon};

/// The field with which the browser lets files be chosen; nobody sees it.
pub(super) fn picker(spot: Spot, add: Callback<Vec<File>>) -> El {
    let chosen = move |_: Event| {
        let Some(field) = spot.now().and_then(|one| one.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let files = list(field.files());
        // The same file can be chosen again.
        field.set_value("");
        if !files.is_empty() {
            add.run(files);
        }
    };
    el("input")
        .at(spot)
        .attr("type", "file")
        .attr("multiple", "")
        .attr("hidden", "")
        .on("change", chosen)
}

/// Hears what is pasted. Where there is text as well, as out of a sheet of cells, that is meant.
pub(super) fn take_pasted(event: &ClipboardEvent, add: Callback<Vec<File>>) {
    let Some(data) = event.clipboard_data() else { return };
    let has_text = data.get_data("text/plain").is_ok_and(|text| !text.is_empty());
    let files = list(data.files());
    if !has_text && !files.is_empty() {
        event.prevent_default();
        add.run(files);
    }
}

/// The place over the conversation on which files can be dropped, while some are dragged.
pub(super) fn drop_zone(for_note: Signal<bool>, add: Callback<Vec<File>>) -> El {
    let i18n = use_i18n();
    let dragged = RwSignal::new(false);
    // Going over the page's parts, one is entered before the other is left.
    let depth = StoredValue::new(0_i32);
    let on_page = move |name: &'static str, hear: fn(i32) -> i32| {
        window_event_listener_untyped(name, move |event| {
            let event: DragEvent = event.unchecked_into();
            if event.data_transfer().is_some_and(|data| has_files(&data)) {
                // What misses the place must not be opened instead of the page.
                event.prevent_default();
                depth.update_value(|depth| *depth = hear(*depth).max(0));
                dragged.set_if_new(depth.get_value() > 0);
            }
        })
    };
    let heard = [
        on_page("dragenter", |depth| depth + 1),
        on_page("dragleave", |depth| depth - 1),
        on_page("dragover", |depth| depth),
        on_page("drop", |_| 0),
    ];
    on_cleanup(move || {
        for heard in heard {
            heard.remove();
        }
    });
    let words = move || {
        let text = if for_note.get() { WriteText::DropNote } else { WriteText::Drop };
        i18n.t(Text::Write(text))
    };
    let zone = move || {
        el("div")
            .class("drop-zone")
            .on("dragover", |event: DragEvent| {
                event.prevent_default();
                if let Some(data) = event.data_transfer() {
                    data.set_drop_effect("copy");
                }
            })
            .on("drop", move |event: DragEvent| {
                event.prevent_default();
                let files = list(event.data_transfer().and_then(|data| data.files()));
                if !files.is_empty() {
                    add.run(files);
                }
            })
            .child(el("p").class("drop-words").child(icon(Glyph::File)).text(words))
    };
    group().when(move || dragged.get(), zone)
}

/// Whether the key that opens the picker was pressed.
pub(super) fn is_attach_key(event: &ev::KeyboardEvent) -> bool {
    event.shift_key() && event.code() == "KeyF"
}

fn has_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|one| one.as_string().as_deref() == Some("Files"))
}

fn list(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.item(at)).collect()
}
