//! The desk as it is delivered, on conversations that a page makes up. There is no server: the page
//! answers what the desk asks for, and the system that the desk speaks to is [`canned`].

mod canned;
mod data;

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use canned::{BASE, Canned};
use inbox_dialects::Dialect;
use inbox_model::State;
use inbox_model::view::Condition;
use inbox_widgets::desk;
use inbox_widgets::i18n::I18n;
use inbox_widgets::reactive::RwSignal;
use inbox_widgets::sync::{Engine, ListFilter, Loading, Setup};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The agent who works here: the first one in `wire.ts`.
const ME: &str = "a1";

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// What is prepared, and drawn when it is mounted.
struct Desk {
    canned: Rc<Canned>,
    engine: Engine,
    view: Option<Box<dyn Any>>,
    _owner: Owner,
}

fn fault(problem: &inbox_dialects::json::Fault) -> JsError {
    JsError::new(&format!("{}: {}", problem.path(), problem.problem()))
}

fn with(act: impl FnOnce(&mut Desk)) {
    DESK.with(|desk| {
        if let Some(desk) = desk.borrow_mut().as_mut() {
            act(desk);
        }
    });
}

/// Reads a thread, oldest first, and the newest conversations. Nothing is drawn; the desk's engine signs
/// in, which is done when [`is_ready`] says so.
///
/// # Errors
/// The page is none of Featurebase's, or the thread is not of the shape in `data.ts`.
#[wasm_bindgen]
pub fn prepare(page: &str, thread: &str) -> Result<(), JsError> {
    unmount();
    let canned = Rc::new(Canned::default());
    canned.newest.replace(data::conversations(page)?);
    canned.thread.replace(data::thread(thread).map_err(|it| fault(&it))?);
    let owner = Owner::new();
    let engine = owner.with(|| {
        Engine::new(Setup {
            surface: desk::SURFACE,
            base: BASE.to_owned(),
            dialect: Rc::clone(&canned) as Rc<dyn Dialect>,
            token: "made-up".to_owned(),
            organisation: String::new(),
            emit: Box::new(|_, _| ()),
        })
    });
    canned.engine.set(Some(engine));
    engine.start(true);
    // With the list that the desk begins with, so that it has nothing to ask for when it is drawn.
    engine.set_filter(ListFilter {
        state: Some(State::Open),
        shown: Condition::Archived(false).into(),
        me: Some(ME.into()),
        ..ListFilter::default()
    });
    DESK.with(|desk| desk.replace(Some(Desk { canned, engine, view: None, _owner: owner })));
    Ok(())
}

/// Whether the desk has signed in.
#[must_use]
#[wasm_bindgen(js_name = isReady)]
pub fn is_ready() -> bool {
    let mut ready = false;
    with(|desk| ready = desk.engine.store.list.get_untracked() == Loading::Ready);
    ready
}

/// Hands further conversations to the engine, as a page of a server's list.
///
/// # Errors
/// The page is none of Featurebase's.
#[wasm_bindgen]
pub fn take(page: &str) -> Result<(), JsError> {
    let page = data::conversations(page)?;
    with(|desk| desk.engine.receive_list(page));
    Ok(())
}

/// Draws the desk.
// Another crate here exports the shorter name.
#[wasm_bindgen(js_name = mountDesk)]
pub fn mount(root: HtmlElement) {
    with(|desk| {
        let engine = desk.engine;
        let view = mount_to(root, move || {
            let i18n = I18n::new("en");
            provide_context(i18n);
            desk::view(engine, i18n, RwSignal::new(true))
        });
        desk.view = Some(Box::new(view));
    });
}

/// Messages come in, each as if it came alone: `[{convId, text, ts}]`.
///
/// # Errors
/// The JSON is not of that shape.
#[wasm_bindgen]
pub fn push(arrivals: &str) -> Result<(), JsError> {
    let arrivals = data::arrivals(arrivals).map_err(|it| fault(&it))?;
    with(|desk| {
        for arrival in arrivals {
            if let Some(conversation) = desk.canned.arrive(arrival) {
                desk.engine.receive(conversation);
            }
        }
    });
    Ok(())
}

/// Opens a conversation with the last `count` parts of the thread.
#[wasm_bindgen(js_name = openThread)]
pub fn open_thread(id: &str, count: usize) {
    with(|desk| {
        desk.canned.parts.set(count);
        desk.engine.open(Some(id.into()));
    });
}

/// Takes the desk down, if there is one.
#[wasm_bindgen(js_name = unmountDesk)]
pub fn unmount() {
    DESK.with(RefCell::take);
}
