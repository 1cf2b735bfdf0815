//! The border with JavaScript: handles, configuration in, events out.

#[cfg(feature = "messenger")]
mod beside;
mod config;
mod handles;

use std::cell::Cell;
use std::rc::Rc;

use inbox_model::Content;
use js_sys::{Function, Object, Reflect};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

pub use config::{Config, ConfigError};

use crate::i18n::I18n;
use crate::sync::{Engine, Setup};
use handles::{Handles, Instance};

#[cfg(all(feature = "desk", not(feature = "messenger")))]
use crate::desk as surface;
#[cfg(feature = "messenger")]
use crate::messenger as surface;
use crate::reactive::RwSignal;

thread_local! {
    static HANDLES: Handles = Handles::default();
}

/// See [`crate::mount`].
pub fn mount(root: HtmlElement, config: JsValue, emit: Function) -> Result<u32, ConfigError> {
    let config = Config::read(config)?;
    let (dialect, path) = crate::net::dialect(config.dialect.as_deref().unwrap_or_default())
        .ok_or(ConfigError::UnknownDialect)?;
    let made = Rc::new(Cell::new(None));
    let setup = Setup {
        surface: surface::SURFACE,
        base: [config.endpoint.as_deref().unwrap_or_default().trim_end_matches('/'), path].concat(),
        dialect,
        token: config.token.clone().unwrap_or_default(),
        organisation: config.organisation.clone().unwrap_or_default(),
        emit: Box::new(move |name, detail| tell(&emit, name, detail)),
    };
    let out = Rc::clone(&made);
    #[cfg(feature = "messenger")]
    let place = root.clone();
    let unmount = mount_to(root, move || {
        let engine = Engine::new(setup);
        let i18n = I18n::new(config.lang.as_deref().unwrap_or_default());
        let open = RwSignal::new(config.open.unwrap_or(false));
        provide_context(i18n);
        out.set(Some((engine, i18n, open)));
        surface::view(engine, i18n, open)
    });
    let (engine, i18n, open) = made.take().ok_or(ConfigError::NotMounted)?;
    #[cfg(feature = "messenger")]
    let unmount = (beside::beside(&place, i18n, move || surface::beside(engine, open)), unmount);
    engine.emit("ready", &[]);
    let instance = Instance { _unmount: Box::new(unmount), engine, i18n, open };
    Ok(HANDLES.with(|handles| handles.insert(instance)))
}

/// See [`crate::update`].
pub fn update(handle: u32, patch: JsValue) -> Result<(), ConfigError> {
    let patch = Config::read(patch)?;
    HANDLES.with(|handles| {
        handles.with(handle, |instance| {
            if let Some(token) = &patch.token {
                instance.engine.set_token(token);
            }
            if let Some(lang) = &patch.lang {
                instance.i18n.set(lang);
            }
            if let Some(open) = patch.open {
                instance.open.set(open);
            }
        });
    });
    Ok(())
}

/// See [`crate::command`].
pub fn command(handle: u32, name: &str, argument: &JsValue) {
    let text = |key: &str| Reflect::get(argument, &JsValue::from_str(key)).ok()?.as_string();
    HANDLES.with(|handles| {
        handles.with(handle, |instance| match name {
            "show" => instance.open.set(true),
            "hide" => instance.open.set(false),
            "showConversation" => {
                if let Some(id) = text("id") {
                    instance.open.set(true);
                    instance.engine.start(true);
                    instance.engine.open(Some(id.into()));
                }
            }
            "showNewMessage" => {
                instance.open.set(true);
                surface::new_message(instance.engine, text("text").unwrap_or_default());
            }
            "sendMessage" => {
                if let Some(text) = text("text") {
                    instance.engine.begin(vec![Content::text(text)]);
                }
            }
            _ => {}
        });
    });
}

/// See [`crate::unmount`].
pub fn unmount(handle: u32) {
    // The instance is dropped outside the borrow: taking a widget down may call back in here.
    let instance = HANDLES.with(|handles| handles.remove(handle));
    drop(instance);
}

/// Calls the host's `emit(name, detail)`. What it throws is its own affair.
fn tell(emit: &Function, name: &str, detail: &[(&str, &str)]) {
    let object = Object::new();
    for (key, value) in detail {
        // The one number among the details is a whole one: reading others would bring their tables.
        let value = match value.parse::<u32>() {
            Ok(number) if *key == "count" => JsValue::from(number),
            _ => JsValue::from_str(value),
        };
        // Setting a plain property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &value);
    }
    let _ = emit.call2(&JsValue::UNDEFINED, &JsValue::from_str(name), object.unchecked_ref());
}
