//! The front end of inbox-widgets: what JavaScript can call.
//!
//! Everything here hands on to [`embed`], which knows the widgets. The element classes, the
//! launcher and the loading are TypeScript, in `www/`. The modules are public for the tests in a
//! browser (`tests/`), and promise nothing to anybody else.

pub mod dom;
pub mod embed;
pub mod i18n;
pub mod net;
pub mod reactive;
pub mod sync;
pub mod ui;

#[cfg(feature = "desk")]
pub mod desk;
#[cfg(feature = "messenger")]
pub mod messenger;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Builds the widget inside `root`, an element (not a shadow root) that is empty, and returns its
/// handle. `config` is a plain object, see [`embed::Config`]; `emit(name, detail)` is told what
/// happens.
///
/// # Errors
/// An `Error` whose message says what is wrong with the configuration.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, config: JsValue, emit: Function) -> Result<u32, JsError> {
    embed::mount(root, config, emit).map_err(|problem| JsError::new(&problem.to_string()))
}

/// Changes the configuration of a mounted widget: only the keys that `patch` names.
///
/// # Errors
/// As [`mount`]. An unknown handle is no error: the widget may just have gone.
#[wasm_bindgen]
pub fn update(handle: u32, patch: JsValue) -> Result<(), JsError> {
    embed::update(handle, patch).map_err(|problem| JsError::new(&problem.to_string()))
}

/// Makes a mounted widget do something: `show`, `hide`, `showConversation`, `showNewMessage`.
/// Unknown names and handles are passed over.
#[wasm_bindgen]
pub fn command(handle: u32, name: &str, argument: JsValue) {
    embed::command(handle, name, &argument);
}

/// Takes the widget down: its nodes, listeners, timers and connections.
#[wasm_bindgen]
pub fn unmount(handle: u32) {
    embed::unmount(handle);
}
