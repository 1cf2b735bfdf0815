//! A place to mount components, and hands to touch them with.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, KeyboardEvent, KeyboardEventInit};

/// A mounted component; it goes when the stage does.
pub struct Stage<H> {
    root: HtmlElement,
    host: Element,
    handle: Option<H>,
}

impl<H> Drop for Stage<H> {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// The product's own styles: how tall a list is decides how much of it is built.
fn styles() -> web_sys::CssStyleSheet {
    let sheets = [
        include_str!("../../www/styles/tokens.css"),
        include_str!("../../www/styles/parts.css"),
        include_str!("../../www/styles/thread.css"),
        include_str!("../../www/styles/handling.css"),
        include_str!("../../www/styles/desk.css"),
        include_str!("../../www/styles/list.css"),
        include_str!("../../www/styles/compose.css"),
        include_str!("../../www/styles/dialogs.css"),
        include_str!("../../www/styles/long-thread.css"),
        include_str!("../../www/styles/media.css"),
        include_str!("../../www/styles/builder.css"),
        include_str!("../../www/styles/picker.css"),
    ];
    let text: String = sheets
        .iter()
        .flat_map(|sheet| sheet.lines())
        .filter(|line| !line.starts_with("@import"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let sheet = web_sys::CssStyleSheet::new().unwrap();
    sheet.replace_sync(&text).unwrap();
    sheet
}

fn detached() -> Element {
    document().create_element("div").unwrap()
}

/// Mounts a view inside a shadow root of the test's page.
pub fn stage<F, N>(view: F) -> Stage<UnmountHandle<N::State>>
where
    F: FnOnce() -> N + 'static,
    N: IntoView,
{
    let host = document().create_element("div").unwrap();
    // It is as wide as the page, as the desk's element mostly is.
    host.set_attribute("style", "width: 100vw").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let init = web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open);
    let shadow = host.attach_shadow(&init).unwrap();
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    shadow.append_child(&root).unwrap();
    shadow.set_adopted_style_sheets(&js_sys::Array::of1(&styles()));
    let handle = mount_to(root.clone(), view);
    Stage { root, host, handle: Some(handle) }
}

impl<H: 'static> Stage<H> {
    /// The same stage without the type of its view, so that it can be named.
    pub fn boxed(mut self) -> Stage<Box<dyn std::any::Any>> {
        let handle = self.handle.take().map(|handle| Box::new(handle) as Box<dyn std::any::Any>);
        Stage {
            root: self.root.clone(),
            host: std::mem::replace(&mut self.host, detached()),
            handle: Some(handle.unwrap()),
        }
    }

    /// All elements that match.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let list = self.root.query_selector_all(selector).unwrap();
        (0..list.length()).map(|at| list.item(at).unwrap().unchecked_into()).collect()
    }

    /// The one element that matches.
    pub fn one(&self, selector: &str) -> HtmlElement {
        let all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector} in {}", self.root.inner_html());
        all[0].clone()
    }

    /// The text of the one element that matches.
    pub fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }

    /// The focused element.
    pub fn focused(&self) -> Option<Element> {
        self.host.shadow_root()?.active_element()
    }
}

/// What goes wrong in a microtask or a frame: it reaches the window and not the test.
pub struct Faults {
    seen: Rc<Cell<bool>>,
    listeners: Vec<WindowListenerHandle>,
}

impl Faults {
    /// Watches until it is dropped.
    pub fn watch() -> Self {
        let seen = Rc::new(Cell::new(false));
        let listeners = ["error", "unhandledrejection"].map(|name| {
            let seen = Rc::clone(&seen);
            window_event_listener_untyped(name, move |_| seen.set(true))
        });
        Self { seen, listeners: listeners.into() }
    }

    /// Whether anything went wrong.
    pub fn any(&self) -> bool {
        self.seen.get()
    }
}

impl Drop for Faults {
    fn drop(&mut self) {
        self.listeners.drain(..).for_each(WindowListenerHandle::remove);
    }
}

/// Lets effects, microtasks and the next frame happen.
pub async fn settle() {
    for _ in 0..3 {
        TimeoutFuture::new(0).await;
        frame().await;
    }
}

/// Waits for the next frame.
pub async fn frame() {
    let (sent, frame) = futures_channel();
    request_animation_frame(sent);
    frame.await;
}

fn futures_channel() -> (impl FnOnce(), impl Future<Output = ()>) {
    let mut resolve = None;
    let promise = js_sys::Promise::new(&mut |yes, _| resolve = Some(yes));
    let resolve = resolve.unwrap();
    let sent = move || {
        resolve.call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
    };
    let wait = async move {
        wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
    };
    (sent, wait)
}

/// Types a text into a field, in place of what is there.
pub fn type_into(field: &HtmlElement, text: &str) {
    let field: &HtmlTextAreaElement = field.unchecked_ref();
    field.set_value(text);
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    field
        .dispatch_event(&web_sys::Event::new_with_event_init_dict("input", &init).unwrap())
        .unwrap();
}

/// A key goes down; whether its default is still to happen.
pub fn press(on: &HtmlElement, key: &str, change: impl FnOnce(&KeyboardEventInit)) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_composed(true);
    change(&init);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    on.dispatch_event(&event).unwrap()
}
