//! Texts over the border, as fast as they can be: JavaScript writes UTF-8 into a buffer that stays,
//! and reads the answer from another one, so that no call allocates, copies or frees what the next
//! call needs again.

use std::cell::RefCell;

use inbox_model::markdown::{self, Images, Options, Profile};
use serde::Deserialize;
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

/// Renders the first `bytes` of the reserved room, and returns how many bytes the answer has. The
/// profile is 0 for chat, 1 for `CommonMark`, 2 for GFM.
#[wasm_bindgen]
pub fn render(bytes: usize, profile: u8) -> usize {
    answer(bytes, |text, html| markdown::render_html_into(text, options(profile), html))
}

/// What is shown where nobody says anything else: in a chat nothing of other servers, and in the
/// other profiles what their specifications print.
fn options(profile: u8) -> Options<'static> {
    let profile = match profile {
        1 => Profile::CommonMark,
        2 => Profile::Gfm,
        _ => Profile::Chat,
    };
    Options { profile, bare: profile != Profile::Chat, ..Options::default() }
}

/// Whom a chat can mention, and whose images it shows.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct ChatOptions {
    /// The names that can be mentioned, which may have spaces in them; other names stay text. Where
    /// nothing is said, every `@name` is a mention.
    mentions: Option<Vec<String>>,
    /// The servers whose images are shown: `media.shop.example`, `localhost:8080`, `self` for addresses
    /// without a server, `*` for all. Others are links. Where nothing is said, all are links.
    images: Option<Vec<String>>,
}

/// As [`render`] for a chat, with [`ChatOptions`]; what cannot be read counts for nothing.
#[wasm_bindgen(js_name = renderChat)]
pub fn render_chat(bytes: usize, given: JsValue) -> usize {
    let ChatOptions { mentions, images } =
        serde_wasm_bindgen::from_value(given).unwrap_or_default();
    let images = images.unwrap_or_default();
    let shown = match images.as_slice() {
        [] => Images::None,
        hosts if hosts.iter().any(|host| host == "*") => Images::Any,
        hosts => Images::Hosts(hosts),
    };
    let options = Options { mentions: mentions.as_deref(), images: shown, ..options(0) };
    answer(bytes, |text, html| markdown::render_html_into(text, options, html))
}

/// Replaces the emoji shortcodes in the first `bytes` of the reserved room, and returns how many bytes
/// the answer has.
#[wasm_bindgen(js_name = expandShortcodes)]
pub fn expand_shortcodes(bytes: usize) -> usize {
    answer(bytes, |text, expanded| expanded.push_str(&markdown::expand_shortcodes(text)))
}

/// A preview of the first `bytes` of the reserved room, of at most so many characters; returns how
/// many bytes the answer has.
#[wasm_bindgen]
pub fn preview(bytes: usize, characters: usize) -> usize {
    answer(bytes, |text, preview| preview.push_str(&markdown::preview_text(text, characters)))
}

/// What `act` writes is the answer; it gets the room of the one before, empty.
fn answer(bytes: usize, act: impl FnOnce(&str, &mut String)) -> usize {
    BUFFERS.with_borrow_mut(|Buffers { input, output }| {
        let text = input.get(..bytes).unwrap_or_default();
        output.clear();
        match std::str::from_utf8(text) {
            Ok(text) => act(text, output),
            Err(_) => act(&String::from_utf8_lossy(text), output),
        }
        output.len()
    })
}
