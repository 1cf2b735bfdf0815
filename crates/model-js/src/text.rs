//! Texts over the border, as fast as they can be: JavaScript writes UTF-8 into a buffer that stays,
//! and reads the answer from another one, so that no call allocates, copies or frees what the next
//! call needs again.

use std::cell::RefCell;

use inbox_model::markdown::{self, Profile};
use wasm_bindgen::prelude::*;

#[derive(Default)]
struct Buffers {
    input: Vec<u8>,
    output: String,
}

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// The memory, for reading and writing what the functions here point at. (`memory` is the name of
/// the export itself.)
#[wasm_bindgen(js_name = wholeMemory)]
pub fn whole_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// Makes room for a text of so many bytes, and returns where it begins in the memory. The place is
/// good until the next call of this function.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> *const u8 {
    BUFFERS.with_borrow_mut(|buffers| {
        if buffers.input.len() < bytes {
            buffers.input.resize(bytes, 0);
        }
        buffers.input.as_ptr()
    })
}

/// Where the last answer begins in the memory. The place is good until the next call of any
/// function.
#[wasm_bindgen]
pub fn output() -> *const u8 {
    BUFFERS.with_borrow(|buffers| buffers.output.as_ptr())
}

/// Renders the first `bytes` of the reserved room, and returns how many bytes the answer has.
#[wasm_bindgen]
pub fn render(bytes: usize, profile: u8) -> usize {
    let profile = match profile {
        1 => Profile::CommonMark,
        2 => Profile::Gfm,
        _ => Profile::Chat,
    };
    answer(bytes, |text| markdown::render_html(text, profile))
}

/// A preview of the first `bytes` of the reserved room, of at most so many characters; returns how
/// many bytes the answer has.
#[wasm_bindgen]
pub fn preview(bytes: usize, characters: usize) -> usize {
    answer(bytes, |text| markdown::preview_text(text, characters))
}

fn answer(bytes: usize, act: impl FnOnce(&str) -> String) -> usize {
    BUFFERS.with_borrow_mut(|Buffers { input, output }| {
        let text = input.get(..bytes).unwrap_or_default();
        *output = match std::str::from_utf8(text) {
            Ok(text) => act(text),
            Err(_) => act(&String::from_utf8_lossy(text)),
        };
        output.len()
    })
}
